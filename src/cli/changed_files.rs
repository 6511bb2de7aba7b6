//! Which files of a library changed.

use crate::model::Entry;
use crate::notes::Ground;
use crate::source::Stamp;
use crate::store::Warning;
use std::collections::HashSet;

/// What became of the files of a snapshot, by their names.
pub(super) struct ChangedFiles {
    /// They are as they were.
    pub(super) same: HashSet<String>,
    /// They were there, and are not, or hold something else.
    pub(super) gone: HashSet<String>,
    /// They were not there, or hold something else now.
    pub(super) new: HashSet<String>,
}

impl ChangedFiles {
    pub(super) fn of(stamps: &[Stamp], before: &[Stamp]) -> Self {
        let named = |same: bool| {
            let some = stamps.iter().filter(|it| it.digest.is_some() == same);
            some.map(|stamp| stamp.name.clone()).collect()
        };
        let same: HashSet<String> = named(true);
        let before = before.iter().map(|stamp| &stamp.name);
        Self {
            gone: before.filter(|it| !same.contains(*it)).cloned().collect(),
            new: named(false),
            same,
        }
    }

    /// The files to read: those that changed, have no entries, or a problem.
    pub(super) fn to_read(&self, entries: &[Entry], warning: Option<&Warning>) -> HashSet<String> {
        let with_entries: HashSet<&String> = entries.iter().map(|entry| &entry.file).collect();
        let without = self.same.iter().filter(|it| !with_entries.contains(it));
        let troubled = warning.iter().flat_map(|warning| &warning.files);
        let troubled = troubled.filter(|it| self.same.contains(*it));
        let all = self.new.iter().chain(without).chain(troubled);
        all.cloned().collect()
    }

    /// Whether files changed that have to do with which book an entry belongs to.
    pub(super) fn moves_book(
        &self,
        entries: &[Entry],
        warning: Option<&Warning>,
        ground: &Ground<'_>,
    ) -> bool {
        let moved = || self.new.iter().chain(&self.gone);
        let of_books = warning.is_some_and(|warning| warning.of_books);
        let with_entries: HashSet<&String> = entries.iter().map(|entry| &entry.file).collect();
        ground.has_book_in(moved()) || of_books && moved().any(|name| !with_entries.contains(name))
    }
}
