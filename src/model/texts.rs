//! The titles and texts of a library, folded.

use super::{Entry, EntryId, Library};
use crate::text::fold::FoldedBlock;
use crate::text::sentence::breaks_off;
use serde::{Deserialize, Serialize};
use std::fmt::Debug;

/// So many entries are folded into one block, each title before its text; one thread
/// reads a block at a time.
pub const ENTRIES_A_BLOCK: usize = 256;

/// What is known of an entry's title and text without a look at them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoldedEntry {
    /// How many bytes the folded title has.
    pub title: u32,
    /// How many bytes the folded text has.
    pub text: u32,
    /// Whether the reader gave the title; without one, an entry goes by its id.
    pub titled: bool,
    /// Whether the text stops in the middle of a sentence.
    pub breaks_off: bool,
}

/// Where folded titles and texts are read from.
pub trait TextSource: Debug + Send + Sync {
    /// The entries in the order in which they are folded, which need not be theirs.
    fn folded_entries(&self) -> Vec<(EntryId, FoldedEntry)>;

    /// How many of these are in each block.
    fn blocks(&self) -> Vec<u32>;

    /// Reads the block with a number, from 0, of entries that are known; what it held
    /// before is gone.
    fn read_block(
        &self,
        number: usize,
        entries: &[(EntryId, FoldedEntry)],
        block: &mut FoldedBlock,
    );
}

impl Library {
    /// Folds some entries.
    pub fn fold(&self, entries: &[EntryId]) -> (FoldedBlock, Vec<FoldedEntry>) {
        let fields = |&id: &EntryId| {
            let entry = self.entry(id);
            [entry.title.as_str(), &entry.text]
        };
        let (block, lengths) = FoldedBlock::of(entries.iter().flat_map(fields));
        let known = |(&id, lengths): (&EntryId, &[u32])| {
            FoldedEntry::of(self.entry(id), lengths[0], lengths[1])
        };
        let known = entries.iter().zip(lengths.chunks_exact(2)).map(known);
        let known = known.collect();
        (block, known)
    }
}

impl FoldedEntry {
    /// What is known of an entry whose folded title and text have so many bytes.
    pub fn of(entry: &Entry, title: u32, text: u32) -> Self {
        Self {
            title,
            text,
            titled: entry.is_titled(),
            breaks_off: breaks_off(&entry.text),
        }
    }

    /// How many bytes of a block the entry takes: its title, its text, and a barrier
    /// after each.
    pub fn length(self) -> usize {
        self.title as usize + self.text as usize + 2
    }
}

impl Entry {
    /// Whether the reader gave it a title; without one, it goes by its id.
    fn is_titled(&self) -> bool {
        self.title != self.id
    }
}
