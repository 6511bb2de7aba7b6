//! Tags, column by column: all entries, all concepts, and so on.

use crate::model::{ConceptId, EntryId};
use crate::tag::{Origin, Tag};

/// Bytes of one tag in all columns.
const WIDTH: usize = 4 * 4 + 1;

/// In the last column, beside the origin: the tag is sure.
const SURE: u8 = 1 << 7;

pub(super) fn to_bytes(tags: &[Tag]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(tags.len() * WIDTH);
    for column in [
        |tag: &Tag| tag.entry.0,
        |tag: &Tag| tag.concept.0,
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
    bytes
}

/// Reads what [`to_bytes`] wrote, of `entries` entries and `concepts` concepts;
/// `None` for anything else.
pub(super) fn of_bytes(bytes: &[u8], entries: usize, concepts: usize) -> Option<Vec<Tag>> {
    let count = bytes.len() / WIDTH;
    if bytes.len() != count * WIDTH {
        return None;
    }
    let column = |at: usize| {
        let numbers = bytes[4 * count * at..].chunks_exact(4).take(count);
        numbers.map(|number| u32::from_le_bytes(number.try_into().unwrap_or_default()))
    };
    let flags = &bytes[4 * 4 * count..];
    let columns = column(0).zip(column(1)).zip(column(2).zip(column(3)));
    let mut before = None;
    columns
        .zip(flags)
        .map(|(((entry, concept), (mentions, salience)), flags)| {
            let ordered = before.replace((entry, concept)) < Some((entry, concept));
            let known = (entry as usize) < entries && (concept as usize) < concepts;
            let origin = match flags & !SURE {
                0 => Origin::Authored,
                1 => Origin::Matched,
                2 => Origin::AuthoredAndMatched,
                _ => return None,
            };
            (ordered && known).then_some(Tag {
                entry: EntryId(entry),
                concept: ConceptId(concept),
                origin,
                mentions,
                salience: f32::from_bits(salience),
                sure: flags & SURE != 0,
            })
        })
        .collect()
}
