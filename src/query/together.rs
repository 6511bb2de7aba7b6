//! What else the entries of an answer are about.

use super::condition::Condition;
use super::evaluate::Corpus;
use super::roles::Roles;
use crate::model::{ConceptId, EntryId};

/// A concept that some entries name beside what they were found for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Together {
    /// The concept.
    pub concept: ConceptId,
    /// How many of the entries are about it.
    pub entries: u32,
    /// How closely it goes with them, from 0 to 1: the cosine c / √(n·m) (Ochiai) of c
    /// entries in common among n found and m about the concept.
    pub strength: f64,
}

/// The concepts that go most closely with the entries found, the closest first, at
/// most so many; without those asked for, and of several entries those that two are
/// about.
pub fn together(
    corpus: Corpus<'_>,
    condition: &Condition,
    found: &[EntryId],
    most: usize,
) -> Vec<Together> {
    let roles = Roles::of(condition);
    let counts = corpus.tagging.counts(corpus.library, found);
    let concepts = corpus.library.vocabulary().ids();
    // What a single entry of several is about as well says nothing of them.
    let least = found.len().min(2) as u32;
    let enough = |concept: ConceptId| counts[concept.index()].entries >= least.max(1);
    let mut together: Vec<Together> = concepts
        .filter(|&concept| enough(concept) && roles.role(concept).is_none())
        .map(|concept| {
            let entries = counts[concept.index()].entries;
            let about = corpus.tagging.entries_about(concept);
            let strength = f64::from(entries) / (found.len() as f64 * about as f64).sqrt();
            Together {
                concept,
                entries,
                strength,
            }
        })
        .collect();
    together.sort_by(|a, b| {
        let closer = b.strength.total_cmp(&a.strength);
        closer
            .then(b.entries.cmp(&a.entries))
            .then(a.concept.cmp(&b.concept))
    });
    together.truncate(most);
    together
}
