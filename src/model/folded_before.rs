//! The folded texts of a library before it changed.

use super::{ENTRIES_A_BLOCK, EntryId, FoldedEntry, Library, TextSource};
use crate::text::fold::{BlockBuilder, FoldedBlock};
use std::sync::Arc;

/// Folded titles and texts of entries of which most still say the same.
#[derive(Clone, Debug)]
pub struct FoldedBefore {
    source: Arc<dyn TextSource>,
    entries: Vec<FoldedEntry>,
    /// For each entry of the library what it was, if it said the same.
    was: Vec<Option<EntryId>>,
}

impl FoldedBefore {
    /// Takes what was folded before, and for each entry of the library the one there
    /// that has the same title and text.
    pub fn new(source: Arc<dyn TextSource>, was: Vec<Option<EntryId>>) -> Self {
        Self {
            entries: source.folded_entries(),
            source,
            was,
        }
    }

    /// Folds entries of the library; what was folded before is copied.
    pub(super) fn fold(
        &self,
        library: &Library,
        entries: &[EntryId],
    ) -> (FoldedBlock, Vec<FoldedEntry>) {
        if let Some(number) = self.whole_block(entries) {
            let known = self.in_block(number).to_vec();
            return (self.read(number), known);
        }
        let mut builder = BlockBuilder::default();
        let mut block: Option<(usize, FoldedBlock)> = None;
        let fold = |&id: &EntryId| {
            let Some(was) = self.was[id.index()] else {
                let entry = library.entry(id);
                let title = builder.fold(&entry.title);
                return FoldedEntry::of(entry, title, builder.fold(&entry.text));
            };
            let number = was.index() / ENTRIES_A_BLOCK;
            let before = block.take().filter(|(read, _)| *read == number);
            let (_, read) = block.insert(before.unwrap_or_else(|| (number, self.read(number))));
            let earlier = &self.in_block(number)[..was.index() % ENTRIES_A_BLOCK];
            let start: usize = earlier.iter().map(|entry| entry.length()).sum();
            let entry = self.entries[was.index()];
            builder.copy(read, start..start + entry.length());
            entry
        };
        let known = entries.iter().map(fold).collect();
        (builder.finish(), known)
    }

    /// The block of before that has just these entries.
    fn whole_block(&self, entries: &[EntryId]) -> Option<usize> {
        let first = self.was[entries.first()?.index()]?.index();
        let number = first / ENTRIES_A_BLOCK;
        let was = entries.iter().map(|id| self.was[id.index()]);
        let same = was.eq((first..first + entries.len()).map(|was| Some(EntryId::from(was))));
        let whole = first % ENTRIES_A_BLOCK == 0 && self.in_block(number).len() == entries.len();
        (same && whole).then_some(number)
    }

    fn in_block(&self, number: usize) -> &[FoldedEntry] {
        let first = number * ENTRIES_A_BLOCK;
        &self.entries[first..self.entries.len().min(first + ENTRIES_A_BLOCK)]
    }

    fn read(&self, number: usize) -> FoldedBlock {
        let mut block = FoldedBlock::default();
        self.source
            .read_block(number, self.in_block(number), &mut block);
        block
    }
}
