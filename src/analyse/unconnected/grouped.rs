//! The groups of concepts whose gaps are looked for.

use crate::analyse::community::{Communities, Grouping};
use crate::analyse::hubs::hubs;
use crate::analyse::network::Network;
use crate::graph::{CoMention, Shrinkage, WeightedPair, backbone, co_mentions};
use crate::model::{ConceptId, EntryId, Library};
use crate::tag::Tagging;

/// So many links for each concept, as on a map.
const EDGES_PER_NODE: f32 = 1.75;

/// The concepts of some entries in groups: communities of the backbone of what is
/// named together, as on a map.
pub(super) struct Grouped {
    /// The concepts of each group, those most named first.
    pub(super) groups: Vec<Vec<ConceptId>>,
    /// The concepts that are nearly everywhere and in no group.
    pub(super) hubs: Vec<ConceptId>,
    /// The pairs that the entries name together, by concept ids.
    pub(super) pairs: Vec<CoMention>,
}

/// How much a concept is named, and where in the reading.
#[derive(Clone, Copy, Default)]
struct Named {
    mentions: u32,
    entries: usize,
    weight: f32,
    places: f64,
}

impl Grouped {
    /// Groups the concepts of some entries, in order.
    pub(super) fn of(library: &Library, tagging: &Tagging, entries: &[EntryId]) -> Self {
        let mut named = vec![Named::default(); library.vocabulary().len()];
        let mut as_read = entries.to_vec();
        as_read.sort_by_key(|&entry| library.reading_position(entry));
        for (place, &entry) in as_read.iter().enumerate() {
            for tag in tagging.tags(entry) {
                let mentions = tag.mentions.max(1);
                let concept = &mut named[tag.concept.index()];
                concept.mentions += mentions;
                concept.entries += 1;
                concept.weight += mentions as f32 * tag.salience;
                concept.places += place as f64;
            }
        }
        let hubs = hubs(library, tagging, entries);
        let of = |concept: ConceptId| named[concept.index()];
        let concepts = library.vocabulary().ids();
        let mut concepts: Vec<ConceptId> = concepts
            .filter(|concept| of(*concept).entries > 0 && !hubs.contains(concept))
            .collect();
        concepts.sort_by(|&a, &b| {
            let most_first = of(b).weight.total_cmp(&of(a).weight);
            let entries = of(b).entries.cmp(&of(a).entries);
            most_first.then(entries).then(a.cmp(&b))
        });
        let pairs = co_mentions(library, tagging, entries, Shrinkage::default());
        let links = links(library, &concepts, &pairs, |pair| pair.weight);
        let kept = backbone(concepts.len(), &links, EDGES_PER_NODE).edges;
        let kept: Vec<WeightedPair> = kept.into_iter().map(|edge| links[edge]).collect();
        let place = |&concept: &ConceptId| of(concept).places / of(concept).entries as f64;
        let places: Vec<f64> = concepts.iter().map(place).collect();
        let network = Network::new(concepts.len(), &kept);
        let communities = Communities::of(&network, &places, &Grouping::default());
        let mentions = |&concept: &ConceptId| f64::from(of(concept).mentions);
        let frequency: Vec<f64> = concepts.iter().map(mentions).collect();
        let members = |group| {
            let nodes = communities.most_frequent(group, &frequency, usize::MAX);
            nodes.into_iter().map(|node| concepts[node]).collect()
        };
        Self {
            groups: (0..communities.len()).map(members).collect(),
            hubs,
            pairs,
        }
    }
}

/// The pairs among some concepts, by their positions in the list.
pub(super) fn links(
    library: &Library,
    concepts: &[ConceptId],
    pairs: &[CoMention],
    weight: fn(&CoMention) -> f32,
) -> Vec<WeightedPair> {
    let mut place = vec![None; library.vocabulary().len()];
    for (at, concept) in concepts.iter().enumerate() {
        place[concept.index()] = Some(at);
    }
    let links = pairs.iter().filter_map(|pair| {
        Some(WeightedPair {
            a: place[pair.a.index()]?,
            b: place[pair.b.index()]?,
            weight: weight(pair),
        })
    });
    links.collect()
}
