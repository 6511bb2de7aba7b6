//! Entries of an earlier snapshot that stay.

use super::as_written::AsWritten;
use super::renamed::Renamed;
use super::snapshot::new_entry;
use crate::model::{BookId, Entry};
use crate::notes::{KnownEntry, ReadEntry};
use crate::store::{Before, Builder, NewEntry};
use std::collections::HashSet;
use std::io::Result;

/// Which entries of an earlier snapshot are there still.
pub(super) struct Staying<'a> {
    before: &'a Before,
    /// Of each entry, in the order of the snapshot, the line where it is now; `None` when
    /// it is gone, or says something else.
    lines: Vec<Option<usize>>,
    /// Whether its file is read again.
    again: Vec<bool>,
    /// One that stays was met twice.
    twice: bool,
}

impl<'a> Staying<'a> {
    /// Those whose files are not read again.
    pub(super) fn of(before: &'a Before, is_read: &dyn Fn(&String) -> bool) -> Self {
        let entries = before.entries();
        let again: Vec<bool> = entries.iter().map(|entry| is_read(&entry.file)).collect();
        let both = entries.iter().zip(&again);
        let line = |(entry, again): (&Entry, &bool)| (!again).then_some(entry.line);
        Self {
            before,
            lines: both.map(line).collect(),
            twice: false,
            again,
        }
    }

    /// Takes an entry of a file that is read again: `None` when it is written as it was.
    pub(super) fn take(&mut self, read: ReadEntry, written: &AsWritten<'_>) -> Option<NewEntry> {
        let entry = &read.entry;
        let was = written.number(&entry.file, read.written).filter(|&at| {
            let before = &self.before.entries()[at];
            self.lines[at].is_none() && before.id == entry.id && before.book == entry.book
        });
        if let Some(at) = was {
            self.lines[at] = Some(entry.line);
            return None;
        }
        Some(new_entry(read))
    }

    /// Takes an entry that was not even read, as it is written as it was.
    pub(super) fn meet(&mut self, known: KnownEntry) {
        self.twice |= self.lines[known.number].replace(known.line).is_some();
    }

    /// Whether two entries have one id: one that stays was met twice, or has the id of a
    /// new one.
    pub(super) fn clashes_with(&self, new: &[Entry]) -> bool {
        let key = |entry: &'a Entry| (entry.book, entry.id.as_str());
        let new: HashSet<(BookId, &str)> = new.iter().map(|new| (new.book, &*new.id)).collect();
        let entries = self.before.entries().iter().zip(&self.lines);
        let mut stay = entries.filter(|(_, line)| line.is_some());
        self.twice || !new.is_empty() && stay.any(|(entry, _)| new.contains(&key(entry)))
    }

    /// The entries of files that are read again that are written as they were.
    pub(super) fn met_again(&self) -> impl Iterator<Item = Entry> {
        let entries = self.before.entries().iter().zip(&self.lines);
        let again = entries.zip(&self.again).filter(|(_, again)| **again);
        again.filter_map(|((entry, line), _)| {
            let line = (*line)?;
            Some(Entry {
                line,
                ..entry.clone()
            })
        })
    }

    /// Puts those that stay into another snapshot; with an edited vocabulary, only what it
    /// leaves as it was is not tagged anew.
    pub(super) fn keep(self, builder: &mut Builder, renamed: Option<&Renamed>) -> Result<()> {
        let Some(renamed) = renamed else {
            return builder.keep(self.before, &self.lines);
        };
        self.before.read(|first, entries| {
            let stays = entries.into_iter().zip(first..);
            let stays = stays.filter(|(_, number)| self.lines[*number].is_some());
            builder.add(stays.map(|(mut new, number)| {
                renamed.renumber(&mut new.entry);
                new.known = new
                    .known
                    .and_then(|(tags, behind)| renamed.take_over(number, &tags, behind));
                new
            }))
        })
    }
}
