//! An entry: one note about some pages of a book.

use super::whole_text;
use super::{BookId, ConceptId, Link, LocalText, PageRange, Source, Voice};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One note.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Entry {
    /// The user's id, unique in its book.
    pub id: String,
    /// The book it is about.
    pub book: BookId,
    /// The title.
    pub title: String,
    /// The day it was written.
    pub date: Option<Date>,
    /// The day of reading, counted by the reader: 25일차 is 25.
    pub day: Option<u32>,
    /// The pages read.
    pub pages: Option<PageRange>,
    /// The chapters the reader gave it: indices into the outline, in the order
    /// of the book. Empty: they are to be worked out (see [`crate::place`]).
    pub chapters: Vec<u32>,
    /// Whether the chapters given were inferred rather than stated in the
    /// note.
    pub chapters_inferred: bool,
    /// The concepts the reader tagged it with.
    pub tags: Vec<ConceptId>,
    /// The concepts the reader refused for it: its text may name them, and it
    /// is not about them. None of `tags` is among them.
    pub refused: Vec<ConceptId>,
    /// The note itself.
    #[serde(deserialize_with = "whole_text::deserialize")]
    pub text: String,
    /// Other names that links call it by; ids of its blocks after `^`.
    pub names: Vec<String>,
    /// Links in its text, in order.
    pub links: Vec<Link>,
    /// The text was cut off by the place it was copied from.
    pub truncated: bool,
    /// Whose words the text is in.
    pub wording: Wording,
    /// Whether it is quoted from the book.
    pub voice: Voice,
    /// One line that says what the note says.
    pub gist: LocalText,
    /// Where it was imported from, which few entries were.
    pub source: Option<Box<Source>>,
    /// The file it stands in, relative to the library, and the line.
    pub file: String,
    /// The line in that file, from 1.
    pub line: usize,
}

impl Entry {
    /// Whether the reader said that it is not about a concept.
    pub fn refuses(&self, concept: ConceptId) -> bool {
        self.refused.contains(&concept) && !self.tags.contains(&concept)
    }
}

/// Whose words a text is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wording {
    /// The reader's own.
    #[default]
    Original,
    /// Retold by somebody else, in other words than the reader's.
    Retelling,
}
