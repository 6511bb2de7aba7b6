//! What maps of a whole library begin with.

use super::bond::{Bond, bonds};
use super::options::MapOptions;
use super::source::backbone_of;
use crate::analyse::{self, Communities, Network, Weighed, take_hubs, weigh};
use crate::graph::{CoMention, WeightedPair, co_mentions};
use crate::model::{ConceptId, EntryId, Library};
use crate::tag::Tagging;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What maps of a whole library, or of a book, begin with: its concepts, their groups, and
/// what these have to do with each other.
///
/// Making it of a large library means to look at all tags, to count all pairs of concepts,
/// and to group the concepts, which takes far longer than to draw the groups. It follows
/// from the tags alone, so whoever has a place for it can keep it as long as these stay.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Groundwork {
    /// The concepts, those of most weight first, without hubs.
    pub(super) concepts: Vec<Weighed>,
    /// What was left out for being nearly everywhere.
    pub(super) hubs: Vec<ConceptId>,
    /// The group of each of the concepts. Groups are numbered from 0 in the order of the
    /// reading.
    pub(super) groups: Vec<usize>,
    /// What any two groups have to do with each other, by their numbers.
    pub(super) bonds: Vec<Bond>,
    /// The pairs that it was made of.
    #[serde(skip)]
    pub(super) pairs: Option<Arc<Vec<CoMention>>>,
}

impl Groundwork {
    /// That of a whole library, as [`super::MapOptions::default`] has it.
    pub fn of(library: &Library, tagging: &Tagging) -> Self {
        let whole: Vec<EntryId> = library.entry_ids().collect();
        Self::of_entries(library, tagging, &whole, &MapOptions::default())
    }

    /// That of some entries.
    pub(super) fn of_entries(
        library: &Library,
        tagging: &Tagging,
        entries: &[EntryId],
        options: &MapOptions,
    ) -> Self {
        let mut concepts = weigh(library, tagging, entries);
        let asked = options.around.map(|(concept, _)| concept);
        let hubs = take_hubs(tagging, entries, &mut concepts, asked);
        let pairs = co_mentions(library, tagging, entries, options.shrinkage);
        let size = library.vocabulary().len();
        let groups = groups(size, &concepts, &pairs, options.edges_per_node);
        let of_concepts = concepts.iter().map(|it| it.concept);
        let bonds = bonds(size, &pairs, of_concepts.zip(groups.iter().copied()));
        Self {
            concepts,
            hubs,
            groups,
            bonds,
            pairs: Some(Arc::new(pairs)),
        }
    }

    /// Whether [`Self::of`] is what a map with these options begins with. What is asked of
    /// some books, or with other links, takes another one.
    pub fn serves(options: &MapOptions) -> bool {
        let usual = MapOptions::default();
        options.filter.book.is_none()
            && options.shrinkage == usual.shrinkage
            && options.edges_per_node.to_bits() == usual.edges_per_node.to_bits()
    }

    /// Whether it may be of this library: everything in it is there.
    pub fn fits(&self, library: &Library) -> bool {
        let (concepts, entries) = (library.vocabulary().len(), library.entry_ids().count());
        let mut all = self
            .concepts
            .iter()
            .map(|it| it.concept)
            .chain(self.hubs.iter().copied());
        let count = self.groups.iter().max().map_or(0, |most| most + 1);
        let bond = |bond: &Bond| {
            let (a, b) = bond.ends;
            let mut evidence = bond.evidence.iter();
            a < b && b < count && evidence.all(|piece| piece.entry.index() < entries)
        };
        all.all(|concept| concept.index() < concepts)
            && self.groups.len() == self.concepts.len()
            && count <= self.groups.len()
            && self.bonds.iter().all(bond)
    }

    /// Whether a concept was left out that is asked for.
    pub(super) fn lacks(&self, concept: ConceptId) -> bool {
        self.hubs.contains(&concept)
    }
}

/// The groups of `concepts` (those of most weight first), linked by `pairs`: the
/// communities of their links' backbone.
pub(super) fn groups(
    size: usize,
    concepts: &[Weighed],
    pairs: &[CoMention],
    edges_per_node: f32,
) -> Vec<usize> {
    let (edges, kept) = backbone_of(size, concepts, pairs, edges_per_node);
    let kept: Vec<WeightedPair> = kept.into_iter().map(|edge| edges[edge]).collect();
    let place: Vec<f64> = concepts.iter().map(|concept| concept.place).collect();
    let network = Network::new(concepts.len(), &kept);
    let found = Communities::of(
        &network,
        &place,
        &analyse::Grouping::of_nodes(concepts.len()),
    );
    found.groups().to_vec()
}
