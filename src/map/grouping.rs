//! Which concepts hang together, and in which colours.

use super::groundwork::Groundwork;
use super::options::MapOptions;
use super::source::MapSource;
use crate::analyse::{Weighed, stable_colours};
use crate::model::{BookId, ConceptId, Library};
use crate::place::Placement;
use crate::query::EntryFilter;
use crate::tag::Tagging;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The groups of some concepts.
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
/// order of the book, each with its most named members first. `groundwork` is that of the
/// library, if it is known.
pub fn concept_groups(
    library: &Library,
    tagging: &Tagging,
    placement: &Placement,
    book: Option<BookId>,
    groundwork: Option<&Groundwork>,
) -> Vec<Vec<ConceptId>> {
    let options = MapOptions {
        filter: EntryFilter {
            book,
            ..EntryFilter::default()
        },
        ..MapOptions::default()
    };
    let source = MapSource::on(groundwork, library, tagging, placement, &options);
    let groups = source.grouping.groups.into_iter();
    groups.map(|group| group.members).collect()
}

impl Grouping {
    /// The groups of `concepts` (those of most weight first): `group` has the number of
    /// that of each. `earlier` has the colours that concepts had before, by their ids.
    pub(super) fn of(
        library: &Library,
        concepts: &[Weighed],
        group: &[usize],
        earlier: &BTreeMap<String, u8>,
    ) -> Self {
        let colours = stable_colours(&before(library, concepts, earlier), group);
        let groups = colours.iter().map(|&colour| ConceptGroup {
            members: Vec::new(),
            colour: colour as u8,
        });
        let mut groups: Vec<ConceptGroup> = groups.collect();
        let mut of = vec![None; library.vocabulary().len()];
        for (concept, &group) in concepts.iter().zip(group) {
            of[concept.concept.index()] = Some(group);
        }
        let mut by_mentions: Vec<usize> = (0..concepts.len()).collect();
        // A stable sort: of equal ones those of more weight come first.
        by_mentions.sort_by_key(|&at| Reverse(concepts[at].mentions));
        for at in by_mentions {
            groups[group[at]].members.push(concepts[at].concept);
        }
        Self { of, groups }
    }

    /// The group of a concept; `None` for one that was left out.
    pub(super) fn group(&self, concept: ConceptId) -> Option<usize> {
        self.of[concept.index()]
    }
}

/// The colour that each concept had before, if any.
fn before(
    library: &Library,
    concepts: &[Weighed],
    earlier: &BTreeMap<String, u8>,
) -> Vec<Option<usize>> {
    // Of a large library no concept is read for this.
    if earlier.is_empty() {
        return vec![None; concepts.len()];
    }
    let colour = |concept: &Weighed| {
        let id = &library.vocabulary().get(concept.concept).id;
        earlier.get(id).map(|colour| usize::from(*colour))
    };
    concepts.iter().map(colour).collect()
}
