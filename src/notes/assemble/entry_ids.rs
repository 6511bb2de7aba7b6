//! The ids of entries, of which there may be very many.

use super::{is_usable, taken};
use crate::notes::problems::Problems;

use crate::notes::limits::PROBLEM_LIMIT;
use crate::notes::parse::Parsed;
use crate::source::{Place, SourceFile};
use std::collections::HashMap;
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_128;

/// Where a file with entries is read once more, by its number, when there is something to
/// say about it: texts do not stay in memory.
pub(in crate::notes) trait SourceOf {
    /// The file as it was parsed.
    fn parsed(&self, file: usize) -> Option<Parsed>;

    /// The text of the file.
    fn text(&self, file: usize) -> Option<Arc<SourceFile>>;
}

/// An entry of a file, both by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct At {
    pub(super) file: u32,
    pub(super) item: u32,
}

/// The ids met so far, and those that were met again.
#[derive(Default)]
pub(super) struct EntryIds {
    /// By what a book and an id in it add up to.
    first: HashMap<u128, At>,
    again: Vec<Again>,
    /// How often each file has one that was met before.
    told: HashMap<u32, usize>,
}

/// An id that is taken.
struct Again {
    first: At,
    id: String,
    place: Place,
}

impl EntryIds {
    /// Takes the id of an entry in a book; gives whether it can be used, and reports it
    /// when not: one that is taken in [`Self::report`].
    pub(super) fn take(
        &mut self,
        book: &str,
        id: &str,
        at: At,
        place: &dyn Fn() -> Place,
        diagnostics: &mut Problems,
    ) -> bool {
        if !is_usable("entry", id, place, diagnostics) {
            return false;
        }
        let mut key = Vec::with_capacity(book.len() + id.len() + 1);
        for part in [book.as_bytes(), b"\0", id.as_bytes()] {
            key.extend_from_slice(part);
        }
        let first = *self.first.entry(xxh3_128(&key)).or_insert(at);
        if first != at {
            let told = self.told.entry(at.file).or_default();
            *told += 1;
            // There are more than are listed.
            if *told <= PROBLEM_LIMIT + 1 {
                self.again.push(Again {
                    first,
                    id: id.to_owned(),
                    place: place(),
                });
            }
        }
        first == at
    }

    /// Says which ids were taken, and by which entry.
    pub(super) fn report(mut self, sources: &dyn SourceOf, diagnostics: &mut Problems) {
        self.again.sort_by_key(|again| again.first);
        for of_file in self.again.chunk_by(|a, b| a.first.file == b.first.file) {
            let parsed = sources.parsed(of_file[0].first.file as usize);
            for Again { first, id, place } in of_file {
                let found = match &parsed {
                    Some(Parsed::Entries { entries, .. }) => entries.get(first.item as usize),
                    _ => None,
                };
                let found = found.map(|entry| entry.field("id"));
                diagnostics.push(taken("entry", id, place.clone(), found));
            }
        }
    }
}
