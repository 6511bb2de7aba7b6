//! What each entry is about, and the names that say so.

use crate::model::{ConceptId, EntryId, Library};
use crate::tag::{Origin, Tagging};

/// An entry with everything that is known about its tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaggedEntry {
    /// The entry.
    pub entry: EntryId,
    /// Its tags, in the order of the vocabulary.
    pub tags: Vec<NamedTag>,
    /// The concepts that its reader refused.
    pub refused: Vec<ConceptId>,
}

/// A tag with the names by which the entry calls its concept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedTag {
    /// The concept.
    pub concept: ConceptId,
    /// Who says that the entry is about it.
    pub origin: Origin,
    /// How often the entry names it.
    pub mentions: u32,
    /// The names, as the vocabulary writes them, and how often each comes up;
    /// in the order of the text.
    pub names: Vec<(String, u32)>,
}

/// The tags of some entries.
pub fn tags(library: &Library, tagging: &Tagging, entries: &[EntryId]) -> Vec<TaggedEntry> {
    let tagged = |&entry: &EntryId| TaggedEntry {
        entry,
        tags: tagging
            .tags(entry)
            .iter()
            .map(|tag| NamedTag {
                concept: tag.concept,
                origin: tag.origin,
                mentions: tag.mentions,
                names: names(tagging, entry, tag.concept),
            })
            .collect(),
        refused: library.entry(entry).refused.clone(),
    };
    entries.iter().map(tagged).collect()
}

fn names(tagging: &Tagging, entry: EntryId, concept: ConceptId) -> Vec<(String, u32)> {
    let mut names: Vec<(String, u32)> = Vec::new();
    let mentions = tagging.mentions(entry).iter();
    for mention in mentions.filter(|mention| mention.concept == concept) {
        let text = &tagging.lexicon().name(mention.name).text;
        match names.iter_mut().find(|(name, _)| name == text) {
            Some((_, count)) => *count += 1,
            None => names.push((text.clone(), 1)),
        }
    }
    names
}
