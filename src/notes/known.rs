//! Entries that are known as they are written.

use xxhash_rust::xxh3::{xxh3_64, xxh3_128_with_seed};

/// The number of the entry that a file of this name had before, written in bytes that add
/// up to this (XXH3 of 128 bits, see [`ReadEntry::written`](super::ReadEntry)).
pub type Known<'a> = dyn Fn(&str, u128) -> Option<usize> + Sync + 'a;

/// An entry that need not be read, as it is written as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownEntry {
    /// Which of the entries in its file it is.
    pub(super) item: u32,
    /// Its number before.
    pub number: usize,
    /// The line in its file where it is now.
    pub line: usize,
}

/// What the bytes of an entry add up to, with the book that its file names.
pub(super) fn written(book: Option<&str>, bytes: &str) -> u128 {
    xxh3_128_with_seed(bytes.as_bytes(), xxh3_64(book.unwrap_or("").as_bytes()))
}
