//! What a map is drawn of.

use crate::model::{BookId, ChapterId, ConceptId, EntryId, Language, Library};
use crate::place::Placement;

/// Which part of a library a map shows, and how much of it.
#[derive(Clone, Debug)]
pub struct Selection {
    /// Only this book.
    pub book: Option<BookId>,
    /// Only entries in one of these chapters; empty: in any.
    pub chapters: Vec<ChapterId>,
    /// Only what is near this concept: within so many links.
    pub around: Option<(ConceptId, usize)>,
    /// At most so many concepts, the most named ones.
    pub top: usize,
    /// So many links for each concept (see [`crate::graph::backbone()`]).
    pub edges_per_node: f32,
    /// The language of labels; `None`: the book's.
    pub language: Option<Language>,
}

impl Default for Selection {
    fn default() -> Self {
        Self {
            book: None,
            chapters: Vec::new(),
            around: None,
            top: 50,
            edges_per_node: 1.75,
            language: None,
        }
    }
}

impl Selection {
    /// The entries that the map is about, in reading order.
    pub(super) fn entries(&self, library: &Library, placement: &Placement) -> Vec<EntryId> {
        library
            .entry_ids()
            .filter(|&entry| {
                self.book
                    .is_none_or(|book| library.entry(entry).book == book)
            })
            .filter(|&entry| {
                let inside = |chapter: &ChapterId| placement.is_in(library, entry, *chapter);
                self.chapters.is_empty() || self.chapters.iter().any(inside)
            })
            .collect()
    }

    /// The language of labels: the one asked for, or the book's.
    pub(super) fn language(&self, library: &Library, entries: &[EntryId]) -> Language {
        self.language.unwrap_or_else(|| {
            entries.first().map_or(Language::ENGLISH, |&entry| {
                library.book(library.entry(entry).book).language
            })
        })
    }
}
