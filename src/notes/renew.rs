//! Some files with entries, read for a library of which the rest is known.

use super::assemble::assemble_entries;
use super::parse::{Parsed, parse};
use super::{file, walk};
use crate::model::{Book, Entry, Vocabulary};
use rayon::prelude::*;
use std::path::Path;

/// What files with entries hold.
#[derive(Debug, Default)]
pub struct ReadEntries {
    /// The entries, file by file.
    pub entries: Vec<Entry>,
    /// What the bytes of each file add up to, in their order.
    pub digests: Vec<u128>,
}

/// Reads the files of these names, as messages call them, in a library with these books
/// and concepts. `None` when one holds anything but entries, or when there is anything
/// to say about one: then the whole library has to be read.
pub fn read_entries(
    notes: &Path,
    names: &[&str],
    books: &[Book],
    vocabulary: &Vocabulary,
) -> Option<ReadEntries> {
    let root = notes.parent().unwrap_or(Path::new(""));
    let read_one = |name: &&str| {
        let path = walk::note_path(notes, &root.join(name));
        let (file, digest) = file::read(&path.absolute, &path.shown).ok()?;
        let mut problems = Vec::new();
        let parsed = parse(&file, &path.folder, &mut problems);
        let entries = matches!(parsed, Some(Parsed::Entries { .. }));
        (entries && problems.is_empty()).then(|| Some((parsed?, digest.number())))?
    };
    let read: Option<Vec<(Parsed, u128)>> = names.par_iter().map(read_one).collect();
    let (parsed, digests) = read?.into_iter().unzip();
    let mut problems = Vec::new();
    let entries = assemble_entries(parsed, books, vocabulary, &mut problems);
    problems
        .is_empty()
        .then_some(ReadEntries { entries, digests })
}
