//! How much each concept matters, and for what: by how much it is named, by
//! what it is named with, and by the groups it holds together.

use super::grouped::{Grouped, positions};
use super::pagerank::PageRank;
use super::participation::bridges;
use crate::graph::CoMention;
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
        let grouped = Grouped::of(library, tagging, entries, edges_per_node);
        let communities = &grouped.communities;
        let among_groups = grouped.network(library, &grouped.grouped);
        let bridging = bridges(&among_groups, communities.groups());
        let all = grouped.network(library, &grouped.all);
        let ranks = PageRank::default().of(&all);
        let mut about = about(library, tagging, entries);
        let place = positions(library, grouped.grouped.iter().map(|it| it.concept));
        let concepts = grouped.all.iter().enumerate().map(|(node, weighed)| {
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
        let groups = grouped.groups();
        let Grouped {
            hubs, mut pairs, ..
        } = grouped;
        pairs.sort_by(|a, b| {
            let most = b.count.total_cmp(&a.count);
            let strongest = b.weight.total_cmp(&a.weight);
            most.then(strongest).then((a.a, a.b).cmp(&(b.a, b.b)))
        });
        Self {
            concepts,
            groups,
            hubs,
            pairs,
        }
    }
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
