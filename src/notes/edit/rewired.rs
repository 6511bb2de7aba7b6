//! Whether what referred to a concept refers to the one that took its place, and
//! nothing else changed.

use super::EditError;
use crate::model::{ConceptId, Entry, Library, Vocabulary};
use std::collections::BTreeMap;

/// Compares what entries say of concepts, and concepts of each other, before and after;
/// `follow` gives the id afterwards of a concept, none when it is gone.
///
/// # Errors
///
/// [`EditError::Rewired`] with the first that is not as it should be.
pub fn rewired(
    before: &Library,
    after: &Library,
    follow: &dyn Fn(&str) -> Option<String>,
) -> Result<(), EditError> {
    let by_id: BTreeMap<String, &Entry> = after
        .entry_ids()
        .map(|entry| (after.qualified_id(entry), after.entry(entry)))
        .collect();
    let (old, new) = (before.vocabulary(), after.vocabulary());
    let same = |one: &[ConceptId], other: &[ConceptId]| {
        followed(old, one, follow) == followed(new, other, &|id| Some(id.to_owned()))
    };
    for id in before.entry_ids() {
        let entry = before.entry(id);
        let name = before.qualified_id(id);
        let kept = by_id.get(&name).is_some_and(|found| {
            same(&entry.tags, &found.tags) && same(&entry.refused, &found.refused)
        });
        if !kept {
            let what = format!("the entry `{name}`");
            return Err(EditError::Rewired { what });
        }
    }
    for id in old.ids() {
        let concept = old.get(id);
        let Some(now) = follow(&concept.id).and_then(|id| new.find(&id)) else {
            continue;
        };
        // A concept into which another went has that one's relations, too.
        let whole = |one: &[ConceptId], other: &[ConceptId]| {
            let other = followed(new, other, &|id| Some(id.to_owned()));
            let itself = &new.get(now).id;
            let mut one = followed(old, one, follow).into_iter();
            one.all(|id| id == *itself || other.contains(&id))
        };
        let found = new.get(now);
        if !whole(&concept.broader, &found.broader) || !whole(&concept.related, &found.related) {
            let what = format!("the concept `{}`", concept.id);
            return Err(EditError::Rewired { what });
        }
    }
    Ok(())
}

/// The ids that concepts have afterwards, sorted, each once.
fn followed(
    vocabulary: &Vocabulary,
    concepts: &[ConceptId],
    follow: &dyn Fn(&str) -> Option<String>,
) -> Vec<String> {
    let ids = concepts.iter().map(|&id| vocabulary.get(id).id.as_str());
    let mut ids: Vec<String> = ids.filter_map(follow).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
