//! Where things are in a snapshot.
//!
//! A head of fixed length, then the sections. Numbers are little-endian.
//!
//! ```text
//! magic (16 bytes) · format u32 · sections u32 · program u64
//! for each section: offset u64 · length u64 · checksum u64
//! checksum of the head u64
//! ```

use xxhash_rust::xxh3::xxh3_64;

const MAGIC: &[u8; 16] = b"bookgraph store\n";

/// Raised whenever a section, or a type that is written in one, changes.
const FORMAT: u32 = 3;

/// The sections, in their order in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// The files that were read.
    Stamps,
    /// Books, vocabulary, saved queries, and what to warn of.
    Shelf,
    /// The tags, column by column.
    Tags,
    /// The chapters of the entries.
    Placement,
    /// How long the folded title and text of each entry are, and which block of them
    /// is where.
    Texts,
    /// The folded titles and texts, block by block. Its checksum is 0: each block has
    /// its own.
    Folded,
    /// Where each record ends in [`Section::Records`], after a 0: u64 each.
    Ends,
    /// An entry and what stands behind its tags, one after the other. Its checksum
    /// is 0: each record has its own.
    Records,
}

impl Section {
    pub(super) const ALL: [Self; 8] = [
        Self::Stamps,
        Self::Shelf,
        Self::Tags,
        Self::Placement,
        Self::Texts,
        Self::Folded,
        Self::Ends,
        Self::Records,
    ];
}

/// Where a section is, and what its bytes add up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Extent {
    pub(super) offset: u64,
    pub(super) length: u64,
    pub(super) checksum: u64,
}

/// The beginning of a snapshot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) sections: [Extent; Section::ALL.len()],
}

impl Head {
    pub(super) const LENGTH: usize = 16 + 4 + 4 + 8 + Section::ALL.len() * 24 + 8;

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
            for number in [extent.offset, extent.length, extent.checksum] {
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
        let start = MAGIC.len() + 16;
        let numbers = body.get(start..)?.chunks_exact(8);
        let mut numbers =
            numbers.map(|number| u64::from_le_bytes(number.try_into().unwrap_or_default()));
        for extent in &mut head.sections {
            *extent = Extent {
                offset: numbers.next()?,
                length: numbers.next()?,
                checksum: numbers.next()?,
            };
        }
        let intact = u64::from_le_bytes(*checksum) == xxh3_64(body) && head.to_bytes() == bytes;
        intact.then_some(head)
    }
}

/// Which program wrote it: another version may read notes and find names otherwise.
fn program() -> u64 {
    xxh3_64(env!("CARGO_PKG_VERSION").as_bytes())
}
