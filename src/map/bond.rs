//! What groups of concepts have to do with each other.

use crate::graph::{CoMention, Evidence};
use crate::model::ConceptId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A bond has at most so many pieces of evidence.
const EVIDENCE: usize = 20;

/// What two groups have to do with each other: the pairs of a concept of one and a concept
/// of the other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Bond {
    /// The lower group and the higher one.
    pub(super) ends: (usize, usize),
    /// The weights of the pairs together.
    pub(super) weight: f32,
    /// How many pairs there are.
    pub(super) pairs: usize,
    /// The first twenty pieces of evidence.
    pub(super) evidence: Vec<Evidence>,
}

/// The bonds between groups, by their ends. `grouped` has the group of each concept that is
/// in one, `size` is that of the vocabulary.
pub(super) fn bonds(
    size: usize,
    pairs: &[CoMention],
    grouped: impl Iterator<Item = (ConceptId, usize)>,
) -> Vec<Bond> {
    let mut groups = vec![None; size];
    for (concept, group) in grouped {
        groups[concept.index()] = Some(group);
    }
    let mut bonds: BTreeMap<(usize, usize), Bond> = BTreeMap::new();
    for pair in pairs {
        let ends = groups[pair.a.index()].zip(groups[pair.b.index()]);
        let Some((a, b)) = ends.filter(|(a, b)| a != b) else {
            continue;
        };
        let ends = (a.min(b), a.max(b));
        let bond = bonds.entry(ends).or_insert_with(|| Bond::between(ends));
        bond.weight += pair.weight;
        bond.pairs += 1;
        let room = EVIDENCE.saturating_sub(bond.evidence.len());
        bond.evidence.extend(pair.evidence.iter().take(room));
    }
    bonds.into_values().collect()
}

impl Bond {
    fn between(ends: (usize, usize)) -> Self {
        Self {
            ends,
            weight: 0.0,
            pairs: 0,
            evidence: Vec::new(),
        }
    }
}
