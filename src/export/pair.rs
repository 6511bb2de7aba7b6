//! Concepts that are named together, without the places.

use crate::graph::{CoMention, Shrinkage, co_mentions};
use crate::model::{ConceptId, EntryId, Library};
use crate::tag::Tagging;

/// Two concepts that are named together: see [`CoMention`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    pub(super) a: ConceptId,
    pub(super) b: ConceptId,
    pub(super) count: f32,
    pub(super) expected: f32,
    pub(super) weight: f32,
    /// Sentences that name both.
    pub(super) sentences: u32,
    /// Entries with such a sentence, or else about both.
    pub(super) entries: u32,
}

/// All pairs that some entries name together, by concepts.
pub(super) fn pairs(library: &Library, tagging: &Tagging, entries: &[EntryId]) -> Vec<Pair> {
    let found = co_mentions(library, tagging, entries, Shrinkage::default());
    found.into_iter().map(Pair::of).collect()
}

impl Pair {
    fn of(pair: CoMention) -> Self {
        let places = &pair.evidence;
        let sentences = places.iter().filter(|place| place.sentence.is_some());
        let entries = places.chunk_by(|one, other| one.entry == other.entry);
        Self {
            a: pair.a,
            b: pair.b,
            count: pair.count,
            expected: pair.expected,
            weight: pair.weight,
            sentences: sentences.count() as u32,
            entries: entries.count() as u32,
        }
    }
}
