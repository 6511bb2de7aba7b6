//! What entries may call concepts by.

use crate::model::{ConceptId, NameSource, Vocabulary};
use crate::text::fold;
use std::collections::{BTreeMap, HashMap};

/// The concepts by the folded form of every name: labels first, then aliases,
/// then weak ones, then what these stand for when an index wrote them. What
/// stands for two concepts, and nobody wrote, stands for none.
#[derive(Debug)]
pub(in crate::notes) struct ConceptIndex {
    by_key: HashMap<Vec<u8>, ConceptId>,
}

impl ConceptIndex {
    /// Gathers the names.
    pub(in crate::notes) fn of(vocabulary: &Vocabulary) -> Self {
        let mut names: Vec<(NameSource, Vec<u8>, ConceptId)> = Vec::new();
        for id in vocabulary.ids() {
            let of_concept = vocabulary.get(id).names();
            names.extend(of_concept.map(|(source, name)| (source, fold::key(&name), id)));
        }
        names.retain(|(_, key, _)| !key.is_empty());
        // Stable: concepts stay in their order.
        names.sort_by_key(|(source, ..)| *source);
        let written = names.partition_point(|(source, ..)| *source < NameSource::Heading);
        let stood_for = names.split_off(written);
        let mut by_key = HashMap::new();
        for (_, key, id) in names {
            by_key.entry(key).or_insert(id);
        }
        let mut headings: BTreeMap<Vec<u8>, Option<ConceptId>> = BTreeMap::new();
        for (_, key, id) in stood_for {
            let found = headings.entry(key).or_insert(Some(id));
            *found = found.filter(|found| *found == id);
        }
        for (key, id) in headings {
            if let Some(id) = id {
                by_key.entry(key).or_insert(id);
            }
        }
        Self { by_key }
    }

    /// The concept with a name.
    pub(super) fn find(&self, name: &str) -> Option<ConceptId> {
        self.by_key.get(&fold::key(name)).copied()
    }

    /// The concept with a folded name.
    pub(in crate::notes) fn of_key(&self, key: &[u8]) -> Option<ConceptId> {
        self.by_key.get(key).copied()
    }

    /// All folded names and their concepts, sorted.
    pub(in crate::notes) fn keys(&self) -> Vec<(&[u8], ConceptId)> {
        let pairs = self.by_key.iter();
        let mut keys: Vec<(&[u8], ConceptId)> = pairs.map(|(key, &id)| (&key[..], id)).collect();
        keys.sort_unstable();
        keys
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
