//! Where things are in a snapshot.
//!
//! A head of fixed length, then the sections. Numbers are little-endian.
//!
//! ```text
//! magic (16 bytes) · format u32 · sections u32 · program u64
//! for each section: offset u64 · length u64 · rows u64 · digest u64
//! checksum of the head u64
//! ```
//!
//! A section is rows, each after its checksum, and then where each row ends (u64 each,
//! from the start of the section). So a row is read without a look at the others. Its
//! checksum tells it from other rows, too: a row that is looked for in a wrong place is
//! noticed. Entries and folded texts stand in a section without rows, in the order in
//! which they were read; other sections say where, and are written when all are there.
//! The digest of a section is one of the checksums of its rows, each with the one of those
//! before as its seed.

use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

const MAGIC: &[u8; 16] = b"bookgraph store\n";

/// Raised whenever a section, or a type that is written in one, changes.
const FORMAT: u32 = 10;

/// Bytes of a checksum.
pub(super) const CHECKSUM: usize = 8;

/// The sections, in their order in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// The files that were read: one row.
    Stamps,
    /// How many entries each book has, and what to warn of: one row.
    Shelf,
    /// A row for each book.
    Books,
    /// The extents of the chapters of each book.
    Extents,
    /// A row for each concept.
    Concepts,
    /// The names of each concept, as texts are searched for them.
    Names,
    /// Saved queries and words that are not wanted: one row.
    Saved,
    /// The reading position of each entry: one row.
    Positions,
    /// What books, concepts and entries are found by, in rows by their hashes.
    Clues,
    /// The tags of some entries in each row.
    Tags,
    /// The tags with each concept.
    About,
    /// How many tags each concept has: one row.
    Counts,
    /// What is named together in some entries in each row.
    Together,
    /// The chapters of some entries in each row.
    Placement,
    /// How long the folded title and text of each entry are, and which block of them
    /// is where: one row.
    Texts,
    /// What is kept of the entries of each block for the next time, a row a block.
    Kept,
    /// What is short in some entries in each row.
    Briefs,
    /// Where the records of some entries are in each row.
    Places,
    /// Block by block the folded titles and texts, and then for each entry of the block
    /// itself and what stands behind its tags, each after its checksum. They have no rows.
    Pieces,
}

impl Section {
    pub(super) const ALL: [Self; 19] = [
        Self::Stamps,
        Self::Shelf,
        Self::Books,
        Self::Extents,
        Self::Concepts,
        Self::Names,
        Self::Saved,
        Self::Positions,
        Self::Clues,
        Self::Tags,
        Self::About,
        Self::Counts,
        Self::Together,
        Self::Placement,
        Self::Texts,
        Self::Kept,
        Self::Briefs,
        Self::Places,
        Self::Pieces,
    ];

    /// What the bytes of one of its rows add up to.
    pub(super) fn checksum(self, row: usize, body: &[u8]) -> u64 {
        xxh3_64_with_seed(body, (self as u64) << 48 ^ row as u64)
    }
}

/// What stands among the pieces after a checksum of its own. It does not depend on the
/// place, so that blocks can be moved; whoever looks for one knows the place from a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// An entry without its line.
    Entry,
    /// What stands behind the tags of an entry.
    Behind,
}

impl Piece {
    /// What the bytes of one add up to.
    pub(super) fn checksum(self, body: &[u8]) -> u64 {
        xxh3_64_with_seed(body, self as u64)
    }
}

/// Where a section is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Extent {
    pub(super) offset: u64,
    pub(super) length: u64,
    pub(super) rows: u64,
    /// What the checksums of its rows add up to.
    pub(super) digest: u64,
}

/// The beginning of a snapshot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) sections: [Extent; Section::ALL.len()],
}

impl Head {
    pub(super) const LENGTH: usize = 16 + 4 + 4 + 8 + Section::ALL.len() * 32 + 8;

    pub(super) fn extent(&self, section: Section) -> Extent {
        self.sections[section as usize]
    }

    pub(super) fn to_bytes(self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(Self::LENGTH);
        bytes.extend(MAGIC);
        bytes.extend(FORMAT.to_le_bytes());
        bytes.extend((Section::ALL.len() as u32).to_le_bytes());
        bytes.extend(program().to_le_bytes());
        for extent in self.sections {
            for number in [extent.offset, extent.length, extent.rows, extent.digest] {
                bytes.extend(number.to_le_bytes());
            }
        }
        bytes.extend(xxh3_64(&bytes).to_le_bytes());
        bytes
    }

    /// Reads what [`Self::to_bytes`] wrote; `None` for anything else.
    pub(super) fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let (body, checksum) = bytes.split_last_chunk::<8>()?;
        let mut head = Self::default();
        let mut numbers = u64s(body.get(MAGIC.len() + 16..)?);
        for extent in &mut head.sections {
            *extent = Extent {
                offset: numbers.next()?,
                length: numbers.next()?,
                rows: numbers.next()?,
                digest: numbers.next()?,
            };
        }
        let intact = u64::from_le_bytes(*checksum) == xxh3_64(body) && head.to_bytes() == bytes;
        intact.then_some(head)
    }
}

/// Which program wrote it: another version may read notes and find names otherwise.
pub(super) fn program() -> u64 {
    xxh3_64(env!("CARGO_PKG_VERSION").as_bytes())
}

/// Numbers of eight bytes each.
pub(super) fn u64s(bytes: &[u8]) -> impl ExactSizeIterator<Item = u64> {
    let numbers = bytes.chunks_exact(8);
    numbers.map(|number| u64::from_le_bytes(number.try_into().unwrap_or_default()))
}

/// Numbers of four bytes each.
pub(super) fn u32s(bytes: &[u8]) -> impl ExactSizeIterator<Item = u32> {
    let numbers = bytes.chunks_exact(4);
    numbers.map(|number| u32::from_le_bytes(number.try_into().unwrap_or_default()))
}
