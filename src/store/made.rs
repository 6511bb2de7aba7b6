//! Entries on their way into a snapshot.

use super::block::Block;
use super::encode::encode_onto;
use super::layout::{CHECKSUM, Piece};
use crate::model::{Entry, FoldedEntry, LocalText};
use crate::tag::{KnownTags, Tagger};
use crate::text::chapter_mention::chapter_mentions;
use crate::text::fold::BlockBuilder;
use serde::Serialize;
use std::io::Result;
use xxhash_rust::xxh3::xxh3_64;

/// An entry that is to be written.
#[derive(Debug)]
pub struct NewEntry {
    /// What it says.
    pub entry: Entry,
    /// What it adds up to as it is written in its file.
    pub written: u128,
    /// Its tags, and what stands behind them, if they are known.
    pub known: Option<KnownTags>,
}

/// A block that is to be written: its bytes, and what is kept of its entries.
pub(super) struct Made {
    pub(super) folded: Vec<u8>,
    pub(super) records: Vec<u8>,
    pub(super) block: Block,
    pub(super) entries: Vec<Entry>,
}

impl Made {
    /// Tags and folds entries, and puts them into records.
    pub(super) fn of(tagger: &Tagger, mut new: Vec<NewEntry>) -> Result<Self> {
        let mut block = Block::default();
        let mut folded = BlockBuilder::default();
        let mut lengths = Vec::with_capacity(2 * new.len());
        let entries = new.iter_mut().map(|it| {
            let known = it.known.take();
            (&it.entry, known)
        });
        let mut run = tagger.tag(entries, |text| lengths.push(folded.push(text)));
        let folded = folded.finish().into_record();
        block.folded_length = folded.len() as u32;
        block.folded_checksum = xxh3_64(&folded);
        let mut records = Vec::with_capacity(2 * folded.len());
        let mut entries = Vec::with_capacity(new.len());
        for (new, lengths) in new.into_iter().zip(lengths.chunks_exact(2)) {
            let mut entry = new.entry;
            let behind = run.next_behind();
            let line = std::mem::take(&mut entry.line);
            let of_entry = seal(Piece::Entry, &entry, &mut records)?;
            let of_behind = seal(Piece::Behind, &behind, &mut records)?;
            entry.line = line;
            block.lengths.push([of_entry, of_behind]);
            block.written.push(new.written);
            let folded = FoldedEntry::of(&entry, lengths[0], lengths[1]);
            block.folded.push(folded);
            block.chapters.push(chapter_mentions(&entry.text));
            behind.put_together(&mut block.together);
            entries.push(without_what_is_long(entry));
        }
        (block.tags, block.tags_of, block.evidence) = run.into_tags();
        block.shrink();
        Ok(Self {
            folded,
            records,
            block,
            entries,
        })
    }
}

/// What of an entry is needed when all entries are put in order.
fn without_what_is_long(mut entry: Entry) -> Entry {
    entry.text = String::new();
    entry.gist = LocalText::default();
    entry.source = None;
    entry
}

/// Adds a piece after its checksum; gives its length.
fn seal(piece: Piece, value: &impl Serialize, bytes: &mut Vec<u8>) -> Result<u32> {
    let start = bytes.len();
    bytes.extend([0; CHECKSUM]);
    encode_onto(bytes, value)?;
    let checksum = piece.checksum(&bytes[start + CHECKSUM..]);
    bytes[start..start + CHECKSUM].copy_from_slice(&checksum.to_le_bytes());
    Ok((bytes.len() - start) as u32)
}
