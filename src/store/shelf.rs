//! What is read whole: what a library has of everything, and what is saved with it.

use crate::model::{EntryReference, Library, MarkdownSettings, SavedQuery};
use crate::source::{Place, SourceFile};
use serde::{Deserialize, Serialize};

/// What there is to say about problems in the notes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// The first problem, as it is told.
    pub first: String,
    /// How many problems there are that are not allowed: it may be none.
    pub problems: usize,
    /// The files that problems are about, of those that are allowed, too, sorted.
    pub files: Vec<String>,
    /// Whether one of these holds a book.
    pub of_books: bool,
    /// Whether there is a problem with the names of files, or with folders.
    pub of_names: bool,
}

/// What is known of a library before anything is asked for.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Shelf {
    pub(super) entries_of_book: Vec<u32>,
    pub(super) warning: Option<Warning>,
}

/// What few commands ask for.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Saved {
    pub(super) dismissed: Vec<String>,
    pub(super) references: Vec<EntryReference>,
    pub(super) markdown: MarkdownSettings,
    queries: Vec<Query>,
}

/// A saved query, with the file that it stands in.
#[derive(Debug, Serialize, Deserialize)]
struct Query {
    name: String,
    query: String,
    file: String,
    text: String,
    start: usize,
    end: usize,
}

impl Shelf {
    pub(super) fn of(library: &Library, warning: Option<Warning>) -> Self {
        let of_book = |book| library.entries_of(book).count() as u32;
        Self {
            entries_of_book: library.book_ids().map(of_book).collect(),
            warning,
        }
    }
}

impl Saved {
    pub(super) fn of(library: &Library) -> Self {
        let query = |saved: &SavedQuery| Query {
            name: saved.name.clone(),
            query: saved.query.clone(),
            file: saved.place.file.name.clone(),
            text: saved.place.file.text.clone(),
            start: saved.place.span.start,
            end: saved.place.span.end,
        };
        Self {
            dismissed: library.vocabulary().dismissed().to_vec(),
            references: library.references().to_vec(),
            markdown: library.markdown().clone(),
            queries: library.queries().iter().map(query).collect(),
        }
    }

    pub(super) fn queries(&self) -> Vec<SavedQuery> {
        let query = |query: &Query| SavedQuery {
            name: query.name.clone(),
            query: query.query.clone(),
            place: Place {
                file: SourceFile::new(&query.file, &query.text),
                span: query.start..query.end,
            },
        };
        self.queries.iter().map(query).collect()
    }
}
