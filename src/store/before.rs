//! An earlier snapshot, of which most is to stay.

use super::block::{Block, Kept};
use super::builder::Builder;
use super::file::SnapshotFile;
use super::layout::{Piece, Section};
use super::made::NewEntry;
use super::places::decode;
use super::writer::Writer;
use crate::model::{ENTRIES_A_BLOCK, Entry};
use crate::tag::{Behind, Tag};
use crate::text::fold::{BlockBuilder, FoldedBlock};
use std::io::{Error, ErrorKind, Result};
use xxhash_rust::xxh3::xxh3_64;

/// Blocks of fewer entries are made anew with what comes after them.
const SMALL: usize = ENTRIES_A_BLOCK / 2;

/// What an earlier snapshot has of all entries but what is long, in the order in which
/// they were read.
#[derive(Debug)]
pub struct Before {
    file: SnapshotFile,
    blocks: Vec<Block>,
    entries: Vec<Entry>,
}

impl Before {
    pub(super) fn of(file: SnapshotFile) -> Option<Self> {
        let kept: Vec<Kept> = file.decode_all(Section::Kept)?;
        let (mut blocks, mut entries) = (Vec::new(), Vec::new());
        for Kept {
            block,
            entries: some,
        } in kept
        {
            if !block.is_of(some.len()) {
                return None;
            }
            blocks.push(block);
            entries.extend(some);
        }
        Some(Self {
            file,
            blocks,
            entries,
        })
    }

    /// The entries, without texts, gists and sources.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What each entry, as it was written in its file, adds up to.
    pub fn written(&self) -> impl Iterator<Item = u128> {
        self.blocks
            .iter()
            .flat_map(|block| block.written.iter().copied())
    }

    /// Reads all entries whole, some at a time, with their tags and what stands behind
    /// them: `take` gets the number of the first of them. The lines are as they were.
    ///
    /// # Errors
    ///
    /// Those of `take`, and when the snapshot is not what was written.
    pub fn read(&self, mut take: impl FnMut(usize, Vec<NewEntry>) -> Result<()>) -> Result<()> {
        let mut first = 0;
        for block in &self.blocks {
            let entries = &self.entries[first..first + block.len()];
            take(first, self.whole(block, entries).ok_or_else(damaged)?)?;
            first += block.len();
        }
        Ok(())
    }

    pub(super) fn hand_on(&self, to: &mut Builder, lines: &[Option<usize>]) -> Result<()> {
        let mut small = Vec::new();
        let mut entries = self.entries.iter();
        let mut lines = lines.iter();
        for block in &self.blocks {
            let of_block: Vec<&Entry> = entries.by_ref().take(block.len()).collect();
            let lines: Vec<Option<usize>> = lines.by_ref().take(block.len()).copied().collect();
            let keep: Vec<bool> = lines.iter().map(Option::is_some).collect();
            let staying = keep.iter().filter(|keep| **keep).count();
            let moved = of_block.iter().zip(&lines).filter_map(|(entry, line)| {
                let entry = (*entry).clone();
                line.map(|line| Entry { line, ..entry })
            });
            let moved: Vec<Entry> = moved.collect();
            if staying == block.len() && staying >= SMALL {
                let all = block.some(&keep);
                let all = Block {
                    folded_length: block.folded_length,
                    folded_checksum: block.folded_checksum,
                    ..all
                };
                to.put(all, moved, |writer| {
                    self.copy(writer, block.start, block.length())
                })?;
            } else if staying >= SMALL {
                let (some, bytes) = self.some(block, &keep).ok_or_else(damaged)?;
                to.put(some, moved, |writer| writer.bytes(&bytes))?;
            } else {
                let some = block.some(&keep);
                let read = self.records(block, &keep).ok_or_else(damaged)?;
                small.extend(some.written.iter().zip(moved).zip(read).map(
                    |((&written, moved), (entry, tags, behind))| NewEntry {
                        entry: Entry {
                            line: moved.line,
                            ..entry
                        },
                        written,
                        known: Some((tags, behind)),
                    },
                ));
            }
        }
        to.add(small)
    }

    /// A block with some of its entries, and its bytes.
    fn some(&self, block: &Block, keep: &[bool]) -> Option<(Block, Vec<u8>)> {
        let folded = self.folded(block)?;
        let mut builder = BlockBuilder::default();
        let (mut start, mut records) = (0, Vec::new());
        let mut at = block.start + u64::from(block.folded_length);
        for (number, keep) in keep.iter().enumerate() {
            let end = start + block.folded[number].length();
            let [entry, behind] = block.lengths[number];
            let length = entry as usize + behind as usize;
            if *keep {
                builder.copy(&folded, start..end);
                records.extend(self.file.piece(Section::Pieces, at, length)?);
            }
            (start, at) = (end, at + length as u64);
        }
        let folded = builder.finish().into_record();
        let mut some = block.some(keep);
        some.folded_length = folded.len() as u32;
        some.folded_checksum = xxh3_64(&folded);
        Some((some, [folded, records].concat()))
    }

    fn folded(&self, block: &Block) -> Option<FoldedBlock> {
        let length = block.folded_length as usize;
        let record = self.file.piece(Section::Pieces, block.start, length)?;
        let folded = block.folded.iter().map(|entry| entry.length()).sum();
        let intact = xxh3_64(&record) == block.folded_checksum;
        intact.then(|| FoldedBlock::of_record(record, folded))?
    }

    /// All entries of a block.
    fn whole(&self, block: &Block, entries: &[Entry]) -> Option<Vec<NewEntry>> {
        let keep = vec![true; block.len()];
        let read = self.records(block, &keep)?.into_iter().zip(entries);
        let read = read.zip(&block.written);
        let whole = read.map(|(((entry, tags, behind), kept), &written)| NewEntry {
            entry: Entry {
                line: kept.line,
                ..entry
            },
            written,
            known: Some((tags, behind)),
        });
        Some(whole.collect())
    }

    /// The records of some entries of a block.
    fn records(&self, block: &Block, keep: &[bool]) -> Option<Vec<(Entry, Vec<Tag>, Behind)>> {
        let mut records = Vec::new();
        let mut at = block.start + u64::from(block.folded_length);
        let mut tag = 0;
        for (number, keep) in keep.iter().enumerate() {
            let [entry, behind] = block.lengths[number].map(|length| length as usize);
            let tags = tag..tag + block.tags_of[number] as usize;
            if *keep {
                let bytes = self.file.piece(Section::Pieces, at, entry + behind)?;
                let (entry, behind) = bytes.split_at(entry);
                records.push((
                    decode(Piece::Entry, entry)?,
                    block.tags[tags.clone()].to_vec(),
                    decode(Piece::Behind, behind)?,
                ));
            }
            (tag, at) = (tags.end, at + (entry + behind) as u64);
        }
        Some(records)
    }

    fn copy(&self, writer: &mut Writer, start: u64, length: u64) -> Result<()> {
        let piece = self.file.piece(Section::Pieces, start, length as usize);
        writer.bytes(&piece.ok_or_else(damaged)?)
    }
}

fn damaged() -> Error {
    ErrorKind::InvalidData.into()
}
