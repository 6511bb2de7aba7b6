//! Entries of an earlier snapshot that stay.

use super::renamed::Renamed;
use super::snapshot::new_entry;
use crate::model::{BookId, Entry};
use crate::notes::ReadEntry;
use crate::store::{Before, Builder, NewEntry};
use std::collections::{HashMap, HashSet};
use std::io::Result;

/// Which entries of an earlier snapshot are there still.
pub(super) struct Staying<'a> {
    before: &'a Before,
    /// Of each entry, in the order of the snapshot, the line where it is now; `None` when
    /// it is gone, or says something else.
    lines: Vec<Option<usize>>,
    /// Whether its file is read again.
    again: Vec<bool>,
    /// The entries of files that are read again, by file and by what they add up to as they
    /// are written.
    written: HashMap<(&'a str, u128), usize>,
    /// The books and ids of the others.
    ids: HashSet<(BookId, &'a str)>,
    /// One of these is the id of a new entry, too.
    pub(super) clash: bool,
}

impl<'a> Staying<'a> {
    /// Those whose files are not read again. Of the other files, those entries stay that are
    /// written as they were, if the vocabulary is what it was.
    pub(super) fn of(
        before: &'a Before,
        is_read: &dyn Fn(&String) -> bool,
        same_vocabulary: bool,
    ) -> Self {
        let entries = before.entries();
        let again: Vec<bool> = entries.iter().map(|entry| is_read(&entry.file)).collect();
        let both = || entries.iter().zip(&again);
        let line = |(entry, again): (&Entry, &bool)| (!again).then_some(entry.line);
        let key = |(entry, _): (&'a Entry, _)| (entry.book, entry.id.as_str());
        let written = entries.iter().zip(before.written()).zip(&again).enumerate();
        // What a note says does not all stand where it begins.
        let written = written.filter(|(_, ((entry, _), again))| {
            same_vocabulary && **again && entry.file.ends_with(".ron")
        });
        Self {
            before,
            lines: both().map(line).collect(),
            written: written
                .map(|(at, ((entry, written), _))| ((entry.file.as_str(), written), at))
                .collect(),
            ids: both().filter(|(_, again)| !**again).map(key).collect(),
            clash: false,
            again,
        }
    }

    /// Takes an entry of a file that is read again: `None` when it is written as it was.
    pub(super) fn take(&mut self, read: ReadEntry) -> Option<NewEntry> {
        let entry = &read.entry;
        let was = self.written.get(&(entry.file.as_str(), read.written));
        let was = was.copied().filter(|&at| {
            let before = &self.before.entries()[at];
            self.lines[at].is_none() && before.id == entry.id && before.book == entry.book
        });
        if let Some(at) = was {
            self.lines[at] = Some(entry.line);
            return None;
        }
        self.clash |= self.ids.contains(&(entry.book, entry.id.as_str()));
        Some(new_entry(read))
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
