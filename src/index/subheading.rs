//! What a heading of many places is broken into.

use super::cross::Companion;
use super::heading::{MainHeading, Subheading};
use super::locate::{Passage, locators};
use super::locator::By;
use crate::model::{ConceptId, Library};
use crate::tag::{Tag, Tagging};

/// A heading with more locators than this gets subheadings (The Chicago Manual
/// of Style, 17th edition, 16.10: five or six are as many as a reader looks up).
const MANY: usize = 6;
/// So many subheadings at most, besides narrower concepts.
const SUBHEADINGS: usize = 5;
/// So many concepts named with the heading, the strongest, are looked at for these.
const LOOKED_AT: usize = 20;
/// Two concepts in fewer entries than this make no subheading.
const TOGETHER: usize = 2;

/// What a heading is broken into: the narrower concepts that are headings
/// themselves, and where there are few of these what it is named with.
pub(super) fn subheadings(
    library: &Library,
    tagging: &Tagging,
    by: By,
    heading: &MainHeading,
    companions: &[Companion],
    passages_of: impl Fn(ConceptId) -> Vec<Passage>,
) -> Vec<Subheading> {
    if heading.locators.len() <= MANY {
        return Vec::new();
    }
    let narrower = &library.vocabulary().get(heading.concept).narrower;
    let subheading = |concept, narrower, passages: &[Passage]| Subheading {
        concept,
        narrower,
        locators: locators(library, by, passages),
    };
    let mut found: Vec<Subheading> = narrower
        .iter()
        .map(|&concept| (concept, passages_of(concept)))
        .filter(|(_, passages)| !passages.is_empty())
        .map(|(concept, passages)| subheading(concept, true, &passages))
        .collect();
    let own = passages_of(heading.concept);
    for &Companion { concept, .. } in companions.iter().take(LOOKED_AT) {
        if found.len() >= SUBHEADINGS {
            break;
        }
        let is_about = |passage: &&Passage| tagging.tag(passage.entry, concept).is_some_and(treats);
        let both: Vec<Passage> = own.iter().filter(is_about).copied().collect();
        let few = both.len() < TOGETHER || both.len() == own.len();
        if !few && !narrower.contains(&concept) {
            found.push(subheading(concept, false, &both));
        }
    }
    found
}

fn treats(tag: &Tag) -> bool {
    !tag.is_passing()
}
