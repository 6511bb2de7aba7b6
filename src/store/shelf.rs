//! What is read whole when a snapshot is opened: books, concepts, saved queries.

use crate::model::{Book, Concept, Library, SavedQuery, Vocabulary};
use crate::source::{Place, SourceFile};
use serde::{Deserialize, Serialize};

/// What there is to say about problems in the notes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// The first problem, as it is told.
    pub first: String,
    /// How many problems there are.
    pub problems: usize,
}

/// The parts of a library that are no entries.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Shelf {
    pub(super) books: Vec<Book>,
    pub(super) entries_of_book: Vec<usize>,
    pub(super) reading_positions: Vec<u32>,
    concepts: Vec<Concept>,
    dismissed: Vec<String>,
    queries: Vec<Query>,
    pub(super) warning: Option<Warning>,
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
        let of_book = |book| library.entries_of(book).count();
        let vocabulary = library.vocabulary();
        let query = |saved: &SavedQuery| Query {
            name: saved.name.clone(),
            query: saved.query.clone(),
            file: saved.place.file.name.clone(),
            text: saved.place.file.text.clone(),
            start: saved.place.span.start,
            end: saved.place.span.end,
        };
        Self {
            books: library.books().to_vec(),
            reading_positions: library
                .entry_ids()
                .map(|entry| library.reading_position(entry) as u32)
                .collect(),
            entries_of_book: library.book_ids().map(of_book).collect(),
            concepts: vocabulary.concepts().to_vec(),
            dismissed: vocabulary.dismissed().to_vec(),
            queries: library.queries().iter().map(query).collect(),
            warning,
        }
    }

    pub(super) fn vocabulary(&mut self) -> Vocabulary {
        let concepts = std::mem::take(&mut self.concepts);
        Vocabulary::new(concepts).with_dismissed(std::mem::take(&mut self.dismissed))
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
