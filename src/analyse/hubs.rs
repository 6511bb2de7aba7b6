//! Concepts that are nearly everywhere.

use super::weigh::{Weighed, weigh};
use crate::model::{ConceptId, EntryId, Library};
use crate::tag::Tagging;

/// A concept on at least this share of some entries links everything to everything; a
/// map is easier to read without it.
const HUB_SHARE: f32 = 0.7;
/// Fewer entries than this have no hubs.
const HUB_ENTRIES: usize = 5;

/// The concepts that are on nearly all of some entries, in the order of the vocabulary;
/// none where all of their concepts are.
pub fn hubs(library: &Library, tagging: &Tagging, entries: &[EntryId]) -> Vec<ConceptId> {
    let mut weighed = weigh(library, tagging, entries);
    let mut hubs = take_hubs(tagging, entries, &mut weighed, None);
    hubs.sort_unstable();
    hubs
}

/// Takes out the concepts that are everywhere in the given entries, but for
/// the one asked for; gives them. Where all are everywhere, none is.
pub fn take_hubs(
    tagging: &Tagging,
    entries: &[EntryId],
    weighed: &mut Vec<Weighed>,
    asked: Option<ConceptId>,
) -> Vec<ConceptId> {
    if entries.len() < HUB_ENTRIES {
        return Vec::new();
    }
    let everywhere = HUB_SHARE * entries.len() as f32;
    let is_hub = |concept: &Weighed| {
        // Most concepts are on too few of all entries, and none of these is read.
        if (tagging.entries_about(concept.concept) as f32) < everywhere {
            return false;
        }
        let about = tagging
            .about(concept.concept)
            .filter(|tag| entries.binary_search(&tag.entry).is_ok());
        about.count() as f32 >= everywhere && Some(concept.concept) != asked
    };
    let hubs: Vec<ConceptId> = weighed
        .iter()
        .filter(|concept| is_hub(concept))
        .map(|concept| concept.concept)
        .collect();
    if hubs.len() == weighed.len() {
        return Vec::new();
    }
    weighed.retain(|concept| !hubs.contains(&concept.concept));
    hubs
}
