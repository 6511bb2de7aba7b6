//! Entries of an earlier snapshot, by how they are written.

use crate::model::Entry;
use crate::store::Before;
use std::collections::HashMap;

/// The entries of files that are read again, by file and by what they add up to as they
/// are written.
#[derive(Default)]
pub(super) struct AsWritten<'a>(HashMap<(&'a str, u128), usize>);

impl<'a> AsWritten<'a> {
    pub(super) fn of(before: &'a Before, is_read: &dyn Fn(&String) -> bool) -> Self {
        let written = before.entries().iter().zip(before.written()).enumerate();
        // What a note says does not all stand where it begins.
        let written =
            written.filter(|(_, (entry, _))| entry.file.ends_with(".ron") && is_read(&entry.file));
        let key = |(entry, written): (&'a Entry, u128)| (entry.file.as_str(), written);
        Self(written.map(|(number, both)| (key(both), number)).collect())
    }

    /// The number of the entry of a file that is written so.
    pub(super) fn number(&self, file: &str, written: u128) -> Option<usize> {
        self.0.get(&(file, written)).copied()
    }
}
