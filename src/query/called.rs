//! Everything that a name may mean.

use super::entries::entries_called;
use super::names::ConceptNames;
use crate::model::{BookId, ChapterId, ConceptId, EntryId, Library};

/// Entries, concepts, chapters and books of one name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Called {
    /// The entries of this id, date, day or title.
    pub entries: Vec<EntryId>,
    /// The concepts of this name.
    pub concepts: Vec<ConceptId>,
    /// The chapters of this id, number or title, in the order of the books.
    pub chapters: Vec<ChapterId>,
    /// The books of this id.
    pub books: Vec<BookId>,
    /// Entries that the name, a chapter's, would mean as a day of reading.
    pub of_day: Vec<EntryId>,
}

impl Called {
    /// All that is called `name`, of one book or of all. A number is a chapter's first,
    /// and then a day's.
    pub fn by(library: &Library, names: &ConceptNames, name: &str, only: Option<BookId>) -> Self {
        let passes = |book: BookId| only.is_none_or(|only| only == book);
        let mut called = Self {
            concepts: names.resolve(name).concepts,
            entries: entries_called(library, name),
            ..Self::default()
        };
        called
            .entries
            .retain(|&entry| passes(library.book_of(entry)));
        for book in library.book_ids().filter(|&book| passes(book)) {
            let id = &library.book(book).id;
            let chapter = name.strip_prefix(&format!("{id}/")).unwrap_or(name);
            let chapter = library.book(book).outline.find(chapter);
            called.chapters.extend(chapter.map(|index| ChapterId {
                book,
                index: index as u32,
            }));
            called.books.extend((id == name).then_some(book));
        }
        if !called.chapters.is_empty() && library.find_entries(name).is_empty() {
            called.of_day = std::mem::take(&mut called.entries);
        }
        called
    }

    /// Whether nothing is.
    pub fn is_empty(&self) -> bool {
        let entries = self.entries.is_empty() && self.concepts.is_empty();
        entries && self.chapters.is_empty() && self.books.is_empty()
    }
}
