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
}

/// The entries of both libraries whose tags differ, in reading order. `follow` gives the
/// id that a concept has afterwards, none when it is gone.
pub fn tag_changes(
    before: Tagged<'_>,
    after: Tagged<'_>,
    follow: &dyn Fn(&str) -> Option<String>,
) -> Vec<TagChange> {
    let entries = after.library.entry_ids();
    let by_id: HashMap<String, EntryId> = entries
        .map(|entry| (after.library.qualified_id(entry), entry))
        .collect();
    let change = |entry: EntryId| {
        let same = *by_id.get(&before.library.qualified_id(entry))?;
        let kept: Vec<Option<String>> = before.concepts(entry).map(|(_, id)| follow(id)).collect();
        let now: Vec<&str> = after.concepts(same).map(|(_, id)| id).collect();
        let is_new = |id: &str| !kept.iter().flatten().any(|known| known == id);
        let is_gone = |id: &Option<String>| !id.as_ref().is_some_and(|id| now.contains(&&**id));
        let gained = after.concepts(same).filter(|(_, id)| is_new(id));
        let lost = before.concepts(entry).zip(&kept);
        let lost = lost.filter(|(_, id)| is_gone(id));
        let change = TagChange {
            entry,
            gained: gained.map(|(concept, _)| concept).collect(),
            lost: lost.map(|((concept, _), _)| concept).collect(),
        };
        let differs = !change.gained.is_empty() || !change.lost.is_empty();
        differs.then_some(change)
    };
    before.library.entry_ids().filter_map(change).collect()
}
