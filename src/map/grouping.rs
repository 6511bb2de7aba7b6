//! Which concepts hang together, and in which colours.

use super::options::MapOptions;
use super::source::MapSource;
use super::source::backbone_of;
use crate::analyse::{self, Communities, Network, Weighed, stable_colours};
use crate::graph::{CoMention, WeightedPair};
use crate::model::{BookId, ConceptId, Library};
use crate::place::Placement;
use crate::query::EntryFilter;
use crate::tag::Tagging;
use std::collections::BTreeMap;

/// The groups of some concepts: the communities of their links' backbone.
#[derive(Clone, Debug)]
pub(super) struct Grouping {
    of: Vec<Option<usize>>,
    /// The groups in the order of the book.
    pub(super) groups: Vec<ConceptGroup>,
}

/// Concepts that hang together.
#[derive(Clone, Debug)]
pub(super) struct ConceptGroup {
    /// Its members, the most named ones first.
    pub(super) members: Vec<ConceptId>,
    /// Its colour in the palette.
    pub(super) colour: u8,
}

/// The groups of a library's concepts, or a book's, as its maps draw them: in the
/// order of the book, each with its most named members first.
pub fn concept_groups(
    library: &Library,
    tagging: &Tagging,
    placement: &Placement,
    book: Option<BookId>,
) -> Vec<Vec<ConceptId>> {
    let options = MapOptions {
        filter: EntryFilter {
            book,
            ..EntryFilter::default()
        },
        ..MapOptions::default()
    };
    let source = MapSource::new(library, tagging, placement, &options);
    let groups = source.grouping.groups.into_iter();
    groups.map(|group| group.members).collect()
}

impl Grouping {
    /// Finds the groups of `concepts` (those of most weight first), linked by
    /// `pairs`. `earlier` has the colours that concepts had before, by their ids.
    pub(super) fn of(
        library: &Library,
        concepts: &[Weighed],
        pairs: &[CoMention],
        edges_per_node: f32,
        earlier: &BTreeMap<String, u8>,
    ) -> Self {
        let size = library.vocabulary().len();
        let (edges, kept) = backbone_of(size, concepts, pairs, edges_per_node);
        let kept: Vec<WeightedPair> = kept.into_iter().map(|edge| edges[edge]).collect();
        let place: Vec<f64> = concepts.iter().map(|concept| concept.place).collect();
        let communities = Communities::of(
            &Network::new(concepts.len(), &kept),
            &place,
            &analyse::Grouping::default(),
        );
        let before: Vec<Option<usize>> = concepts
            .iter()
            .map(|concept| {
                let id = &library.vocabulary().get(concept.concept).id;
                earlier.get(id).map(|colour| usize::from(*colour))
            })
            .collect();
        let colours = stable_colours(&before, communities.groups());
        let frequency: Vec<f64> = concepts
            .iter()
            .map(|concept| f64::from(concept.mentions))
            .collect();
        let groups = (0..communities.len())
            .map(|group| ConceptGroup {
                members: communities
                    .most_frequent(group, &frequency, usize::MAX)
                    .into_iter()
                    .map(|node| concepts[node].concept)
                    .collect(),
                colour: colours[group] as u8,
            })
            .collect();
        let mut of = vec![None; size];
        for (node, &group) in communities.groups().iter().enumerate() {
            of[concepts[node].concept.index()] = Some(group);
        }
        Self { of, groups }
    }

    /// The group of a concept; `None` for one that was left out.
    pub(super) fn group(&self, concept: ConceptId) -> Option<usize> {
        self.of[concept.index()]
    }
}
