//! The ids of nodes.

use crate::model::{Book, BookId, Brief, ChapterId, Library};
use jiff::civil::Date;

/// The ids of entries as nodes, behind one another, and their days. They are known
/// once every entry was looked at.
#[derive(Debug, Default)]
pub(super) struct EntryNames {
    text: String,
    ends: Vec<u32>,
    days: Vec<Option<Date>>,
}

impl EntryNames {
    /// Adds the next entry, and gives its id.
    pub(super) fn add(&mut self, book: &Book, entry: Brief<'_>) -> &str {
        let start = self.text.len();
        for part in ["entry:", &book.id, ":", entry.id] {
            self.text.push_str(part);
        }
        self.ends.push(self.text.len() as u32);
        self.days.push(entry.date);
        &self.text[start..]
    }

    /// The id of the entry that was added as the `at`th, from 0.
    pub(super) fn get(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[at] as usize]
    }

    /// The day of the entry that was added as the `at`th.
    pub(super) fn day(&self, at: usize) -> Option<Date> {
        self.days[at]
    }
}

/// The id of a book as a node.
pub(super) fn book(library: &Library, book: BookId) -> String {
    format!("book:{}", library.book(book).id)
}

/// The id of a chapter as a node.
pub(super) fn chapter(library: &Library, chapter: ChapterId) -> String {
    let book = &library.book(chapter.book).id;
    format!("chapter:{book}:{}", library.chapter(chapter).id)
}
