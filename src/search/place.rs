//! A place in a folded entry.

use super::fit::Fit;
use super::hit::Hit;
use crate::model::{EntryId, Library};
use crate::tag::Field;
use crate::text::fold::Folded;

/// A place in the folded title or text of an entry that reads like what was looked
/// for. It knows all that entries are ranked by; [`hits`] says where in the original
/// it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) entry: EntryId,
    pub(super) field: Field,
    /// In the folded field.
    pub(super) start: u32,
    /// After the last byte.
    pub(super) end: u32,
    pub(super) fit: Fit,
}

impl Place {
    /// Whether it begins before another, which does not begin before it, ends.
    pub(super) fn overlaps(&self, later: &Self) -> bool {
        (self.entry, self.field) == (later.entry, later.field) && later.start < self.end
    }
}

/// Where places are in the original, for which their entries are folded again. Those
/// of one field stand side by side.
pub(super) fn hits(library: &Library, places: &[Place]) -> Vec<Hit> {
    let mut folded = Folded::default();
    let mut hits = Vec::with_capacity(places.len());
    for places in places.chunk_by(|a, b| (a.entry, a.field) == (b.entry, b.field)) {
        let (id, field) = (places[0].entry, places[0].field);
        let entry = library.entry(id);
        folded.refill(match field {
            Field::Title => &entry.title,
            Field::Text => &entry.text,
        });
        hits.extend(places.iter().map(|place| Hit {
            entry: id,
            field,
            span: folded.original(place.start as usize..place.end as usize),
            fit: place.fit,
        }));
    }
    hits
}
