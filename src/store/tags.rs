//! Tags, column by column: all entries, all mentions, and so on.

use super::damage::Damaged;
use super::layout::{Section, u32s};
use super::stored::Stored;
use crate::model::{ConceptId, EntryId};
use crate::tag::{NamesOf, Origin, TAGGED_TOGETHER, Tag, TagSource, TagTable, TogetherIn};
use std::ops::Range;

/// Bytes of one tag in all columns.
const WIDTH: usize = 3 * 4 + 1;

/// In the last column, beside the origin: the tag is sure.
const SURE: u8 = 1 << 7;

/// The tags of some entries: how many each has, and their concepts before what is to be
/// said of each.
pub(super) fn of_entries(tagging: &TagTable, entries: Range<usize>) -> Vec<u8> {
    let rows: Vec<&[Tag]> = entries
        .map(|entry| tagging.row(EntryId::from(entry)))
        .collect();
    let lengths = rows.iter().flat_map(|row| (row.len() as u32).to_le_bytes());
    let mut bytes: Vec<u8> = lengths.collect();
    columns(&rows.concat(), |tag| tag.concept.0, &mut bytes);
    bytes
}

/// The tags with a concept: their entries before what is to be said of each.
pub(super) fn of_concept(tagging: &TagTable, concept: ConceptId) -> Vec<u8> {
    let postings = tagging.postings(concept).iter();
    let tags: Vec<Tag> = postings.map(|&at| tagging.all()[at as usize]).collect();
    let mut bytes = Vec::new();
    columns(&tags, |tag| tag.entry.0, &mut bytes);
    bytes
}

fn columns(tags: &[Tag], first: fn(&Tag) -> u32, bytes: &mut Vec<u8>) {
    bytes.reserve(tags.len() * WIDTH);
    for column in [
        first,
        |tag: &Tag| tag.mentions,
        |tag: &Tag| tag.salience.to_bits(),
    ] {
        bytes.extend(tags.iter().flat_map(|tag| column(tag).to_le_bytes()));
    }
    bytes.extend(tags.iter().map(|tag| {
        let origin = match tag.origin {
            Origin::Authored => 0,
            Origin::Matched => 1,
            Origin::AuthoredAndMatched => 2,
        };
        if tag.sure { origin | SURE } else { origin }
    }));
}

/// Reads what [`columns`] wrote; `place` says whose each tag is, by its number and the
/// first column.
fn of_columns(
    bytes: &[u8],
    place: impl Fn(usize, u32) -> (EntryId, ConceptId),
) -> Option<Vec<Tag>> {
    let count = bytes.len() / WIDTH;
    if bytes.len() != count * WIDTH {
        return None;
    }
    let column = |at: usize| u32s(&bytes[4 * count * at..4 * count * (at + 1)]);
    let columns = column(0).zip(column(1)).zip(column(2));
    let flags = &bytes[3 * 4 * count..];
    let rows = columns.zip(flags).enumerate();
    let rows = rows.map(|(index, (((first, mentions), salience), flags))| {
        let (entry, concept) = place(index, first);
        Some(Tag {
            entry,
            concept,
            origin: match flags & !SURE {
                0 => Origin::Authored,
                1 => Origin::Matched,
                2 => Origin::AuthoredAndMatched,
                _ => return None,
            },
            mentions,
            salience: f32::from_bits(salience),
            sure: flags & SURE != 0,
        })
    });
    let tags: Option<Vec<Tag>> = rows.collect();
    let in_order =
        |tags: &Vec<Tag>| tags.is_sorted_by(|a, b| (a.entry, a.concept) < (b.entry, b.concept));
    tags.filter(in_order)
}

impl Stored {
    fn tags_of_block(&self, block: usize) -> Option<(Vec<Tag>, Vec<u32>)> {
        let first = block * TAGGED_TOGETHER;
        let entries = self.entries().checked_sub(first)?.min(TAGGED_TOGETHER);
        let row = self.file.row(Section::Tags, block)?;
        let (lengths, tags) = row.body().split_at_checked(4 * entries)?;
        let lengths: Vec<u32> = u32s(lengths).collect();
        let of_each = lengths.iter().enumerate();
        let entry_of: Vec<u32> = of_each
            .flat_map(|(at, &length)| std::iter::repeat_n((first + at) as u32, length as usize))
            .collect();
        if tags.len() != entry_of.len() * WIDTH {
            return None;
        }
        let tags = of_columns(tags, |index, concept| {
            (EntryId(entry_of[index]), ConceptId(concept))
        })?;
        let concepts = self.file.rows(Section::Concepts);
        let known = tags.iter().all(|tag| tag.concept.index() < concepts);
        known.then_some((tags, lengths))
    }

    fn tags_with(&self, concept: ConceptId) -> Option<Vec<Tag>> {
        let row = self.file.row(Section::About, concept.index())?;
        let tags = of_columns(row.body(), |_, entry| (EntryId(entry), concept))?;
        let known = |tag: &Tag| tag.entry.index() < self.entries();
        tags.iter().all(known).then_some(tags)
    }

    /// The only row of a section of so many numbers.
    pub(super) fn numbers(&self, section: Section, count: usize) -> Option<Vec<u32>> {
        let row = self.file.row(section, 0)?;
        (row.body().len() == 4 * count).then(|| u32s(row.body()).collect())
    }
}

impl TagSource for Stored {
    fn tags(&self, block: usize) -> (Vec<Tag>, Vec<u32>) {
        let tags = self.tags_of_block(block);
        tags.unwrap_or_else(|| Damaged::throw())
    }

    fn together(&self, block: usize) -> TogetherIn {
        let together: TogetherIn = self.decode(Section::Together, block);
        let first = block * TAGGED_TOGETHER;
        let entries = self.entries().saturating_sub(first).min(TAGGED_TOGETHER);
        match together.fits(entries, self.file.rows(Section::Concepts)) {
            true => together,
            false => Damaged::throw(),
        }
    }

    fn about(&self, concept: ConceptId) -> Vec<Tag> {
        let tags = self.tags_with(concept);
        tags.unwrap_or_else(|| Damaged::throw())
    }

    fn entries_about(&self) -> Vec<u32> {
        let counts = self.numbers(Section::Counts, self.file.rows(Section::Concepts));
        counts.unwrap_or_else(|| Damaged::throw())
    }

    fn names_of(&self, concept: ConceptId) -> NamesOf {
        let names = self.file.decode(Section::Names, concept.index());
        names.unwrap_or_else(|| Damaged::throw())
    }
}
