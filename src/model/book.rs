//! A book and the edition that was read.

use super::{Language, LocalText, Outline};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A book that notes are kept about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Book {
    /// The user's id, unique in the library.
    pub id: String,
    /// The language of the edition read, and of the notes.
    pub language: Language,
    /// The title.
    pub title: LocalText,
    /// The subtitle.
    pub subtitle: LocalText,
    /// The authors, in order.
    pub authors: Vec<String>,
    /// The edition that was read.
    pub edition: Edition,
    /// Parts and chapters.
    pub outline: Outline,
    /// What importers know it by: `readwise:B00INIXPYE`.
    pub sources: Vec<String>,
    /// The file it stands in, relative to the library.
    pub file: String,
}

/// The edition of a book; what is not known is left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Edition {
    /// The publisher's name.
    pub publisher: Option<String>,
    /// The day it was published.
    pub date: Option<Date>,
    /// The translators, in order.
    pub translators: Vec<String>,
    /// The number of its last page.
    pub pages: Option<u32>,
    /// The ISBN, as printed.
    pub isbn: Option<String>,
}

impl Book {
    /// The title in a language, or the id when there is no title at all.
    pub fn title_in(&self, language: Language) -> &str {
        self.title.best(language).unwrap_or(&self.id)
    }
}
