//! What another vocabulary, or another tag, would change.

use crate::model::{ConceptId, EntryId, Library};
use crate::tag::Tagging;
use std::collections::HashMap;

/// A library and its tags.
#[derive(Clone, Copy, Debug)]
pub struct Tagged<'a> {
    /// The library.
    pub library: &'a Library,
    /// Its tags.
    pub tagging: &'a Tagging,
}

/// What changes in the tags of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagChange {
    /// The entry, as the library before has it.
    pub entry: EntryId,
    /// Concepts that it is about afterwards only, by the ids of the library
    /// after.
    pub gained: Vec<ConceptId>,
    /// Concepts that it is about before only, by the ids of the library
    /// before.
    pub lost: Vec<ConceptId>,
}

impl<'a> Tagged<'a> {
    /// The ids that users give the concepts of an entry.
    fn concepts(self, entry: EntryId) -> impl Iterator<Item = (ConceptId, &'a str)> {
        let vocabulary = self.library.vocabulary();
        let tags = self.tagging.tags(entry).iter();
        tags.map(move |tag| (tag.concept, vocabulary.get(tag.concept).id.as_str()))
    }

    /// The concepts of an entry that another library does not give it.
    fn only_here(self, entry: EntryId, other: Self, same: EntryId) -> Vec<ConceptId> {
        let there: Vec<&str> = other.concepts(same).map(|(_, id)| id).collect();
        self.concepts(entry)
            .filter(|(_, id)| !there.contains(id))
            .map(|(concept, _)| concept)
            .collect()
    }
}

/// The entries of both libraries whose tags differ, in reading order.
pub fn tag_changes(before: Tagged<'_>, after: Tagged<'_>) -> Vec<TagChange> {
    let entries = after.library.entry_ids();
    let by_id: HashMap<String, EntryId> = entries
        .map(|entry| (after.library.qualified_id(entry), entry))
        .collect();
    let change = |entry: EntryId| {
        let same = *by_id.get(&before.library.qualified_id(entry))?;
        let change = TagChange {
            entry,
            gained: after.only_here(same, before, entry),
            lost: before.only_here(entry, after, same),
        };
        let differs = !change.gained.is_empty() || !change.lost.is_empty();
        differs.then_some(change)
    };
    before.library.entry_ids().filter_map(change).collect()
}
