//! How much each concept matters, and for what: by how much it is named, by
//! what it is named with, and by the groups it holds together.

use super::community::{Communities, Grouping};
use super::network::Network;
use super::pagerank::PageRank;
use super::participation::bridges;
use super::weigh::{Weighed, take_hubs, weigh};
use crate::graph::{CoMention, Shrinkage, WeightedPair, backbone, co_mentions};
use crate::model::{ConceptId, EntryId, Library};
use crate::tag::Tagging;

/// A concept's figures.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The concept.
    pub concept: ConceptId,
    /// The entries about it, as they were read; never empty.
    pub entries: Vec<EntryId>,
    /// How often they name it; at least 1 for a tag that only the reader gave.
    pub mentions: u32,
    /// PageRank among the concepts, times their number: 1 is average.
    pub rank: f64,
    /// With how many concepts it is named.
    pub neighbours: usize,
    /// The group it belongs to, counted from 0; `None` for a hub.
    pub group: Option<usize>,
    /// How evenly its links go to several groups, from 0 to 1: see
    /// [`super::Bridge`].
    pub participation: f64,
    /// Participation × the weight of all its links; 0 for a hub.
    pub bridge: f64,
}

/// The concepts of some entries with their figures.
#[derive(Clone, Debug, Default)]
pub struct Standings {
    /// Those of most weight first: the order of the maps.
    pub concepts: Vec<Standing>,
    /// The concepts of each group, those most named first.
    pub groups: Vec<Vec<ConceptId>>,
    /// The concepts that are nearly everywhere and belong to no group.
    pub hubs: Vec<ConceptId>,
    /// The pairs, those most often named together first, and of these the
    /// strongest.
    pub pairs: Vec<CoMention>,
}

impl Standings {
    /// The standings in some entries, in order. Groups are those of a map:
    /// communities of the backbone of `edges_per_node` links a concept.
    pub fn of(
        library: &Library,
        tagging: &Tagging,
        entries: &[EntryId],
        edges_per_node: f32,
    ) -> Self {
        let weighed = weigh(library, tagging, entries);
        let mut grouped = weighed.clone();
        let hubs = take_hubs(tagging, entries, &mut grouped, None);
        let size = library.vocabulary().len();
        let mut pairs = co_mentions(library, tagging, entries, Shrinkage::default());
        let all = Network::new(weighed.len(), &links(size, &weighed, &pairs));
        let few = links(size, &grouped, &pairs);
        let (communities, bridging) = groups(&grouped, &few, edges_per_node);
        let ranks = PageRank::default().of(&all);
        let mut about = about(library, tagging, entries);
        let place = positions(size, &grouped);
        let concepts = weighed.iter().enumerate().map(|(node, weighed)| {
            let among = place[weighed.concept.index()];
            let bridge = among.map(|node| bridging[node]);
            Standing {
                concept: weighed.concept,
                entries: std::mem::take(&mut about[weighed.concept.index()]),
                mentions: weighed.mentions,
                rank: ranks[node] * ranks.len() as f64,
                neighbours: all.neighbours(node).count(),
                group: among.map(|node| communities.group(node)),
                participation: bridge.map_or(0.0, |bridge| bridge.participation),
                bridge: bridge.map_or(0.0, super::Bridge::score),
            }
        });
        let concepts = concepts.collect();
        let frequency: Vec<f64> = grouped.iter().map(|it| f64::from(it.mentions)).collect();
        let members = |group| {
            let nodes = communities.most_frequent(group, &frequency, usize::MAX);
            nodes
                .into_iter()
                .map(|node| grouped[node].concept)
                .collect()
        };
        pairs.sort_by(|a, b| {
            let most = b.count.total_cmp(&a.count);
            let strongest = b.weight.total_cmp(&a.weight);
            most.then(strongest).then((a.a, a.b).cmp(&(b.a, b.b)))
        });
        Self {
            concepts,
            groups: (0..communities.len()).map(members).collect(),
            hubs,
            pairs,
        }
    }
}

fn groups(
    grouped: &[Weighed],
    links: &[WeightedPair],
    edges_per_node: f32,
) -> (Communities, Vec<super::Bridge>) {
    let kept = backbone(grouped.len(), links, edges_per_node).edges;
    let kept: Vec<WeightedPair> = kept.into_iter().map(|edge| links[edge]).collect();
    let places: Vec<f64> = grouped.iter().map(|concept| concept.place).collect();
    let drawn = Network::new(grouped.len(), &kept);
    let communities = Communities::of(&drawn, &places, &Grouping::default());
    let all = Network::new(grouped.len(), links);
    let bridging = bridges(&all, communities.groups());
    (communities, bridging)
}

/// The pairs among some concepts, by their positions in the list.
fn links(size: usize, concepts: &[Weighed], pairs: &[CoMention]) -> Vec<WeightedPair> {
    let place = positions(size, concepts);
    let links = pairs.iter().filter_map(|pair| {
        Some(WeightedPair {
            a: place[pair.a.index()]?,
            b: place[pair.b.index()]?,
            weight: pair.weight,
        })
    });
    links.collect()
}

fn positions(size: usize, concepts: &[Weighed]) -> Vec<Option<usize>> {
    let mut place = vec![None; size];
    for (at, concept) in concepts.iter().enumerate() {
        place[concept.concept.index()] = Some(at);
    }
    place
}

/// For each concept of the vocabulary the entries about it, as they were read.
fn about(library: &Library, tagging: &Tagging, entries: &[EntryId]) -> Vec<Vec<EntryId>> {
    let mut about = vec![Vec::new(); library.vocabulary().len()];
    let mut entries = entries.to_vec();
    entries.sort_by_key(|&entry| library.reading_position(entry));
    for entry in entries {
        for tag in tagging.tags(entry) {
            about[tag.concept.index()].push(entry);
        }
    }
    about
}
