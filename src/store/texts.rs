//! The folded titles and texts, read block by block when full text is asked for.

use super::damage::Damaged;
use super::file::SnapshotFile;
use super::layout::Section;
use super::stored::Stored;
use crate::model::{ENTRIES_A_BLOCK, FoldedEntry, TextSource};
use crate::text::fold::FoldedBlock;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

/// What is known of the folded texts before they are read.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Texts {
    pub(super) entries: Vec<FoldedEntry>,
    pub(super) blocks: Vec<BlockExtent>,
}

/// Where a block is in its section, and what its bytes add up to.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct BlockExtent {
    offset: u64,
    length: u64,
    checksum: u64,
}

impl Texts {
    /// Notes a block and its entries, which come next.
    pub(super) fn note(&mut self, record: &[u8], entries: Vec<FoldedEntry>) {
        self.blocks.push(BlockExtent {
            offset: self.length(),
            length: record.len() as u64,
            checksum: xxh3_64(record),
        });
        self.entries.extend(entries);
    }

    /// How many bytes all blocks have.
    pub(super) fn length(&self) -> u64 {
        let last = self.blocks.last();
        last.map_or(0, |block| block.offset + block.length)
    }

    /// What is known of the folded texts of so many entries; `None` when it is not what
    /// was written.
    pub(super) fn read(file: &SnapshotFile, entries: usize) -> Option<Self> {
        let texts: Self = file.decode(Section::Texts, 0)?;
        let whole = texts.entries.len() == entries
            && texts.blocks.len() == entries.div_ceil(ENTRIES_A_BLOCK);
        whole.then_some(texts)
    }
}

impl BlockExtent {
    fn read(self, file: &SnapshotFile, folded: usize, record: Vec<u8>) -> Option<FoldedBlock> {
        let length = usize::try_from(self.length).ok()?;
        let record = file.piece_into(record, Section::Folded, self.offset, length)?;
        let intact = xxh3_64(&record) == self.checksum;
        intact.then(|| FoldedBlock::of_record(record, folded))?
    }
}

impl TextSource for Stored {
    fn folded_entries(&self) -> Vec<FoldedEntry> {
        self.texts().entries.clone()
    }

    fn read_block(&self, number: usize, entries: &[FoldedEntry], block: &mut FoldedBlock) {
        let folded = entries.iter().map(|entry| entry.length()).sum();
        let record = std::mem::take(block).into_record();
        let read = self.texts().blocks[number].read(&self.file, folded, record);
        *block = read.unwrap_or_else(|| Damaged::throw());
    }
}
