//! What is known only when all entries are: their order, the saliences of their tags,
//! their chapters, and what they are found by.

use super::block::{Block, KeptOf};
use super::builder::Builder;
use super::layout::Section;
use super::places::{PLACES_TOGETHER, RecordPlace};
use super::shelf::{Saved, Shelf, Warning};
use super::texts::Texts;
use super::writer::Writer;
use super::{clues, places, stamps, tags};
use crate::model::{BRIEFS_TOGETHER, Brief, Entry, EntryId, Library};
use crate::place::{PLACED_TOGETHER, Placement};
use crate::source::Stamp;
use crate::steps;
use crate::tag::{TAGGED_TOGETHER, TagTable, Tagger, TogetherIn};
use std::io::Result;
use std::ops::Range;
use std::path::Path;

/// A snapshot in which all entries are, and nothing else yet.
#[derive(Debug)]
pub struct Ordered {
    writer: Writer,
    tagger: Tagger,
    blocks: Vec<Block>,
    /// Where each entry of the library is in the blocks.
    slots: Vec<Slot>,
    library: Library,
}

/// The place of an entry in a block.
#[derive(Clone, Copy, Debug)]
struct Slot {
    block: u32,
    at: u32,
    /// Its first tag in the block.
    tag: u32,
    /// Where its record is.
    offset: u64,
}

impl Ordered {
    pub(super) fn of(builder: Builder, library: Library) -> Result<Self> {
        let Builder {
            mut writer,
            tagger,
            blocks,
            mut entries,
            ..
        } = builder;
        let mut first = 0;
        let kept = blocks.iter().map(|block| {
            let entries = &entries[first..first + block.len()];
            first += block.len();
            KeptOf { block, entries }
        });
        writer.encoded(Section::Kept, kept)?;
        let order = Library::order_of(&entries.iter().collect::<Vec<&Entry>>());
        let slots = slots(&blocks);
        let slots = order.iter().map(|&at| slots[at as usize]).collect();
        arrange(&mut entries, order);
        Ok(Self {
            writer,
            tagger,
            blocks,
            slots,
            library: library.with_entries(entries),
        })
    }

    /// The library, without what is long in its entries: texts, gists, sources.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// Writes all the rest, and moves the snapshot to its place. It is not forced to the
    /// disk: what a crash leaves is noticed and made anew.
    ///
    /// # Errors
    ///
    /// Those of the file system.
    pub fn write(mut self, path: &Path, files: &[Stamp], warning: Option<Warning>) -> Result<()> {
        self.texts()?;
        self.briefs()?;
        self.places()?;
        self.together()?;
        let placement = self.placement();
        let tagging = self.tagging();
        let Self {
            mut writer,
            tagger,
            library,
            blocks,
            slots,
        } = self;
        // All that follows is made of the others, and needs memory, too.
        drop((blocks, slots));
        writer.rows(Section::Stamps, [stamps::to_bytes(files)])?;
        writer.encoded(Section::Shelf, [&Shelf::of(&library, warning)])?;
        writer.encoded(Section::Books, library.books())?;
        let extents = library.book_ids().map(|book| placement.extents_of(book));
        writer.encoded(Section::Extents, extents)?;
        let vocabulary = library.vocabulary();
        writer.encoded(Section::Concepts, vocabulary.concepts())?;
        writer.encoded(Section::Names, tagger.names())?;
        writer.encoded(Section::Saved, [&Saved::of(&library)])?;
        let positions = library.entry_ids();
        let positions = positions.map(|entry| library.reading_position(entry) as u32);
        writer.rows(Section::Positions, [numbers(positions)])?;
        writer.rows(Section::Clues, clues::rows(&library))?;
        let all = library.entries().len();
        let tagged = runs(all, TAGGED_TOGETHER).map(|run| tags::of_entries(&tagging, run));
        writer.rows(Section::Tags, tagged)?;
        let about = vocabulary.ids().map(|id| tags::of_concept(&tagging, id));
        writer.rows(Section::About, about)?;
        let counts = vocabulary.ids().map(|id| tagging.postings(id).len() as u32);
        writer.rows(Section::Counts, [numbers(counts)])?;
        let placed = runs(all, PLACED_TOGETHER).map(|run| placement.placed(run));
        writer.encoded(Section::Placement, placed)?;
        writer.finish(path)
    }

