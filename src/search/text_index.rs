//! The folded titles and texts of all entries.

use super::fit::Fit;
use super::hit::Hit;
use super::phrase::Phrase;
use crate::model::{Entry, EntryId, Library};
use crate::tag::Field;
use crate::text::fold::Folded;
use rayon::prelude::*;
use std::ops::Range;

/// So many entries are folded into one stretch of bytes, which one thread reads
/// at a time.
const ENTRIES_A_BLOCK: usize = 256;

/// What is looked through: every entry's title and text, folded, one behind the
/// other.
#[derive(Debug)]
pub struct TextIndex {
    blocks: Vec<Block>,
    lengths: Vec<u32>,
    mean_length: f64,
}

/// The entries from `first` on. `fields` has the ends of their titles and texts
/// in `folded`, two an entry; each begins one byte, a barrier, after the last.
#[derive(Debug, Default)]
struct Block {
    first: usize,
    folded: Folded,
    fields: Vec<u32>,
}

impl TextIndex {
    /// Folds every entry of a library.
    pub fn of(library: &Library) -> Self {
        let entries: Vec<EntryId> = library.entry_ids().collect();
        let blocks: Vec<Block> = entries
            .par_chunks(ENTRIES_A_BLOCK)
            .map(|entries| Block::of(library, entries))
            .collect();
        let lengths: Vec<u32> = blocks.iter().flat_map(Block::lengths).collect();
        let sum: f64 = lengths.iter().map(|&length| f64::from(length)).sum();
        Self {
            mean_length: sum / lengths.len().max(1) as f64,
            blocks,
            lengths,
        }
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.lengths.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.lengths.is_empty()
    }

    /// How long an entry is, as a part of the mean length; 1 when all are empty.
    pub fn relative_length(&self, entry: EntryId) -> f64 {
        match self.mean_length > 0.0 {
            true => f64::from(self.lengths[entry.index()]) / self.mean_length,
            false => 1.0,
        }
    }

    /// The bytes that are looked through.
    pub fn bytes(&self) -> impl Iterator<Item = &[u8]> {
        self.blocks.iter().map(|block| block.folded.bytes())
    }

    pub(super) fn hits(&self, phrase: &Phrase) -> Vec<Hit> {
        let hits: Vec<Vec<Hit>> = self
            .blocks
            .par_iter()
            .map(|block| block.hits(phrase))
            .collect();
        hits.into_iter().flatten().collect()
    }

    pub(super) fn hits_in(&self, phrase: &Phrase, entry: EntryId) -> Vec<Hit> {
        let block = &self.blocks[entry.index() / ENTRIES_A_BLOCK];
        let first = 2 * (entry.index() - block.first);
        let mut hits = Vec::new();
        for field in first..first + 2 {
            phrase.find(&block.folded, block.range(field), |range, fit| {
                hits.push(block.hit(field, range, fit));
            });
        }
        hits
    }
}

impl Block {
    fn of(library: &Library, entries: &[EntryId]) -> Self {
        let mut folded = Folded::default();
        let mut fields = Vec::with_capacity(2 * entries.len());
        for &entry in entries {
            let entry = library.entry(entry);
            for text in [title(entry), &entry.text] {
                fields.push(folded.append(text).end as u32);
            }
        }
        Self {
            first: entries.first().map_or(0, |entry| entry.index()),
            folded,
            fields,
        }
    }

    /// The length of each entry, in folded bytes.
    fn lengths(&self) -> impl Iterator<Item = u32> {
        (0..self.fields.len() / 2).map(|entry| {
            let (title, text) = (self.range(2 * entry), self.range(2 * entry + 1));
            (title.len() + text.len()) as u32
        })
    }

    /// Where a field stands.
    fn range(&self, field: usize) -> Range<usize> {
        let end = self.fields[field] as usize;
        let start = match field.checked_sub(1) {
            Some(before) => self.fields[before] as usize + 1,
            None => 0,
        };
        start..end
    }

    fn hits(&self, phrase: &Phrase) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut field = 0;
        phrase.find(&self.folded, 0..self.folded.bytes().len(), |range, fit| {
            field += self.fields[field..].partition_point(|&end| (end as usize) < range.end);
            // A phrase with a comma in it could go on from one field to the next.
            if self.range(field).start <= range.start {
                hits.push(self.hit(field, range, fit));
            }
        });
        hits
    }

    fn hit(&self, field: usize, range: Range<usize>, fit: Fit) -> Hit {
        Hit {
            entry: EntryId::from(self.first + field / 2),
            field: [Field::Title, Field::Text][field % 2],
            span: self.folded.original(range),
            fit,
        }
    }
}

/// The title that the reader gave; without one, an entry goes by its id.
fn title(entry: &Entry) -> &str {
    if entry.title == entry.id {
        ""
    } else {
        &entry.title
    }
}
