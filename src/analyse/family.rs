//! A concept with the narrower ones that count for it.

use crate::model::{ConceptId, EntryId, Library};
use crate::tag::{Field, Tag, Tagging};

/// A concept, and those that count for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Family {
    /// The concept.
    pub concept: ConceptId,
    /// Those that are narrower, at any depth; none where it is to count alone.
    pub narrower: Vec<ConceptId>,
}

/// What one entry has of a family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FamilyTag {
    /// The entry.
    pub entry: EntryId,
    /// How often it names any of the family; 0 for a tag that only the reader gave.
    pub mentions: u32,
    /// It names all of them only in passing.
    pub passing: bool,
    /// The narrower concepts by which it counts; none where it is about the concept
    /// itself.
    pub through: Vec<ConceptId>,
}

impl Family {
    /// A concept that counts alone.
    pub fn alone(concept: ConceptId) -> Self {
        Self {
            concept,
            narrower: Vec::new(),
        }
    }

    /// A concept with all that is narrower.
    pub fn of(library: &Library, concept: ConceptId) -> Self {
        let mut narrower = library.vocabulary().narrower_closure(concept);
        narrower.retain(|&other| other != concept);
        Self { concept, narrower }
    }

    /// Whether a concept counts for it.
    pub fn has(&self, concept: ConceptId) -> bool {
        concept == self.concept || self.narrower.contains(&concept)
    }

    /// Those of some entries, which ascend, that are about any of the family.
    pub fn entries(&self, tagging: &Tagging, among: &[EntryId]) -> Vec<EntryId> {
        let all = [self.concept]
            .into_iter()
            .chain(self.narrower.iter().copied());
        let about = all.flat_map(|concept| tagging.about(concept).map(|tag| tag.entry));
        let mut entries: Vec<EntryId> = about
            .filter(|entry| among.binary_search(entry).is_ok())
            .collect();
        entries.sort_unstable();
        entries.dedup();
        entries
    }

    /// What an entry has of the family, if anything.
    pub fn tag(&self, tagging: &Tagging, entry: EntryId) -> Option<FamilyTag> {
        let all = tagging.tags(entry).iter();
        let tags: Vec<&Tag> = all.filter(|tag| self.has(tag.concept)).collect();
        let (own, others): (Vec<&Tag>, Vec<&Tag>) =
            tags.iter().partition(|tag| tag.concept == self.concept);
        (!tags.is_empty()).then(|| FamilyTag {
            entry,
            mentions: tags.iter().map(|tag| tag.mentions).sum(),
            passing: tags.iter().all(|tag| tag.is_passing()),
            through: match own.is_empty() {
                true => others.iter().map(|tag| tag.concept).collect(),
                false => Vec::new(),
            },
        })
    }

    /// The sentences of an entry's text that name any of the family, by index, each
    /// once and in order.
    pub fn sentences(&self, tagging: &Tagging, entry: EntryId) -> Vec<u32> {
        let mentions = tagging.mentions(entry).iter();
        let mut sentences: Vec<u32> = mentions
            .filter(|mention| mention.field == Field::Text && self.has(mention.concept))
            .map(|mention| mention.sentence)
            .collect();
        sentences.sort_unstable();
        sentences.dedup();
        sentences
    }

    /// Of how many entries, of which it is given [through what](FamilyTag::through)
    /// they count, do so by narrower concepts alone, and by which: those that do for
    /// most first.
    pub fn through<'t>(tags: impl Iterator<Item = &'t [ConceptId]>) -> (usize, Vec<ConceptId>) {
        let through: Vec<&[ConceptId]> = tags.filter(|by| !by.is_empty()).collect();
        let mut counts = std::collections::BTreeMap::<ConceptId, usize>::new();
        for &concept in through.iter().copied().flatten() {
            *counts.entry(concept).or_default() += 1;
        }
        let mut concepts: Vec<(ConceptId, usize)> = counts.into_iter().collect();
        concepts.sort_by_key(|&(concept, count)| (std::cmp::Reverse(count), concept));
        let concepts = concepts.into_iter().map(|(concept, _)| concept);
        (through.len(), concepts.collect())
    }
}
