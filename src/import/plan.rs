//! What importing would change, before anything is changed.

use super::ImportedNote;
use crate::model::{BookId, Entry, EntryId, Library, LocalText, Source, Wording};
use crate::text::entry_id::stem;
use std::collections::HashSet;
use xxhash_rust::xxh3::xxh3_64;

/// What happens to one note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It becomes a new entry.
    New,
    /// The library has it as it is.
    Unchanged,
    /// The source has another text now than when it was imported; the
    /// library's entry is kept as it is.
    Changed(Changed),
}

/// The entry whose source has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The entry in the library.
    pub entry: EntryId,
}

/// A note and what happens to it.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The change.
    pub change: Change,
    /// The entry: the new one, or the library's.
    pub entry: Entry,
}

/// What importing some notes into a book would do, in reading order.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The notes.
    pub notes: Vec<Planned>,
}

impl Plan {
    /// How many notes there are of one kind.
    pub fn count(&self, is: impl Fn(Change) -> bool) -> usize {
        self.notes.iter().filter(|note| is(note.change)).count()
    }

    /// The new entries.
    pub fn new_entries(&self) -> impl Iterator<Item = &Entry> {
        let new = |note: &&Planned| note.change == Change::New;
        self.notes.iter().filter(new).map(|note| &note.entry)
    }
}

/// Compares notes with what a book has already; `None` is a book that is still
/// to be made. Notes are known by the key of their source; a note that stands
/// twice in the import counts once.
pub fn plan(
    library: &Library,
    book: Option<BookId>,
    importer: &str,
    notes: &[ImportedNote],
) -> Plan {
    let existing: Vec<EntryId> = book
        .map(|book| library.entries_of(book).collect())
        .unwrap_or_default();
    let book = book.unwrap_or(BookId::from(library.book_count()));
    let mut ids: HashSet<String> = existing
        .iter()
        .map(|&entry| library.entry(entry).id.clone())
        .collect();
    let mut keys: HashSet<&str> = HashSet::new();
    let mut plan = Plan::default();
    for note in notes {
        if !keys.insert(&note.key) {
            continue;
        }
        let digest = digest(note);
        let same = existing.iter().copied().find(|&entry| {
            let source = library.entry(entry).source.as_ref();
            source.is_some_and(|source| source.kind == importer && source.key == note.key)
        });
        plan.notes.push(match same {
            Some(entry) => {
                let before = library
                    .entry(entry)
                    .source
                    .as_ref()
                    .and_then(|source| source.digest.as_ref());
                let unchanged = before.is_none_or(|before| *before == digest);
                Planned {
                    change: if unchanged {
                        Change::Unchanged
                    } else {
                        Change::Changed(Changed { entry })
                    },
                    entry: library.entry(entry).clone(),
                }
            }
            None => Planned {
                change: Change::New,
                entry: new_entry(note, book, importer, digest, &mut ids),
            },
        });
    }
    plan.notes.sort_by(|a, b| {
        (a.entry.date, a.entry.day, &a.entry.id).cmp(&(b.entry.date, b.entry.day, &b.entry.id))
    });
    plan
}

fn new_entry(
    note: &ImportedNote,
    book: BookId,
    importer: &str,
    digest: String,
    ids: &mut HashSet<String>,
) -> Entry {
    Entry {
        id: free_id(note, ids),
        book,
        title: note.title.clone(),
        date: note.date,
        day: note.day,
        pages: note.pages,
        chapters: Vec::new(),
        chapters_inferred: false,
        refused: Vec::new(),
        tags: Vec::new(),
        text: note.text.clone(),
        truncated: note.truncated,
        wording: Wording::Original,
        gist: LocalText::default(),
        source: Some(Source {
            kind: importer.to_owned(),
            key: note.key.clone(),
            title: Some(note.source_title.clone()),
            digest: Some(digest),
        }),
        file: String::new(),
        line: 0,
    }
}

/// An id nobody has: `day-28`, or the date, or the title; numbered if taken.
fn free_id(note: &ImportedNote, ids: &mut HashSet<String>) -> String {
    let stem = stem(note.day, note.date, &note.title);
    let mut id = stem.clone();
    let mut number = 2;
    while !ids.insert(id.clone()) {
        id = format!("{stem}-{number}");
        number += 1;
    }
    id
}

/// A fingerprint of what the source says, the same on every machine.
fn digest(note: &ImportedNote) -> String {
    format!(
        "{:016x}",
        xxh3_64(format!("{}\0{}", note.source_title, note.text).as_bytes())
    )
}
