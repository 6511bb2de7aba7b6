//! What ties concepts to each other: the notes, and the vocabulary.

use super::network::Network;
use crate::graph::{CoMention, Shrinkage, WeightedPair, co_mentions};
use crate::model::{ConceptId, EntryId, Library};
use crate::tag::Tagging;

/// What the vocabulary says of one concept and another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// The other is broader.
    Broader,
    /// The other is narrower.
    Narrower,
    /// They are related.
    Related,
}

/// The links between the concepts of a vocabulary.
#[derive(Clone, Debug)]
pub struct ConceptLinks {
    network: Network,
    pairs: Vec<CoMention>,
    relations: Vec<(ConceptId, ConceptId, Relation)>,
}

/// What ties one concept to another.
#[derive(Clone, Copy, Debug)]
pub struct ConceptLink<'a> {
    /// How strongly.
    pub weight: f64,
    /// How often and where notes name them together.
    pub together: Option<&'a CoMention>,
    /// What the vocabulary says.
    pub relation: Option<Relation>,
}

impl ConceptLinks {
    /// The links of some entries, and those of the vocabulary if it is to count.
    ///
    /// A link of the notes weighs its association strength c / (E + 1) (see
    /// [`crate::graph::CoMention`]), which is 1 for two seldom named concepts in
    /// one sentence. A relation of the vocabulary weighs 1 too where either has no
    /// other of its kind, and down to ½ the more there are:
    /// 1 / (2 − ½ (1 / n + 1 / n′)), where n and n′ are how many of the kind
    /// either has; from M. Sussna, "Word sense disambiguation for free-text
    /// indexing using a massive semantic network" (CIKM 1993), where this is the
    /// distance of two concepts. What notes and vocabulary both say adds up.
    pub fn of(library: &Library, tagging: &Tagging, entries: &[EntryId], vocabulary: bool) -> Self {
        let pairs = co_mentions(library, tagging, entries, Shrinkage::default());
        let mut edges: Vec<WeightedPair> = pairs
            .iter()
            .map(|pair| WeightedPair {
                a: pair.a.index(),
                b: pair.b.index(),
                weight: pair.weight,
            })
            .collect();
        let mut relations = Vec::new();
        if vocabulary {
            edges.extend(related(library, &mut relations));
        }
        Self {
            network: Network::new(library.vocabulary().len(), &edges),
            pairs,
            relations,
        }
    }

    /// The links as a graph; concepts are nodes by their index.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// What ties two concepts, if anything does.
    pub fn between(&self, a: ConceptId, b: ConceptId) -> Option<ConceptLink<'_>> {
        let mut links = self.network.neighbours(a.index());
        let (_, weight) = links.find(|(other, _)| *other == b.index())?;
        let key = (a.min(b), a.max(b));
        let pair = self
            .pairs
            .binary_search_by_key(&key, |pair| (pair.a, pair.b));
        let relation = self
            .relations
            .binary_search_by_key(&(a, b), |&(a, b, _)| (a, b));
        Some(ConceptLink {
            weight,
            together: pair.ok().map(|at| &self.pairs[at]),
            relation: relation.ok().map(|at| self.relations[at].2),
        })
    }
}

/// The edges of the vocabulary; what they say goes into `relations`, both ways
/// and sorted.
fn related(
    library: &Library,
    relations: &mut Vec<(ConceptId, ConceptId, Relation)>,
) -> Vec<WeightedPair> {
    let vocabulary = library.vocabulary();
    let mut edges = Vec::new();
    for id in vocabulary.ids() {
        let concept = vocabulary.get(id);
        let up = concept.broader.iter().map(|&other| {
            let narrower = vocabulary.get(other).narrower.len();
            (other, Relation::Broader, concept.broader.len(), narrower)
        });
        let beside = concept.related.iter().filter(|other| **other > id);
        let beside = beside.map(|&other| {
            let back = vocabulary.get(other).related.len();
            (other, Relation::Related, concept.related.len(), back)
        });
        for (other, relation, here, there) in up.chain(beside) {
            edges.push(WeightedPair {
                a: id.index(),
                b: other.index(),
                weight: relation_weight(here, there),
            });
            let back = match relation {
                Relation::Broader => Relation::Narrower,
                other => other,
            };
            relations.push((id, other, relation));
            relations.push((other, id, back));
        }
    }
    relations.sort_unstable();
    relations.dedup_by_key(|(a, b, _)| (*a, *b));
    edges
}

/// The weight of a relation of which its ends have so many each.
fn relation_weight(here: usize, there: usize) -> f32 {
    let share = |count: usize| 1.0 / count.max(1) as f32;
    1.0 / (2.0 - 0.5 * (share(here) + share(there)))
}
