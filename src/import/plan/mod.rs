//! What importing would change, before anything is changed.

mod assign;
mod book;
mod compare;
mod entry;
mod known;
mod likeness;
mod names;

use super::note::Skipped;
use crate::model::{Entry, EntryId, Voice};

pub use assign::{AssignError, Assigned, Reason, Target, assign};
pub use book::new_book;
pub use compare::plan;

/// What happens to one note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It becomes a new entry.
    New,
    /// The library has it as it is.
    Unchanged,
    /// The source says something else now, and the reader has not edited the entry:
    /// it is brought up to date.
    Updated(EntryId),
    /// The source says something else now, and so does the reader: the entry is kept
    /// as it is.
    Conflict(EntryId),
}

/// What a source says now of an entry that the library has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upstream {
    /// The title at the source.
    pub title: Option<String>,
    /// The text.
    pub text: String,
    /// Who speaks in it.
    pub voice: Voice,
    /// Whether it was cut off.
    pub truncated: bool,
    /// The fingerprint of it.
    pub digest: String,
}

/// A note and what happens to it.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The change.
    pub change: Change,
    /// The entry: the new one, or the library's.
    pub entry: Entry,
    /// What its source says now, when that is something else.
    pub upstream: Option<Upstream>,
}

/// What importing some notes into a book would do, in reading order.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The notes.
    pub notes: Vec<Planned>,
    /// Notes that become no entry.
    pub skipped: Vec<Skipped>,
    /// Entries that came from this kind of source and are not in it any more. They
    /// are kept.
    pub missing: Vec<EntryId>,
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
