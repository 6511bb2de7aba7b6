//! What each entry is about, and the names that say so.

use super::asides::{NestedName, Suggestion, asides};
use crate::model::{ConceptId, EntryId, Library};
use crate::tag::{Origin, PASSING, Tagging};

/// An entry with everything that is known about its tags.
#[derive(Clone, Debug, PartialEq)]
pub struct TaggedEntry {
    /// The entry.
    pub entry: EntryId,
    /// Its tags, the most salient first; of equals in the order of the vocabulary.
    pub tags: Vec<NamedTag>,
    /// The concepts that its reader refused.
    pub refused: Vec<ConceptId>,
    /// Doubtful names of other concepts, in the order of the text.
    pub suggestions: Vec<Suggestion>,
    /// Names of other concepts inside of longer ones, in the order of the text.
    pub nested: Vec<NestedName>,
}

/// A tag with the names by which the entry calls its concept.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedTag {
    /// The concept.
    pub concept: ConceptId,
    /// Who says that the entry is about it.
    pub origin: Origin,
    /// How often the entry names it.
    pub mentions: u32,
    /// How much the entry is about it, from 0 to 1.
    pub salience: f32,
    /// Hardly to be doubted: see [`crate::tag::Salience::is_sure`].
    pub sure: bool,
    /// The names, as the vocabulary writes them, and how often each comes up;
    /// in the order of the text.
    pub names: Vec<(String, u32)>,
}

impl NamedTag {
    /// Whether the entry names the concept only in passing.
    pub fn is_passing(&self) -> bool {
        self.salience < PASSING
    }
}

/// The tags of some entries.
pub fn tags(library: &Library, tagging: &Tagging, entries: &[EntryId]) -> Vec<TaggedEntry> {
    let tagged = |&entry: &EntryId| {
        let (suggestions, nested) = asides(library, tagging, entry);
        TaggedEntry {
            entry,
            tags: named_tags(library, tagging, entry),
            refused: library.entry(entry).refused.clone(),
            suggestions,
            nested,
        }
    };
    entries.iter().map(tagged).collect()
}

fn named_tags(library: &Library, tagging: &Tagging, entry: EntryId) -> Vec<NamedTag> {
    let tags = tagging.tags(entry).iter();
    let named = tags.map(|tag| NamedTag {
        concept: tag.concept,
        origin: tag.origin,
        mentions: tag.mentions,
        salience: tag.salience,
        sure: tag.sure,
        names: names(library, tagging, entry, tag.concept),
    });
    let mut named: Vec<NamedTag> = named.collect();
    named.sort_by(|a, b| b.salience.total_cmp(&a.salience));
    named
}

pub(super) fn names(
    library: &Library,
    tagging: &Tagging,
    entry: EntryId,
    concept: ConceptId,
) -> Vec<(String, u32)> {
    let mut names: Vec<(String, u32)> = Vec::new();
    let mentions = tagging.mentions(entry).iter();
    for mention in mentions.filter(|mention| mention.concept == concept) {
        let text = tagging.name(library.vocabulary(), concept, mention.name);
        match names.iter_mut().find(|(name, _)| name == text) {
            Some((_, count)) => *count += 1,
            None => names.push((text.to_owned(), 1)),
        }
    }
    names
}
