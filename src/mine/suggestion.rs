//! A name that may be a concept's, and why.

use super::like::Like;
use super::score::Score;
use crate::model::EntryId;
use crate::tag::Field;
use std::ops::Range;

/// A suggested name, with its evidence.
#[derive(Clone, Debug)]
pub struct Suggestion {
    /// The commonest written form.
    pub name: String,
    /// How likely it is a concept, and from what that follows.
    pub score: Score,
    /// How often it stands in the notes.
    pub occurrences: u32,
    /// The entries it stands in, in reading order.
    pub entries: Vec<EntryId>,
    /// Whether it was ever between quotation marks.
    pub quoted: bool,
    /// Whether it is an acronym.
    pub acronym: bool,
    /// Occurrences in titles.
    pub titles: u32,
    /// Whether a parenthesis ever said it in other letters.
    pub glossed: bool,
    /// The particles seen behind it, each once, sorted.
    pub particles: Vec<String>,
    /// Up to three occurrences, of different entries where there are several.
    pub examples: Vec<Example>,
    /// The known concept that it may be another name of.
    pub like: Option<Like>,
}

/// An occurrence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The entry.
    pub entry: EntryId,
    /// The field.
    pub field: Field,
    /// Byte range in the field, on character boundaries.
    pub span: Range<usize>,
}
