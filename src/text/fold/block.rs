//! Many folded texts in a row, without their origins.

use super::{BARRIER, Folded, FoldedText};
use std::ops::Range;

/// Folded texts, one behind the other with a [`BARRIER`] after each, as one record
/// of bytes that can be kept. What the fold makes of a text does not depend on what
/// stands before it, so that whoever needs the origins of one text folds it again.
#[derive(Clone, Debug, Default)]
pub struct FoldedBlock {
    /// The folded bytes, a bit for each that says whether there is a gap before it,
    /// and `joined` as little-endian numbers.
    record: Vec<u8>,
    /// How many bytes are folded.
    length: usize,
    /// Where a folded character begins inside of what a reader takes for one;
    /// ascending, and nearly always empty.
    joined: Vec<u32>,
}

impl FoldedBlock {
    /// Folds texts; gives the block, and the length of each text in it.
    pub fn of<'a>(texts: impl Iterator<Item = &'a str>) -> (Self, Vec<u32>) {
        let mut block = BlockBuilder::default();
        let lengths = texts.map(|text| block.fold(text)).collect();
        (block.finish(), lengths)
    }

    /// The record of a block of so many folded bytes; `None` when it cannot be one.
    pub fn of_record(record: Vec<u8>, length: usize) -> Option<Self> {
        let joined = record.get(length + length.div_ceil(8)..)?;
        let joined = joined.chunks(4).map(|number| number.try_into().ok());
        let joined: Option<Vec<[u8; 4]>> = joined.collect();
        Some(Self {
            joined: joined?.into_iter().map(u32::from_le_bytes).collect(),
            record,
            length,
        })
    }

    /// The block as one record of bytes.
    pub fn into_record(self) -> Vec<u8> {
        self.record
    }
}

impl FoldedText for FoldedBlock {
    fn bytes(&self) -> &[u8] {
        &self.record[..self.length]
    }

    fn gap_before(&self, at: usize) -> bool {
        self.record[self.length + at / 8] & (1 << (at % 8)) != 0
    }

    fn is_boundary(&self, at: usize) -> bool {
        let inside = |byte: &u8| byte & 0xC0 == 0x80;
        !self.bytes().get(at).is_some_and(inside)
            && self.joined.binary_search(&(at as u32)).is_err()
    }
}

/// Puts a block together, of texts and of pieces of other blocks.
#[derive(Default)]
pub struct BlockBuilder {
    folded: Folded,
    record: Vec<u8>,
    joined: Vec<u32>,
    /// A bit for each folded byte.
    gaps: Vec<u8>,
}

impl BlockBuilder {
    /// Adds a text; gives its length when it is folded.
    pub fn fold(&mut self, text: &str) -> u32 {
        let mut folded = std::mem::take(&mut self.folded);
        folded.refill(text);
        let length = self.push(&folded);
        self.folded = folded;
        length
    }

    /// Adds a text that is folded already; gives its length.
    pub fn push(&mut self, folded: &Folded) -> u32 {
        let start = self.record.len();
        let moved = |at: &u32| start as u32 + at;
        self.joined.extend(folded.inner.iter().map(moved));
        self.record.extend_from_slice(&folded.bytes);
        self.record.push(BARRIER);
        self.make_room_for_gaps();
        for &at in &folded.gaps {
            self.put_gap(start + at as usize);
        }
        folded.bytes.len() as u32
    }

    /// Adds texts of another block, each with the barrier after it.
    pub fn copy(&mut self, block: &FoldedBlock, range: Range<usize>) {
        let moved = |at: &u32| (*at as usize - range.start + self.record.len()) as u32;
        let [first, last] = [range.start, range.end]
            .map(|end| block.joined.partition_point(|&at| (at as usize) < end));
        self.joined
            .extend(block.joined[first..last].iter().map(moved));
        let start = self.record.len();
        self.record.extend_from_slice(&block.bytes()[range.clone()]);
        self.make_room_for_gaps();
        for (at, old) in range.enumerate() {
            if block.gap_before(old) {
                self.put_gap(start + at);
            }
        }
    }

    fn make_room_for_gaps(&mut self) {
        self.gaps.resize(self.record.len().div_ceil(8), 0);
    }

    fn put_gap(&mut self, at: usize) {
        self.gaps[at / 8] |= 1 << (at % 8);
    }

    /// The block.
    pub fn finish(mut self) -> FoldedBlock {
        let length = self.record.len();
        self.record.extend(self.gaps);
        let joined = self.joined.iter();
        self.record.extend(joined.flat_map(|at| at.to_le_bytes()));
        FoldedBlock {
            record: self.record,
            length,
            joined: self.joined,
        }
    }
}
