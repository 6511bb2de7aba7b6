//! A stored library, of which what is asked for is read.

use super::damage::Damaged;
use super::file::SnapshotFile;
use super::layout::{Piece, Section};
use super::places::PLACES_TOGETHER;
use super::rows::Row;
use super::shelf::{Saved, Shelf};
use super::texts::Texts;
use crate::model::{BRIEFS_TOGETHER, Book, BookId, Cells, Clue, Concept, ConceptId};
use crate::model::{ConceptSource, Entry, EntryId, StoredBrief};
use crate::model::{EntryReference, EntrySource, LibrarySource, MarkdownSettings, SavedQuery};
use crate::place::{PLACED_TOGETHER, Placed, PlacementSource};
use crate::tag::{Behind, BehindSource};
use serde::de::DeserializeOwned;
use std::sync::OnceLock;

/// A snapshot that is read from. What turns out not to be what was written is thrown.
#[derive(Debug)]
pub(super) struct Stored {
    pub(super) file: SnapshotFile,
    shelf: Shelf,
    entries: usize,
    texts: OnceLock<Option<Texts>>,
    /// The rows that say where records are, as far as they were asked for.
    pub(super) places: Cells<Row>,
}

impl Stored {
    /// What is stored in a file; `None` when its parts do not fit together.
    pub(super) fn new(file: SnapshotFile, shelf: Shelf) -> Option<Self> {
        let entries: usize = shelf.entries_of_book.iter().map(|&it| it as usize).sum();
        let (books, concepts) = (file.rows(Section::Books), file.rows(Section::Concepts));
        let whole = books == shelf.entries_of_book.len()
            && file.rows(Section::Extents) == books
            && file.rows(Section::Names) == concepts
            && file.rows(Section::About) == concepts
            && file.rows(Section::Places) == entries.div_ceil(PLACES_TOGETHER);
        whole.then(|| Self {
            file,
            shelf,
            entries,
            texts: OnceLock::new(),
            places: Cells::new(entries.div_ceil(PLACES_TOGETHER)),
        })
    }

    /// How many entries there are.
    pub(super) fn entries(&self) -> usize {
        self.entries
    }

    /// What is known of the folded texts, read when it is first asked for.
    pub(super) fn texts(&self) -> &Texts {
        let read = || Texts::read(&self.file, self.entries);
        let texts = self.texts.get_or_init(read).as_ref();
        texts.unwrap_or_else(|| Damaged::throw())
    }

    pub(super) fn decode<T: DeserializeOwned>(&self, section: Section, row: usize) -> T {
        let read = self.file.decode(section, row);
        read.unwrap_or_else(|| Damaged::throw())
    }

    fn decode_all<T: DeserializeOwned + Send>(&self, section: Section) -> Vec<T> {
        let read = self.file.decode_all(section);
        read.unwrap_or_else(|| Damaged::throw())
    }

    fn saved(&self) -> Saved {
        self.decode(Section::Saved, 0)
    }
}

impl EntrySource for Stored {
    fn entry(&self, id: EntryId) -> Entry {
        let (entry, line): (Entry, u32) = self.record(id, Piece::Entry);
        Entry {
            line: line as usize,
            ..entry
        }
    }

    fn briefs(&self, block: usize) -> Vec<StoredBrief> {
        let briefs = self.briefs_of(block);
        briefs.unwrap_or_else(|| Damaged::throw())
    }
}

impl Stored {
    fn briefs_of(&self, block: usize) -> Option<Vec<StoredBrief>> {
        let briefs: Vec<StoredBrief> = self.file.decode(Section::Briefs, block)?;
        let rest = self.entries.checked_sub(block * BRIEFS_TOGETHER)?;
        (briefs.len() == rest.min(BRIEFS_TOGETHER)).then_some(briefs)
    }
}

impl BehindSource for Stored {
    fn behind(&self, id: EntryId) -> Behind {
        self.record(id, Piece::Behind).0
    }
}

impl LibrarySource for Stored {
    fn entries_of_book(&self) -> Vec<usize> {
        let counts = self.shelf.entries_of_book.iter();
        counts.map(|&count| count as usize).collect()
    }

    fn book(&self, id: BookId) -> Book {
        self.decode(Section::Books, id.index())
    }

    fn books(&self) -> Vec<Book> {
        self.decode_all(Section::Books)
    }

    fn books_called(&self, id: &str) -> Vec<BookId> {
        let books = self.shelf.entries_of_book.len();
        self.called(&super::clues::book(id), books, BookId)
    }

    fn entries_with(&self, clue: &Clue<'_>) -> Vec<EntryId> {
        self.called(&super::clues::entry(clue), self.entries, EntryId)
    }

    fn reading_positions(&self) -> Vec<u32> {
        let positions = self.numbers(Section::Positions, self.entries);
        positions.unwrap_or_else(|| Damaged::throw())
    }

    fn queries(&self) -> Vec<SavedQuery> {
        self.saved().queries()
    }

    fn references(&self) -> Vec<EntryReference> {
        self.saved().references
    }

    fn markdown(&self) -> MarkdownSettings {
        self.saved().markdown
    }
}

impl ConceptSource for Stored {
    fn count(&self) -> usize {
        self.file.rows(Section::Concepts)
    }

    fn concept(&self, id: ConceptId) -> Concept {
        self.decode(Section::Concepts, id.index())
    }

    fn concepts(&self) -> Vec<Concept> {
        self.decode_all(Section::Concepts)
    }

    fn concepts_called(&self, id: &str) -> Vec<ConceptId> {
        self.called(&super::clues::concept(id), self.count(), ConceptId)
    }

    fn concepts_named(&self, key: &[u8]) -> Vec<ConceptId> {
        self.called(&super::clues::name(key), self.count(), ConceptId)
    }

    fn dismissed(&self) -> Vec<String> {
        self.saved().dismissed
    }
}

impl PlacementSource for Stored {
    fn placed(&self, block: usize) -> Placed {
        let placed: Placed = self.decode(Section::Placement, block);
        let rest = self.entries - (block * PLACED_TOGETHER).min(self.entries);
        match placed.count() == Some(rest.min(PLACED_TOGETHER)) {
            true => placed,
            false => Damaged::throw(),
        }
    }

    fn extents(&self, book: BookId) -> Vec<crate::model::Extent> {
        self.decode(Section::Extents, book.index())
    }
}
