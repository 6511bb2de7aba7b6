//! The entries of a book, by what their sources know them by.

use crate::import::note::ImportedNote;
use crate::model::{BookId, Entry, EntryId, Library};
use crate::text::fold;
use std::collections::HashMap;

/// How an entry was found to be the one of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Match {
    /// By the key of its source.
    Key(EntryId),
    /// A blog's post that another importer has brought: by title and day, or by
    /// address.
    Post(EntryId),
    /// It says the same.
    Text(EntryId),
}

/// The entries of a book.
pub(super) struct Known<'a> {
    library: &'a Library,
    kind: &'a str,
    by_key: HashMap<&'a str, EntryId>,
    posts: HashMap<Vec<u8>, Vec<EntryId>>,
    by_text: HashMap<String, EntryId>,
}

impl<'a> Known<'a> {
    pub(super) fn of(library: &'a Library, book: Option<BookId>, kind: &'a str) -> Self {
        let mut known = Self {
            library,
            kind,
            by_key: HashMap::new(),
            posts: HashMap::new(),
            by_text: HashMap::new(),
        };
        let entries = book.map(|book| library.entries_of(book));
        for id in entries.into_iter().flatten() {
            let entry = library.entry(id);
            let Some(source) = &entry.source else {
                continue;
            };
            if source.kind == kind {
                known.by_key.insert(&source.key, id);
            }
            if let Some(title) = &source.title {
                known.posts.entry(fold::key(title)).or_default().push(id);
            }
            known.by_text.entry(plain(&entry.text)).or_insert(id);
        }
        known
    }

    /// The entry of a note.
    pub(super) fn find(&self, note: &ImportedNote) -> Option<Match> {
        if let Some(&id) = self.by_key.get(note.key.as_str()) {
            return Some(Match::Key(id));
        }
        if let Some(id) = self.post(note) {
            return Some(Match::Post(id));
        }
        let (text, _) = note.text();
        self.by_text.get(&plain(&text)).map(|&id| Match::Text(id))
    }

    /// Entries of this kind that are not among those found, which are sorted.
    pub(super) fn missing(&self, found: &[EntryId]) -> Vec<EntryId> {
        let mut missing: Vec<EntryId> = self.by_key.values().copied().collect();
        missing.retain(|id| found.binary_search(id).is_err());
        missing.sort_unstable();
        missing
    }

    fn post(&self, note: &ImportedNote) -> Option<EntryId> {
        let title = fold::key(note.source_title.as_deref()?);
        let same = |entry: &Entry| {
            let source = entry.source.as_ref();
            let other = source.is_some_and(|source| source.kind != self.kind);
            let url = source.and_then(|source| source.url.as_deref());
            let by_url = url.is_some() && url == note.url.as_deref();
            other && (by_url || (entry.date.is_some() && entry.date == note.date))
        };
        let posts = self.posts.get(&title)?.iter().copied();
        posts.into_iter().find(|&id| same(self.library.entry(id)))
    }
}

/// A text without what two programs write differently: spaces and line endings.
pub(super) fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
