//! Putting a snapshot together, some entries at a time.

use super::before::Before;
use super::block::Block;
use super::layout::Section;
use super::made::{Made, NewEntry};
use super::ordered::Ordered;
use super::writer::Writer;
use crate::model::{ENTRIES_A_BLOCK, Entry, Library};
use crate::tag::Tagger;
use rayon::prelude::*;
use std::io::Result;
use tempfile::NamedTempFile;

/// A snapshot to which entries are added. What is long of them is written at once, and
/// what is short stays in memory until all are there.
#[derive(Debug)]
pub struct Builder {
    pub(super) writer: Writer,
    pub(super) tagger: Tagger,
    /// Entries that are no whole block yet.
    waiting: Vec<NewEntry>,
    pub(super) blocks: Vec<Block>,
    /// The entries of all blocks, without what is long.
    pub(super) entries: Vec<Entry>,
}

impl Builder {
    /// Begins a snapshot in a file; `library` has the books and the vocabulary.
    ///
    /// # Errors
    ///
    /// Those of the file system.
    pub fn new(file: NamedTempFile, library: &Library) -> Result<Self> {
        let mut writer = Writer::new(file)?;
        writer.begin(Section::Pieces);
        Ok(Self {
            writer,
            tagger: Tagger::new(library),
            waiting: Vec::new(),
            blocks: Vec::new(),
            entries: Vec::new(),
        })
    }

    /// Adds entries after those that were added before.
    ///
    /// # Errors
    ///
    /// Those of the file system.
    pub fn add(&mut self, new: impl IntoIterator<Item = NewEntry>) -> Result<()> {
        let mut new = new.into_iter();
        loop {
            // A block for each thread; what comes of them does not depend on it.
            let most = rayon::current_num_threads() * ENTRIES_A_BLOCK;
            let room = most.saturating_sub(self.waiting.len());
            self.waiting.extend(new.by_ref().take(room));
            if self.waiting.len() < most {
                return Ok(());
            }
            self.make_blocks()?;
        }
    }

    /// Makes blocks of all entries that wait, of which the last may be a small one.
    fn make_blocks(&mut self) -> Result<()> {
        let mut blocks: Vec<Vec<NewEntry>> = Vec::new();
        let mut waiting = std::mem::take(&mut self.waiting).into_iter();
        loop {
            let block: Vec<NewEntry> = waiting.by_ref().take(ENTRIES_A_BLOCK).collect();
            if block.is_empty() {
                break;
            }
            blocks.push(block);
        }
        let make = |new: Vec<NewEntry>| Made::of(&self.tagger, new);
        let made: Vec<Result<Made>> = blocks.into_par_iter().map(make).collect();
        for made in made {
            let Made {
                folded,
                records,
                block,
                entries,
            } = made?;
            self.put(block, entries, |writer| {
                writer.bytes(&folded)?;
                writer.bytes(&records)
            })?;
        }
        Ok(())
    }

    /// Writes a block where the last one ended.
    pub(super) fn put(
        &mut self,
        mut block: Block,
        entries: Vec<Entry>,
        write: impl FnOnce(&mut Writer) -> Result<()>,
    ) -> Result<()> {
        block.start = self.writer.at();
        write(&mut self.writer)?;
        self.blocks.push(block);
        self.entries.extend(entries);
        Ok(())
    }

    /// Takes over entries of an earlier snapshot of the same books and vocabulary: of each
    /// the line in its file where it is now, or `None` when it is gone.
    ///
    /// # Errors
    ///
    /// Those of the file system, and when the earlier snapshot is not what was written.
    pub fn keep(&mut self, before: &Before, lines: &[Option<usize>]) -> Result<()> {
        before.hand_on(self, lines)
    }

    /// Writes all entries that were added.
    ///
    /// # Errors
    ///
    /// Those of the file system.
    pub fn flush(&mut self) -> Result<()> {
        self.make_blocks()
    }

    /// The entries that were written so far, without what is long.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Puts all entries in order, of a library with these books and this vocabulary.
    ///
    /// # Errors
    ///
    /// Those of the file system.
    pub fn order(mut self, library: Library) -> Result<Ordered> {
        self.flush()?;
        self.writer.end()?;
        Ordered::of(self, library)
    }
}
