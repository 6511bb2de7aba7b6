//! Concepts that are nearly everywhere.

use crate::model::{ConceptId, EntryId, Library};
use crate::tag::Tagging;

/// A concept on at least this share of some entries links everything to
/// everything.
const HUB_SHARE: f32 = 0.7;
/// Fewer entries than this have no hubs.
const HUB_ENTRIES: usize = 5;

/// The concepts that are on nearly all of some entries; none where all of their
/// concepts are.
pub fn hubs(library: &Library, tagging: &Tagging, entries: &[EntryId]) -> Vec<ConceptId> {
    if entries.len() < HUB_ENTRIES {
        return Vec::new();
    }
    let counts = tagging.counts(library, entries);
    let everywhere = HUB_SHARE * entries.len() as f32;
    let named = || {
        library
            .vocabulary()
            .ids()
            .filter(|id| counts[id.index()].entries > 0)
    };
    let is_hub = |concept: &ConceptId| counts[concept.index()].entries as f32 >= everywhere;
    let hubs: Vec<ConceptId> = named().filter(is_hub).collect();
    match hubs.len() == named().count() {
        true => Vec::new(),
        false => hubs,
    }
}
