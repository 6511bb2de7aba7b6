//! The entries of one block.

use super::fit::Fit;
use super::phrase::Phrase;
use super::place::Place;
use crate::model::{EntryId, FoldedEntry};
use crate::tag::Field;
use crate::text::fold::{FoldedBlock, FoldedText};
use std::ops::Range;

/// A block of the stream, and where the entries stand in it.
#[derive(Debug)]
pub struct Stretch<'a> {
    entries: &'a [(EntryId, FoldedEntry)],
    block: &'a FoldedBlock,
    /// The ends of the titles and texts in the block, two an entry; each begins one
    /// byte, a barrier, after the last.
    ends: Vec<usize>,
}

impl<'a> Stretch<'a> {
    pub(super) fn new(entries: &'a [(EntryId, FoldedEntry)], block: &'a FoldedBlock) -> Self {
        let mut ends = Vec::with_capacity(2 * entries.len());
        let mut start = 0;
        for (_, entry) in entries {
            let title = start + entry.title as usize;
            ends.extend([title, title + 1 + entry.text as usize]);
            start += entry.length();
        }
        Self {
            entries,
            block,
            ends,
        }
    }

    /// What was folded.
    pub fn text(&self) -> &'a FoldedBlock {
        self.block
    }

    /// The entries, and where the title and the text of each stand.
    pub fn entries(&self) -> impl Iterator<Item = (EntryId, [Range<usize>; 2])> {
        let entries = self.entries.iter().map(|(id, _)| *id);
        let fields = (0..).step_by(2).map(|at| [at, at + 1]);
        let ranges = fields.map(|fields| fields.map(|field| self.range(field)));
        entries.zip(ranges)
    }

    /// The places of a phrase, from left to right.
    pub(super) fn places(&self, phrase: &Phrase) -> Vec<Place> {
        let mut places = Vec::new();
        let mut field = 0;
        let within = 0..self.block.bytes().len();
        phrase.find(self.block, within, |range, fit| {
            field += self.ends[field..].partition_point(|&end| end < range.end);
            // A phrase with a comma in it could go on from one field to the next.
            let inside = self.range(field).start <= range.start && self.counts(field);
            if inside {
                places.push(self.place(field, range, fit));
            }
            inside
        });
        places
    }

    /// The places of a phrase in an entry.
    pub(super) fn places_in(&self, phrase: &Phrase, entry: EntryId) -> Vec<Place> {
        let at = self.entries.iter().position(|(id, _)| *id == entry);
        let first = 2 * at.unwrap_or(self.entries.len());
        let mut places = Vec::new();
        let fields = first..self.ends.len().min(first + 2);
        for field in fields.filter(|&field| self.counts(field)) {
            phrase.find(self.block, self.range(field), |range, fit| {
                places.push(self.place(field, range, fit));
                true
            });
        }
        places
    }

    /// Where a field stands.
    fn range(&self, field: usize) -> Range<usize> {
        let before = field.checked_sub(1);
        before.map_or(0, |before| self.ends[before] + 1)..self.ends[field]
    }

    /// Whether a field is more than an id.
    fn counts(&self, field: usize) -> bool {
        field % 2 == 1 || self.entries[field / 2].1.titled
    }

    /// A place in a field: whole characters to whoever reads the original.
    fn place(&self, field: usize, range: Range<usize>, fit: Fit) -> Place {
        let (mut start, mut end) = (range.start, range.end);
        while !self.block.is_boundary(start) {
            start -= 1;
        }
        while !self.block.is_boundary(end) {
            end += 1;
        }
        let origin = self.range(field).start;
        Place {
            entry: self.entries[field / 2].0,
            field: [Field::Title, Field::Text][field % 2],
            start: (start - origin) as u32,
            end: (end - origin) as u32,
            fit,
        }
    }
}
