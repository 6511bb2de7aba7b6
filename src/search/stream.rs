//! The folded titles and texts of all entries, block by block.

use super::stretch::Stretch;
use crate::model::{ENTRIES_A_BLOCK, EntryId, FoldedEntry, Library, TextSource};
use crate::text::fold::FoldedBlock;
use rayon::prelude::*;

/// What is looked through. The blocks of a library that was read are kept; those of
/// one with a snapshot are read from it at each pass, one a thread, as fast as from
/// memory and without taking any.
#[derive(Debug)]
pub struct FoldedStream<'a> {
    pub(super) entries: Vec<FoldedEntry>,
    blocks: Blocks<'a>,
}

#[derive(Debug)]
enum Blocks<'a> {
    Kept(Vec<FoldedBlock>),
    Stored(&'a dyn TextSource),
}

impl<'a> FoldedStream<'a> {
    /// The stream of a library: the stored one, or else all is folded now.
    pub fn of(library: &'a Library) -> Self {
        Self::stored(library).unwrap_or_else(|| Self::fold(library))
    }

    /// The stream of a library that has it stored.
    pub fn stored(library: &'a Library) -> Option<Self> {
        library.texts().map(Self::of_source)
    }

    /// The stream that is stored somewhere.
    pub fn of_source(source: &'a dyn TextSource) -> Self {
        Self {
            entries: source.folded_entries(),
            blocks: Blocks::Stored(source),
        }
    }

    fn fold(library: &Library) -> Self {
        let entries: Vec<EntryId> = library.entry_ids().collect();
        let folded: Vec<(FoldedBlock, Vec<FoldedEntry>)> = entries
            .par_chunks(ENTRIES_A_BLOCK)
            .map(|entries| library.fold(entries))
            .collect();
        let (blocks, entries): (Vec<_>, Vec<_>) = folded.into_iter().unzip();
        Self {
            entries: entries.concat(),
            blocks: Blocks::Kept(blocks),
        }
    }

    /// How many entries there are.
    pub fn entries(&self) -> usize {
        self.entries.len()
    }

    /// What is to be said of each block, in their order.
    pub fn pass<T: Send>(&self, of: impl Fn(&Stretch<'_>) -> T + Sync) -> Vec<T> {
        let numbers = (0..self.entries.len().div_ceil(ENTRIES_A_BLOCK)).into_par_iter();
        let passed = numbers.map_init(FoldedBlock::default, |buffer, number| {
            of(&self.stretch(number, buffer))
        });
        passed.collect()
    }

    /// What is to be said of the block of an entry.
    pub(super) fn at<T>(&self, entry: EntryId, of: impl FnOnce(&Stretch<'_>) -> T) -> T {
        let number = entry.index() / ENTRIES_A_BLOCK;
        of(&self.stretch(number, &mut FoldedBlock::default()))
    }

    fn stretch<'s>(&'s self, number: usize, buffer: &'s mut FoldedBlock) -> Stretch<'s> {
        let first = number * ENTRIES_A_BLOCK;
        let last = self.entries.len().min(first + ENTRIES_A_BLOCK);
        let entries = &self.entries[first..last];
        let block = match &self.blocks {
            Blocks::Kept(blocks) => &blocks[number],
            Blocks::Stored(source) => {
                source.read_block(number, entries, buffer);
                buffer
            }
        };
        Stretch::new(first, entries, block)
    }
}
