//! Books of a source, found by what they are known by.

use super::note::ImportedBook;
use crate::text::fold;
use std::collections::HashMap;
use xxhash_rust::xxh3::xxh3_128;

/// What a title, as titles are compared, and the authors add up to; or an id.
type Name = u128;

/// Where each book is that was put down, by its ids and its name; of several the first.
#[derive(Debug, Default)]
pub(super) struct BookShelf {
    by_id: HashMap<Name, usize>,
    by_name: HashMap<Name, usize>,
    /// The same of books without an id.
    without_id: HashMap<Name, usize>,
}

impl BookShelf {
    /// Puts down a book that is at a place.
    pub(super) fn put(&mut self, book: &ImportedBook, at: usize) {
        let name = name(book);
        if book.ids.is_empty() {
            self.without_id.entry(name).or_insert(at);
        }
        self.by_name.entry(name).or_insert(at);
        for id in &book.ids {
            self.by_id.entry(xxh3_128(id.as_bytes())).or_insert(at);
        }
    }

    /// Where the same book is: by an id, or else, where one of both has no id, by title and
    /// authors.
    pub(super) fn find(&self, book: &ImportedBook, books: &[ImportedBook]) -> Option<usize> {
        let by_id = book
            .ids
            .iter()
            .filter_map(|id| self.by_id.get(&xxh3_128(id.as_bytes())));
        let names = match book.ids.is_empty() {
            true => &self.by_name,
            false => &self.without_id,
        };
        let by_name = names.get(&name(book));
        let found = by_id.chain(by_name).min().copied();
        found.filter(|at| *at < books.len())
    }
}

fn name(book: &ImportedBook) -> Name {
    let mut bytes = Vec::new();
    let title = book.title.as_deref().map(fold::key);
    for part in title.iter().map(Vec::as_slice) {
        bytes.extend_from_slice(part);
    }
    bytes.push(u8::from(title.is_some()));
    for author in &book.authors {
        bytes.push(0);
        bytes.extend_from_slice(author.as_bytes());
    }
    xxh3_128(&bytes)
}
