//! Entries that are written together, in the order in which they were read.

use crate::model::{Entry, FoldedEntry};
use crate::tag::{Evidence, Tag, TogetherIn};
use crate::text::chapter_mention::ChapterMention;
use serde::{Deserialize, Serialize};

/// What is known of some entries whose titles and texts are folded into one block, and
/// where they are: what all entries together give is made of this alone. Their tags have
/// no salience yet, and do not say whose they are.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Block {
    /// Where it begins among the pieces: first what is folded, then for each entry itself
    /// and what stands behind its tags.
    pub(super) start: u64,
    /// How many bytes are folded, gaps and all, and what they add up to.
    pub(super) folded_length: u32,
    pub(super) folded_checksum: u64,
    /// How many bytes each entry takes, and what stands behind its tags.
    pub(super) lengths: Vec<[u32; 2]>,
    /// What each entry, as it is written in its file, adds up to.
    pub(super) written: Vec<u128>,
    pub(super) folded: Vec<FoldedEntry>,
    pub(super) tags: Vec<Tag>,
    pub(super) tags_of: Vec<u32>,
    pub(super) evidence: Vec<Evidence>,
    pub(super) together: TogetherIn,
    pub(super) chapters: Vec<Vec<ChapterMention>>,
}

impl Block {
    /// How many entries there are.
    pub(super) fn len(&self) -> usize {
        self.lengths.len()
    }

    /// How many bytes the block takes.
    pub(super) fn length(&self) -> u64 {
        let records = self.lengths.iter().flatten();
        u64::from(self.folded_length) + records.map(|&length| u64::from(length)).sum::<u64>()
    }

    /// Gives back memory that is not needed: blocks stay until all are there.
    pub(super) fn shrink(&mut self) {
        self.tags.shrink_to_fit();
        self.tags_of.shrink_to_fit();
        self.evidence.shrink_to_fit();
        self.together.shrink();
        self.lengths.shrink_to_fit();
        self.written.shrink_to_fit();
        self.folded.shrink_to_fit();
        self.chapters.shrink_to_fit();
    }

    /// Whether all that is known is of so many entries.
    pub(super) fn is_of(&self, entries: usize) -> bool {
        let tags: u64 = self.tags_of.iter().map(|&count| u64::from(count)).sum();
        self.len() == entries
            && self.written.len() == entries
            && self.folded.len() == entries
            && self.tags_of.len() == entries
            && self.chapters.len() == entries
            && self.together.entries() == entries
            && tags == self.tags.len() as u64
            && self.evidence.len() == self.tags.len()
    }

    /// The block with some of its entries, elsewhere.
    pub(super) fn some(&self, keep: &[bool]) -> Self {
        let mut some = Self::default();
        let mut first = 0;
        for (at, &keep) in keep.iter().enumerate() {
            let tags = first..first + self.tags_of[at] as usize;
            first = tags.end;
            if !keep {
                continue;
            }
            some.lengths.push(self.lengths[at]);
            some.written.push(self.written[at]);
            some.folded.push(self.folded[at]);
            some.tags.extend_from_slice(&self.tags[tags.clone()]);
            some.tags_of.push(self.tags_of[at]);
            some.evidence.extend_from_slice(&self.evidence[tags]);
            some.together.take(self.together.entry(at));
            some.chapters.push(self.chapters[at].clone());
        }
        some
    }
}

/// A block as it is kept, with the entries themselves without what is long.
#[derive(Debug, Serialize)]
pub(super) struct KeptOf<'a> {
    pub(super) block: &'a Block,
    pub(super) entries: &'a [Entry],
}

/// The same, read.
#[derive(Debug, Deserialize)]
pub(super) struct Kept {
    pub(super) block: Block,
    pub(super) entries: Vec<Entry>,
}
