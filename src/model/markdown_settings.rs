//! How Markdown notes are read.

use serde::{Deserialize, Serialize};

/// What a library says about its Markdown notes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkdownSettings {
    /// Which pieces of a file are entries.
    pub split: Split,
    /// The folder each of whose folders holds the notes of one book.
    pub books: Option<String>,
    /// The folder with notes that are concepts.
    pub concepts: Option<String>,
}

/// Which pieces of a Markdown file are entries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Split {
    /// The whole file is one.
    #[default]
    Whole,
    /// What stands under each heading of the highest level that stands in the file more
    /// than once.
    Headings,
    /// What stands under each heading of this level, from 1 to 6.
    Heading(u8),
}
