//! Concepts that are named together.

use super::edge::Evidence;
use crate::model::{ConceptId, EntryId, Library};
use crate::tag::{Field, Tagging};

/// What naming two concepts in the same entry, but not in the same sentence,
/// counts against the same sentence.
pub const ENTRY_WINDOW: f32 = 0.35;

/// An entry with more concepts than this counts less for each pair, so that
/// one long entry does not weigh more than many short ones.
const FULL_ENTRY: usize = 12;

/// A window with more concepts than this says nothing about any pair.
const CROWD: usize = 64;

/// λ of the association strength `c / (E + λ)`: 0 favours rare pairs that
/// always go together, larger values favour frequent ones.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shrinkage(pub f32);

impl Default for Shrinkage {
    fn default() -> Self {
        Self(1.0)
    }
}

/// Two concepts that are named together.
#[derive(Clone, Debug)]
pub struct CoMention {
    /// The concept with the smaller id.
    pub a: ConceptId,
    /// The other one.
    pub b: ConceptId,
    /// c: sentences that name both, plus [`ENTRY_WINDOW`] for each entry that
    /// is about both.
    pub count: f32,
    /// E = n_a · n_b / N: the count that independence would give, with n and N
    /// counted in the same windows.
    pub expected: f32,
    /// The association strength c / (E + λ): the measure of van Eck and
    /// Waltman ("How to normalize cooccurrence data?", JASIST 60(8), 2009),
    /// shrunk so that pairs seen once don't win.
    pub weight: f32,
    /// The sentences that name both, or else the entries that are about both,
    /// in reading order.
    pub evidence: Vec<Evidence>,
}

/// A pair seen in one window.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Sighting {
    pair: (ConceptId, ConceptId),
    entry: EntryId,
    sentence: Option<u32>,
}

/// All pairs of concepts that the given entries name together, by concept ids.
pub fn co_mentions(
    library: &Library,
    tagging: &Tagging,
    entries: &[EntryId],
    shrinkage: Shrinkage,
) -> Vec<CoMention> {
    let mut windows = Windows {
        concept: vec![0.0; library.vocabulary().len()],
        total: 0.0,
        sightings: Vec::new(),
    };
    let mut in_sentence: Vec<(u32, ConceptId)> = Vec::new();
    for &entry in entries {
        // What is named in passing links nothing but what shares its sentence.
        let about = tagging.tags(entry).iter().filter(|tag| !tag.is_passing());
        let concepts: Vec<ConceptId> = about.map(|tag| tag.concept).collect();
        windows.add(
            &concepts,
            entry,
            None,
            ENTRY_WINDOW * entry_discount(concepts.len()),
        );
        in_sentence.clear();
        in_sentence.extend(
            tagging
                .mentions(entry)
                .iter()
                .filter(|mention| mention.field == Field::Text)
                .map(|mention| (mention.sentence, mention.concept)),
        );
        in_sentence.sort_unstable();
        in_sentence.dedup();
        windows.total += tagging.sentences(entry).len() as f32;
        for sentence in in_sentence.chunk_by(|a, b| a.0 == b.0) {
            let concepts: Vec<ConceptId> = sentence.iter().map(|(_, concept)| *concept).collect();
            windows.count(&concepts, 1.0);
            windows.pairs(&concepts, entry, Some(sentence[0].0));
        }
    }
    windows.weigh(shrinkage, tagging)
}

struct Windows {
    /// n of every concept.
    concept: Vec<f32>,
    /// N.
    total: f32,
    sightings: Vec<Sighting>,
}

impl Windows {
    fn add(&mut self, concepts: &[ConceptId], entry: EntryId, sentence: Option<u32>, weight: f32) {
        self.total += weight;
        self.count(concepts, weight);
        self.pairs(concepts, entry, sentence);
    }

    fn count(&mut self, concepts: &[ConceptId], weight: f32) {
        for concept in concepts {
            self.concept[concept.index()] += weight;
        }
    }

    fn pairs(&mut self, concepts: &[ConceptId], entry: EntryId, sentence: Option<u32>) {
        if concepts.len() > CROWD {
            return;
        }
        for (index, &a) in concepts.iter().enumerate() {
            for &b in &concepts[index + 1..] {
                self.sightings.push(Sighting {
                    pair: (a, b),
                    entry,
                    sentence,
                });
            }
        }
    }

    fn weigh(mut self, shrinkage: Shrinkage, tagging: &Tagging) -> Vec<CoMention> {
        self.sightings.sort_unstable();
        self.sightings
            .chunk_by(|a, b| a.pair == b.pair)
            .map(|sightings| {
                let (a, b) = sightings[0].pair;
                let count = sightings
                    .iter()
                    .map(|sighting| match sighting.sentence {
                        Some(_) => 1.0,
                        None => ENTRY_WINDOW * entry_discount(tagging.tags(sighting.entry).len()),
                    })
                    .sum();
                let expected =
                    self.concept[a.index()] * self.concept[b.index()] / self.total.max(1.0);
                CoMention {
                    a,
                    b,
                    count,
                    expected,
                    weight: count / (expected + shrinkage.0),
                    evidence: evidence(sightings),
                }
            })
            .collect()
    }
}

/// Sentences where there are any, the whole entry elsewhere.
fn evidence(sightings: &[Sighting]) -> Vec<Evidence> {
    sightings
        .chunk_by(|a, b| a.entry == b.entry)
        .flat_map(|of_entry| {
            let sentences = of_entry
                .iter()
                .filter(|sighting| sighting.sentence.is_some());
            let only_entry = of_entry.iter().all(|sighting| sighting.sentence.is_none());
            let whole = only_entry.then_some(&of_entry[0]);
            sentences.chain(whole).map(|sighting| Evidence {
                entry: sighting.entry,
                sentence: sighting.sentence,
            })
        })
        .collect()
}

fn entry_discount(concepts: usize) -> f32 {
    if concepts <= FULL_ENTRY {
        1.0
    } else {
        (FULL_ENTRY - 1) as f32 / (concepts - 1) as f32
    }
}
