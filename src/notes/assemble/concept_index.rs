//! What entries may call concepts by.

use crate::model::{ConceptId, Vocabulary};
use crate::text::fold;
use std::collections::HashMap;

/// The concepts by the folded form of every name: labels first, then aliases,
/// then weak ones.
#[derive(Debug)]
pub(in crate::notes) struct ConceptIndex {
    by_key: HashMap<Vec<u8>, ConceptId>,
}

impl ConceptIndex {
    /// Gathers the names.
    pub(in crate::notes) fn of(vocabulary: &Vocabulary) -> Self {
        let mut by_key = HashMap::new();
        let mut name = |text: &str, id: ConceptId| {
            let key = fold::key(text);
            if !key.is_empty() {
                by_key.entry(key).or_insert(id);
            }
        };
        for id in vocabulary.ids() {
            vocabulary
                .get(id)
                .label
                .iter()
                .for_each(|(_, text)| name(text, id));
        }
        for weak in [false, true] {
            for id in vocabulary.ids() {
                let aliases = vocabulary.get(id).aliases.iter();
                let wanted = aliases.filter(|alias| alias.weak == weak);
                wanted.for_each(|alias| name(&alias.text, id));
            }
        }
        Self { by_key }
    }

    /// The concept with a name.
    pub(super) fn find(&self, name: &str) -> Option<ConceptId> {
        self.by_key.get(&fold::key(name)).copied()
    }

    /// The folded names that stand for a concept, sorted.
    pub(in crate::notes) fn keys_of(&self, concept: ConceptId) -> Vec<Vec<u8>> {
        let pairs = self.by_key.iter();
        let mut keys: Vec<Vec<u8>> = pairs
            .filter(|(_, id)| **id == concept)
            .map(|(key, _)| key.clone())
            .collect();
        keys.sort_unstable();
        keys
    }
}
