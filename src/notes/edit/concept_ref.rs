//! A concept as entries write it.

use crate::model::{ConceptId, Vocabulary};
use crate::notes::assemble::ConceptIndex;
use crate::text::fold;

/// A concept, and what an entry may call it by in `tags` and `refused`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConceptRef {
    id: String,
    /// The folded names that the reader takes for it.
    keys: Vec<Vec<u8>>,
    /// The ids of other concepts that fold to one of these names.
    others: Vec<String>,
}

impl ConceptRef {
    /// A concept of a vocabulary.
    pub fn of(vocabulary: &Vocabulary, concept: ConceptId) -> Self {
        let index = ConceptIndex::of(vocabulary);
        let id = &vocabulary.get(concept).id;
        let keys = index.keys_of(concept);
        let others = vocabulary.concepts().iter().map(|other| &other.id);
        let others = others.filter(|other| *other != id && keys.contains(&fold::key(other)));
        Self {
            id: id.clone(),
            others: others.cloned().collect(),
            keys,
        }
    }

    /// The concept's id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The names, folded, that stand for it as they stand for another concept.
    pub fn shared_with(&self, other: &Self) -> Vec<Vec<u8>> {
        let shared = self.keys.iter().filter(|key| other.keys.contains(key));
        shared.cloned().collect()
    }

    /// Whether a name in an entry means this concept.
    pub fn is(&self, written: &str) -> bool {
        let by_name = || self.keys.contains(&fold::key(written));
        written == self.id || (by_name() && !self.others.iter().any(|other| other == written))
    }
}