    fn texts(&mut self) -> Result<()> {
        let mut ids = vec![0; self.slots.len()];
        let firsts: Vec<usize> = firsts(&self.blocks);
        for (id, slot) in self.slots.iter().enumerate() {
            ids[firsts[slot.block as usize] + slot.at as usize] = id as u32;
        }
        let texts = Texts::of(&self.blocks, ids.into_iter().map(EntryId));
        self.writer.encoded(Section::Texts, [&texts])
    }

    fn places(&mut self) -> Result<()> {
        let place = |id: usize| {
            let slot = self.slots[id];
            let at = slot.at as usize;
            RecordPlace {
                offset: slot.offset,
                lengths: self.blocks[slot.block as usize].lengths[at],
                line: self.library.entry(EntryId::from(id)).line as u32,
            }
        };
        let rows = runs(self.slots.len(), PLACES_TOGETHER);
        let rows = rows.map(|run| places::to_bytes(&run.map(place).collect::<Vec<_>>()));
        self.writer.rows(Section::Places, rows)
    }

    fn briefs(&mut self) -> Result<()> {
        let library = &self.library;
        let rows = runs(self.slots.len(), BRIEFS_TOGETHER).map(|run| {
            let briefs = run.map(|id| library.brief(EntryId::from(id)));
            briefs.collect::<Vec<Brief<'_>>>()
        });
        self.writer.encoded(Section::Briefs, rows)
    }

    fn together(&mut self) -> Result<()> {
        let rows = runs(self.slots.len(), TAGGED_TOGETHER).map(|run| {
            let mut together = TogetherIn::default();
            for slot in &self.slots[run] {
                let block = &self.blocks[slot.block as usize];
                together.take(block.together.entry(slot.at as usize));
            }
            together
        });
        self.writer.encoded(Section::Together, rows)
    }

    fn placement(&self) -> Placement {
        Placement::by_mentions(&self.library, &|entry| {
            let slot = self.slots[entry.index()];
            &self.blocks[slot.block as usize].chapters[slot.at as usize]
        })
    }

    fn tagging(&self) -> TagTable {
        let runs = self.slots.iter().map(|slot| {
            let block = &self.blocks[slot.block as usize];
            let count = &block.tags_of[slot.at as usize];
            let tags = slot.tag as usize..(slot.tag + count) as usize;
            let of_entry = std::slice::from_ref(count);
            (&block.tags[tags.clone()], of_entry, &block.evidence[tags])
        });
        TagTable::weighed(&self.library, runs)
    }
}

/// The number of the first entry of each block.
fn firsts(blocks: &[Block]) -> Vec<usize> {
    let mut first = 0;
    let firsts = blocks.iter().map(|block| {
        first += block.len();
        first - block.len()
    });
    firsts.collect()
}

fn slots(blocks: &[Block]) -> Vec<Slot> {
    let mut slots = Vec::new();
    for (number, block) in blocks.iter().enumerate() {
        let mut slot = Slot {
            block: number as u32,
            at: 0,
            tag: 0,
            offset: block.start + u64::from(block.folded_length),
        };
        for (lengths, tags) in block.lengths.iter().zip(&block.tags_of) {
            slots.push(slot);
            slot.at += 1;
            slot.tag += tags;
            slot.offset += u64::from(lengths[0]) + u64::from(lengths[1]);
        }
    }
    slots
}

/// Puts things where they belong: at each place the one that `order` has there.
fn arrange<T>(things: &mut [T], mut order: Vec<u32>) {
    for start in 0..things.len() {
        let mut here = start;
        steps::count(1);
        // Round each circle once.
        loop {
            let from = order[here] as usize;
            order[here] = here as u32;
            if from == start {
                break;
            }
            things.swap(here, from);
            here = from;
        }
    }
}

fn numbers(numbers: impl Iterator<Item = u32>) -> Vec<u8> {
    numbers.flat_map(u32::to_le_bytes).collect()
}

/// All numbers below `all`, so many at a time.
fn runs(all: usize, together: usize) -> impl Iterator<Item = Range<usize>> {
    let firsts = (0..all).step_by(together);
    firsts.map(move |first| first..all.min(first + together))
}

#[cfg(test)]
mod tests {
    use super::arrange;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn things_go_where_they_belong(order in Just((0..40).collect::<Vec<u32>>()).prop_shuffle()) {
            let mut things: Vec<u32> = (100..140).collect();
            arrange(&mut things, order.clone());
            let expected: Vec<u32> = order.iter().map(|at| 100 + at).collect();
            prop_assert_eq!(things, expected);
        }
    }
}
