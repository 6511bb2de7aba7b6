//! The concepts of some entries in groups, as on a map.

use super::community::{Communities, Grouping};
use super::hubs::take_hubs;
use super::network::Network;
use super::weigh::{Weighed, weigh};
use crate::graph::{CoMention, Shrinkage, WeightedPair, backbone, co_mentions};
use crate::model::{ConceptId, EntryId, Library};
use crate::tag::Tagging;

/// The concepts of some entries, in groups: communities of the backbone of what is
/// named together.
pub(super) struct Grouped {
    /// All concepts, those of most weight first.
    pub(super) all: Vec<Weighed>,
    /// Those that are in a group: all but hubs, in the same order.
    pub(super) grouped: Vec<Weighed>,
    /// The concepts that are nearly everywhere and in no group.
    pub(super) hubs: Vec<ConceptId>,
    /// The pairs that the entries name together, by concept ids.
    pub(super) pairs: Vec<CoMention>,
    /// The groups, by positions in `grouped`.
    pub(super) communities: Communities,
}

impl Grouped {
    /// Groups the concepts of some entries, in order, by so many links a concept.
    pub(super) fn of(
        library: &Library,
        tagging: &Tagging,
        entries: &[EntryId],
        edges_per_node: f32,
    ) -> Self {
        let all = weigh(library, tagging, entries);
        let mut grouped = all.clone();
        let hubs = take_hubs(tagging, entries, &mut grouped, None);
        let pairs = co_mentions(library, tagging, entries, Shrinkage::default());
        let concepts = grouped.iter().map(|concept| concept.concept);
        let links = links(library, concepts, &pairs, |pair| pair.weight);
        let kept = backbone(grouped.len(), &links, edges_per_node).edges;
        let kept: Vec<WeightedPair> = kept.into_iter().map(|edge| links[edge]).collect();
        let places: Vec<f64> = grouped.iter().map(|concept| concept.place).collect();
        let drawn = Network::new(grouped.len(), &kept);
        let communities = Communities::of(&drawn, &places, &Grouping::of_nodes(grouped.len()));
        Self {
            all,
            grouped,
            hubs,
            pairs,
            communities,
        }
    }

    /// Some of the concepts with all their links, by their positions in the list.
    pub(super) fn network(&self, library: &Library, concepts: &[Weighed]) -> Network {
        let ids = concepts.iter().map(|concept| concept.concept);
        let links = links(library, ids, &self.pairs, |pair| pair.weight);
        Network::new(concepts.len(), &links)
    }

    /// The concepts of each group, those most named first.
    pub(super) fn groups(&self) -> Vec<Vec<ConceptId>> {
        let frequency = self.grouped.iter().map(|it| f64::from(it.mentions));
        let frequency: Vec<f64> = frequency.collect();
        let members = |group| {
            let nodes = self
                .communities
                .most_frequent(group, &frequency, usize::MAX);
            let concepts = nodes.into_iter().map(|node| self.grouped[node].concept);
            concepts.collect()
        };
        (0..self.communities.len()).map(members).collect()
    }
}

/// The pairs among some concepts, by their positions in the list.
pub(super) fn links(
    library: &Library,
    concepts: impl Iterator<Item = ConceptId>,
    pairs: &[CoMention],
    weight: fn(&CoMention) -> f32,
) -> Vec<WeightedPair> {
    let place = positions(library, concepts);
    let links = pairs.iter().filter_map(|pair| {
        Some(WeightedPair {
            a: place[pair.a.index()]?,
            b: place[pair.b.index()]?,
            weight: weight(pair),
        })
    });
    links.collect()
}

/// For each concept of the vocabulary where it stands in a list.
pub(super) fn positions(
    library: &Library,
    concepts: impl Iterator<Item = ConceptId>,
) -> Vec<Option<usize>> {
    let mut place = vec![None; library.vocabulary().len()];
    for (at, concept) in concepts.enumerate() {
        place[concept.index()] = Some(at);
    }
    place
}
