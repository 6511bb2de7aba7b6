//! Where an entry speaks of two concepts.

use crate::model::{ConceptId, EntryId};
use crate::tag::{Field, Tagging};

/// An entry that speaks of two concepts, and the sentences that do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// The entry.
    pub entry: EntryId,
    /// The sentences that name both; where none does, the nearest two of which
    /// one names the one and one the other. Fewer where only a tag or the title
    /// speaks of a concept.
    pub sentences: Vec<u32>,
    /// Whether each of these sentences names both.
    pub together: bool,
}

impl Witness {
    /// Where an entry speaks of two concepts.
    pub fn of(tagging: &Tagging, entry: EntryId, a: ConceptId, b: ConceptId) -> Self {
        let (of_a, of_b) = (naming(tagging, entry, a), naming(tagging, entry, b));
        let both: Vec<u32> = of_a
            .iter()
            .copied()
            .filter(|sentence| of_b.binary_search(sentence).is_ok())
            .collect();
        if !both.is_empty() {
            return Self {
                entry,
                sentences: both,
                together: true,
            };
        }
        let nearest = of_a
            .iter()
            .flat_map(|&x| beside(&of_b, x).map(move |y| (x.abs_diff(y), x.min(y), x.max(y))))
            .min();
        let mut sentences = match nearest {
            Some((_, first, last)) => vec![first, last],
            None => of_a.iter().chain(&of_b).take(1).copied().collect(),
        };
        sentences.dedup();
        Self {
            entry,
            sentences,
            together: false,
        }
    }
}

/// The last number before `x`, and the first after it.
fn beside(ascending: &[u32], x: u32) -> impl Iterator<Item = u32> {
    let after = ascending.partition_point(|&y| y < x);
    let near = after.saturating_sub(1)..ascending.len().min(after + 1);
    ascending[near].iter().copied()
}

/// The sentences of an entry's text that name a concept, ascending.
pub fn naming(tagging: &Tagging, entry: EntryId, concept: ConceptId) -> Vec<u32> {
    let named = tagging.mentions(entry).iter();
    let mut sentences: Vec<u32> = named
        .filter(|mention| mention.field == Field::Text && mention.concept == concept)
        .map(|mention| mention.sentence)
        .collect();
    sentences.sort_unstable();
    sentences.dedup();
    sentences
}
