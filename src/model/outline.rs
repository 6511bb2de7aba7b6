//! The outline of a book: its parts and chapters, in order.

use super::{LocalText, PageBound};
use serde::{Deserialize, Serialize};

/// How sure a statement about the book is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Certainty {
    /// A guess.
    Low,
    /// Inferred, or remembered.
    Medium,
    /// Read in the book or a trustworthy source.
    #[default]
    High,
}

/// A part of a book: a run of chapters under one heading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// The user's id, unique in the book.
    pub id: String,
    /// The number, for numbered parts.
    pub number: Option<u32>,
    /// The heading.
    pub title: LocalText,
    /// How sure the heading is.
    pub certainty: Certainty,
    /// What is known from where.
    pub note: Option<String>,
}

/// A chapter: anything the outline lists, an introduction and an appendix too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chapter {
    /// The user's id, unique in the book: `9`, `conclusion`.
    pub id: String,
    /// The number, for numbered chapters.
    pub number: Option<u32>,
    /// Index of its part in [`Outline::parts`].
    pub part: Option<usize>,
    /// The heading.
    pub title: LocalText,
    /// What is known about its first page.
    pub starts: PageBound,
    /// What is known about its last page.
    pub ends: PageBound,
    /// How sure heading and place are.
    pub certainty: Certainty,
    /// What is known from where.
    pub note: Option<String>,
    /// Headings of its sections, in order.
    pub sections: Vec<LocalText>,
}

/// Parts and chapters of a book, in the order of the book.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    /// The parts.
    pub parts: Vec<Part>,
    /// All chapters, inside parts or not.
    pub chapters: Vec<Chapter>,
}

impl Outline {
    /// The chapter with an id; also a number or a heading in any language.
    pub fn find(&self, name: &str) -> Option<usize> {
        let name = name.trim();
        self.chapters
            .iter()
            .position(|chapter| chapter.id == name)
            .or_else(|| self.by_number(name.trim_end_matches('장').parse().ok()?))
            .or_else(|| {
                self.chapters.iter().position(|chapter| {
                    chapter
                        .title
                        .iter()
                        .any(|(_, title)| title.eq_ignore_ascii_case(name))
                })
            })
    }

    /// The chapter with a number.
    pub fn by_number(&self, number: u32) -> Option<usize> {
        self.chapters
            .iter()
            .position(|chapter| chapter.number == Some(number))
    }
}
