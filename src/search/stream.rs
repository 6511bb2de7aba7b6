//! The folded titles and texts of all entries, block by block.

use super::stretch::Stretch;
use crate::model::{ENTRIES_A_BLOCK, EntryId, FoldedEntry, Library, TextSource};
use crate::text::fold::FoldedBlock;
use rayon::prelude::*;
use std::ops::Range;

/// What is looked through. The blocks of a library that was read are kept; those of
/// one with a snapshot are read from it at each pass, one a thread, as fast as from
/// memory and without taking any.
#[derive(Debug)]
pub struct FoldedStream<'a> {
    /// The entries as they stand in the blocks.
    pub(super) entries: Vec<(EntryId, FoldedEntry)>,
    /// Where each entry is among them.
    places: Vec<u32>,
    /// Where the entries of each block end.
    ends: Vec<usize>,
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
        let blocks = source.blocks();
        Self::new(source.folded_entries(), &blocks, Blocks::Stored(source))
    }

    fn fold(library: &Library) -> Self {
        let ids: Vec<EntryId> = library.entry_ids().collect();
        let folded: Vec<(FoldedBlock, Vec<FoldedEntry>)> = ids
            .par_chunks(ENTRIES_A_BLOCK)
            .map(|entries| library.fold(entries))
            .collect();
        let (blocks, entries): (Vec<_>, Vec<_>) = folded.into_iter().unzip();
        let counts: Vec<u32> = entries.iter().map(|some| some.len() as u32).collect();
        let entries = ids.into_iter().zip(entries.concat()).collect();
        Self::new(entries, &counts, Blocks::Kept(blocks))
    }

    fn new(entries: Vec<(EntryId, FoldedEntry)>, counts: &[u32], blocks: Blocks<'a>) -> Self {
        let mut places = vec![0; entries.len()];
        for (place, (id, _)) in entries.iter().enumerate() {
            places[id.index()] = place as u32;
        }
        let ends = counts.iter().scan(0, |end, &count| {
            *end += count as usize;
            Some(*end)
        });
        Self {
            ends: ends.collect(),
            entries,
            places,
            blocks,
        }
    }

    /// How many entries there are.
    pub fn entries(&self) -> usize {
        self.entries.len()
    }

    /// What is known of an entry.
    pub(super) fn entry(&self, id: EntryId) -> FoldedEntry {
        self.entries[self.places[id.index()] as usize].1
    }

    /// What is to be said of each block, in their order.
    pub fn pass<T: Send>(&self, of: impl Fn(&Stretch<'_>) -> T + Sync) -> Vec<T> {
        let numbers = (0..self.ends.len()).into_par_iter();
        let passed = numbers.map_init(FoldedBlock::default, |buffer, number| {
            of(&self.stretch(number, buffer))
        });
        passed.collect()
    }

    /// What is to be said of the block of an entry.
    pub(super) fn at<T>(&self, entry: EntryId, of: impl FnOnce(&Stretch<'_>) -> T) -> T {
        let place = self.places[entry.index()] as usize;
        let number = self.ends.partition_point(|&end| end <= place);
        of(&self.stretch(number, &mut FoldedBlock::default()))
    }

    /// Where the entries of a block are among all.
    fn range(&self, number: usize) -> Range<usize> {
        let before = number.checked_sub(1);
        before.map_or(0, |before| self.ends[before])..self.ends[number]
    }

    fn stretch<'s>(&'s self, number: usize, buffer: &'s mut FoldedBlock) -> Stretch<'s> {
        let entries = &self.entries[self.range(number)];
        let block = match &self.blocks {
            Blocks::Kept(blocks) => &blocks[number],
            Blocks::Stored(source) => {
                source.read_block(number, entries, buffer);
                buffer
            }
        };
        Stretch::new(entries, block)
    }
}
