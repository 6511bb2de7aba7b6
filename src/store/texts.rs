//! The folded titles and texts, read block by block when full text is asked for.

use super::block::Block;
use super::damage::Damaged;
use super::file::SnapshotFile;
use super::layout::Section;
use super::stored::Stored;
use crate::model::{EntryId, FoldedEntry, TextSource};
use crate::text::fold::FoldedBlock;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

/// What is known of the folded texts before they are read.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Texts {
    /// The entries as they stand in the blocks.
    entries: Vec<(EntryId, FoldedEntry)>,
    blocks: Vec<BlockExtent>,
}

/// Where the folded texts of a block are, of how many entries they are, and what their
/// bytes add up to.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct BlockExtent {
    offset: u64,
    length: u32,
    entries: u32,
    checksum: u64,
}

impl Texts {
    /// Those of some blocks, whose entries have these ids.
    pub(super) fn of(blocks: &[Block], ids: impl Iterator<Item = EntryId>) -> Self {
        let folded = blocks.iter().flat_map(|block| block.folded.iter().copied());
        let extent = |block: &Block| BlockExtent {
            offset: block.start,
            length: block.folded_length,
            entries: block.len() as u32,
            checksum: block.folded_checksum,
        };
        Self {
            entries: ids.zip(folded).collect(),
            blocks: blocks.iter().map(extent).collect(),
        }
    }

    /// What is known of the folded texts of so many entries; `None` when it is not what
    /// was written.
    pub(super) fn read(file: &SnapshotFile, entries: usize) -> Option<Self> {
        let texts: Self = file.decode(Section::Texts, 0)?;
        let of_blocks: u64 = texts.blocks.iter().map(|it| u64::from(it.entries)).sum();
        let mut met = vec![false; entries];
        for (id, _) in &texts.entries {
            let met = met.get_mut(id.index())?;
            if std::mem::replace(met, true) {
                return None;
            }
        }
        let whole = texts.entries.len() == entries && of_blocks == entries as u64;
        whole.then_some(texts)
    }
}

impl BlockExtent {
    fn read(self, file: &SnapshotFile, folded: usize, record: Vec<u8>) -> Option<FoldedBlock> {
        let length = self.length as usize;
        let record = file.piece_into(record, Section::Pieces, self.offset, length)?;
        let intact = xxh3_64(&record) == self.checksum;
        intact.then(|| FoldedBlock::of_record(record, folded))?
    }
}

impl TextSource for Stored {
    fn folded_entries(&self) -> Vec<(EntryId, FoldedEntry)> {
        self.texts().entries.clone()
    }

    fn blocks(&self) -> Vec<u32> {
        let blocks = self.texts().blocks.iter();
        blocks.map(|block| block.entries).collect()
    }

    fn read_block(
        &self,
        number: usize,
        entries: &[(EntryId, FoldedEntry)],
        block: &mut FoldedBlock,
    ) {
        let folded = entries.iter().map(|(_, entry)| entry.length()).sum();
        let record = std::mem::take(block).into_record();
        let read = self.texts().blocks[number].read(&self.file, folded, record);
        *block = read.unwrap_or_else(|| Damaged::throw());
    }
}
