//! What a summary says, before it has a form: one place decides what is said, and
//! terminal, Markdown and HTML only print it.

mod chapter;
mod coverage;
mod story;

use crate::map::Words;
use crate::model::{ConceptId, EntryId, Library};

pub use chapter::{BookSummary, digest};
pub use story::story;

/// A summary of a book, or the story of a concept in one.
#[derive(Clone, Debug, Default)]
pub struct Digest {
    pub(super) title: String,
    pub(super) facts: Vec<String>,
    pub(super) sections: Vec<Section>,
    /// What is said at the end.
    pub(super) closing: Vec<Block>,
}

/// A chapter, or all that is told under one heading.
#[derive(Clone, Debug, Default)]
pub(super) struct Section {
    pub(super) title: String,
    pub(super) facts: Vec<String>,
    pub(super) blocks: Vec<Block>,
}

/// Lines of one kind.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) heading: String,
    pub(super) form: Form,
    pub(super) lines: Vec<Line>,
}

/// How lines are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Words of the notes, each line by itself.
    Quotes,
    /// Words about the notes, each line by itself.
    List,
    /// A few words each, in a row.
    Row,
}

/// A line, and where it is from.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) text: String,
    /// Said about it: `×2`, `p353부터`, `지나가며`.
    pub(super) remark: String,
    /// The entry and its pages.
    pub(super) source: String,
    /// What follows from it: the answer to a question.
    pub(super) then: Vec<Line>,
}

impl Digest {
    /// The title: that of the book, or the name of the concept.
    pub fn title(&self) -> &str {
        &self.title
    }
}

impl Block {
    fn new(heading: &str, form: Form, lines: Vec<Line>) -> Option<Self> {
        (!lines.is_empty()).then(|| Self {
            heading: heading.to_owned(),
            form,
            lines,
        })
    }
}

impl Line {
    /// The entry, its pages, and what is said about the line.
    pub(super) fn from(&self) -> String {
        let parts = [self.source.as_str(), self.remark.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    }

    fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}

/// Where a line is from: `22일차 · p383–391`.
fn source(library: &Library, words: Words, entry: EntryId) -> String {
    let name = words.entry_name(library, entry);
    match library.brief(entry).pages {
        Some(pages) => format!("{name} · {}", words.pages(pages)),
        None => name,
    }
}

/// The first page of an entry, or its name.
fn place(library: &Library, words: Words, entry: EntryId) -> String {
    match library.brief(entry).pages {
        Some(pages) => words.pages(pages.first),
        None => words.entry_name(library, entry),
    }
}

fn label(library: &Library, words: Words, concept: ConceptId) -> &str {
    library.vocabulary().get(concept).label_in(words.language())
}

/// Days from one to another: `2023-10-18 – 2023-10-21`.
fn dates((first, last): (jiff::civil::Date, jiff::civil::Date)) -> String {
    match first == last {
        true => first.to_string(),
        false => format!("{first} – {last}"),
    }
}
