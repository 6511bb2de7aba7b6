//! Concepts that are named together, without the places.

use crate::graph::{MentionWindows, Shrinkage};
use crate::model::{ConceptId, EntryId, Library};
use crate::tag::Tagging;

/// Two concepts that are named together: see [`crate::graph::CoMention`].
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
    let mut pairs = Vec::new();
    let windows = MentionWindows::of(library, tagging, entries);
    windows.each_co_mention(Shrinkage::default(), |pair| {
        let sentences = pair.places.iter().filter(|place| place.sentence.is_some());
        let entries = pair.places.chunk_by(|one, other| one.entry == other.entry);
        pairs.push(Pair {
            a: pair.a,
            b: pair.b,
            count: pair.count,
            expected: pair.expected,
            weight: pair.weight,
            sentences: sentences.count() as u32,
            entries: entries.count() as u32,
        });
    });
    pairs
}
