//! The chapters of entries: all at hand, or read when they are asked for.

use super::{Basis, Reference};
use crate::model::{BookId, Cells, EntryId, Extent};
use serde::{Deserialize, Serialize};
use std::fmt::Debug;
use std::sync::{Arc, OnceLock};

/// The chapters of so many entries are read at once.
pub const PLACED_TOGETHER: usize = 64;

/// Where chapters are read from.
pub trait PlacementSource: Debug + Send + Sync {
    /// The chapters of the entries from `block` × [`PLACED_TOGETHER`] on.
    fn placed(&self, block: usize) -> Placed;

    /// The extents of a book's chapters.
    fn extents(&self, book: BookId) -> Vec<Extent>;
}

/// The chapters of entries that follow each other, in flat arrays.
#[derive(Debug, Serialize, Deserialize)]
pub struct Placed {
    chapters: Vec<u32>,
    /// Where those of each entry end, after a 0.
    chapters_of: Vec<u32>,
    pub(super) bases: Vec<Basis>,
    references: Vec<Reference>,
    /// Where those of each entry end, after a 0.
    references_of: Vec<u32>,
}

impl Default for Placed {
    fn default() -> Self {
        Self {
            chapters: Vec::new(),
            chapters_of: vec![0],
            bases: Vec::new(),
            references: Vec::new(),
            references_of: vec![0],
        }
    }
}

impl Placed {
    pub(super) fn add(&mut self, chapters: &[u32], basis: Basis, references: Vec<Reference>) {
        self.chapters.extend(chapters);
        self.chapters_of.push(self.chapters.len() as u32);
        self.bases.push(basis);
        self.references.extend(references);
        self.references_of.push(self.references.len() as u32);
    }

    /// How many entries there are; `None` when the arrays do not fit together.
    pub fn count(&self) -> Option<usize> {
        let is_in_order = |ends: &[u32], all: usize| {
            ends.first() == Some(&0) && ends.is_sorted() && ends.last() == Some(&(all as u32))
        };
        let whole = self.chapters_of.len() == self.bases.len() + 1
            && self.references_of.len() == self.bases.len() + 1
            && is_in_order(&self.chapters_of, self.chapters.len())
            && is_in_order(&self.references_of, self.references.len());
        whole.then_some(self.bases.len())
    }

    pub(super) fn chapters(&self, at: usize) -> &[u32] {
        let (start, end) = (self.chapters_of[at], self.chapters_of[at + 1]);
        &self.chapters[start as usize..end as usize]
    }

    pub(super) fn references(&self, at: usize) -> &[Reference] {
        let (start, end) = (self.references_of[at], self.references_of[at + 1]);
        &self.references[start as usize..end as usize]
    }
}

/// Those of all entries.
#[derive(Debug)]
pub(super) enum AllPlaced {
    /// All of them.
    Read(Placed),
    /// What was asked for, and where the rest is.
    Lazy {
        blocks: Cells<Placed>,
        references: OnceLock<Vec<Reference>>,
        source: Arc<dyn PlacementSource>,
    },
}

impl AllPlaced {
    pub(super) fn lazy(entries: usize, source: Arc<dyn PlacementSource>) -> Self {
        Self::Lazy {
            blocks: Cells::new(entries.div_ceil(PLACED_TOGETHER)),
            references: OnceLock::new(),
            source,
        }
    }

    /// Where an entry is.
    pub(super) fn find(&self, entry: EntryId) -> (&Placed, usize) {
        match self {
            Self::Read(placed) => (placed, entry.index()),
            Self::Lazy { blocks, source, .. } => {
                let block = entry.index() / PLACED_TOGETHER;
                let placed = blocks.get(block, || source.placed(block));
                (placed, entry.index() % PLACED_TOGETHER)
            }
        }
    }

    pub(super) fn all_references(&self) -> &[Reference] {
        match self {
            Self::Read(placed) => &placed.references,
            Self::Lazy {
                blocks, references, ..
            } => references.get_or_init(|| {
                let firsts = (0..blocks.len()).map(|block| block * PLACED_TOGETHER);
                let placed = firsts.map(|first| self.find(EntryId::from(first)).0);
                placed
                    .flat_map(|placed| placed.references.clone())
                    .collect()
            }),
        }
    }

    /// The extents of a book's chapters; those that are at hand are not asked for.
    pub(super) fn extents(&self, book: BookId) -> Vec<Extent> {
        match self {
            Self::Read(_) => Vec::new(),
            Self::Lazy { source, .. } => source.extents(book),
        }
    }
}
