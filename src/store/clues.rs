//! What books, concepts and entries are found by: hashes, in rows by their first bits.
//!
//! A hash says where something may be; whoever asked looks whether it is.

use super::damage::Damaged;
use super::layout::{Section, u32s, u64s};
use super::stored::Stored;
use crate::model::{Clue, Library};
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// About so many are in a row.
const IN_A_ROW: usize = 64;

/// Bytes of a hash and of what it stands for.
const WIDTH: usize = 8 + 4;

/// The hash of something that is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hash(u64);

/// What is looked for; a hash of one kind is none of another.
#[derive(Clone, Copy)]
enum Kind {
    Book,
    Concept,
    Name,
    Id,
    Date,
    Day,
    Title,
}

fn hash(kind: Kind, bytes: &[u8]) -> Hash {
    Hash(xxh3_64_with_seed(bytes, kind as u64))
}

/// A book's id.
pub(super) fn book(id: &str) -> Hash {
    hash(Kind::Book, id.as_bytes())
}

/// A concept's id.
pub(super) fn concept(id: &str) -> Hash {
    hash(Kind::Concept, id.as_bytes())
}

/// A concept's name, or its id, folded.
pub(super) fn name(key: &[u8]) -> Hash {
    hash(Kind::Name, key)
}

/// What an entry is found by.
pub(super) fn entry(clue: &Clue<'_>) -> Hash {
    match clue {
        Clue::Id(id) => hash(Kind::Id, id.as_bytes()),
        Clue::Date(date) => hash(Kind::Date, date.to_string().as_bytes()),
        Clue::Day(day) => hash(Kind::Day, &day.to_le_bytes()),
        Clue::Title(key) => hash(Kind::Title, key),
    }
}

/// All hashes of a library with what they stand for, in rows.
pub(super) fn rows(library: &Library) -> Vec<Vec<u8>> {
    let all = all(library);
    let bits = (all.len() / IN_A_ROW).next_power_of_two().trailing_zeros();
    let rows = 0..1_usize << bits;
    let of_row = |row: usize| {
        let first = |row: usize| all.partition_point(|&(hash, _)| hash.row(bits) < row);
        let found = &all[first(row)..first(row + 1)];
        let hashes = found.iter().flat_map(|(hash, _)| hash.0.to_le_bytes());
        let numbers = found.iter().flat_map(|(_, number)| number.to_le_bytes());
        hashes.chain(numbers).collect()
    };
    rows.map(of_row).collect()
}

fn all(library: &Library) -> Vec<(Hash, u32)> {
    let vocabulary = library.vocabulary();
    let mut all = Vec::new();
    for (number, of_book) in library.books().iter().enumerate() {
        all.push((book(&of_book.id), number as u32));
    }
    for (number, it) in vocabulary.concepts().iter().enumerate() {
        let number = number as u32;
        all.push((concept(&it.id), number));
        all.extend(it.keys().map(|key| (name(&key), number)));
    }
    for id in library.entry_ids() {
        let clues = Clue::of(library.entry(id));
        all.extend(clues.map(|clue| (entry(&clue), id.0)));
    }
    all.sort_unstable();
    all.dedup();
    all
}

impl Hash {
    /// The row that it is in, of as many as so many bits tell apart.
    fn row(self, bits: u32) -> usize {
        self.0.checked_shr(u64::BITS - bits).unwrap_or(0) as usize
    }
}

impl Stored {
    /// What a hash stands for, of so many things.
    pub(super) fn called<T>(&self, hash: &Hash, most: usize, of: impl Fn(u32) -> T) -> Vec<T> {
        let found = self.numbers_of(*hash);
        let found = found.filter(|found| found.iter().all(|&it| (it as usize) < most));
        let found = found.unwrap_or_else(|| Damaged::throw());
        found.into_iter().map(of).collect()
    }

    fn numbers_of(&self, hash: Hash) -> Option<Vec<u32>> {
        let bits = self.file.rows(Section::Clues).checked_ilog2()?;
        let row = self.file.row(Section::Clues, hash.row(bits))?;
        let count = row.body().len() / WIDTH;
        let (hashes, numbers) = row.body().split_at(8 * count);
        let both = u64s(hashes).zip(u32s(numbers));
        let found = both.filter(|(other, _)| *other == hash.0);
        Some(found.map(|(_, number)| number).collect())
    }
}
