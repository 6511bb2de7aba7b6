//! What is looked up for every new entry.

use crate::model::{ConceptId, Library};
use crate::text::fold;
use std::collections::HashMap;

/// The concepts by their folded names, and the ids of entries that are taken.
#[derive(Debug, Default)]
pub(super) struct Names {
    concepts: HashMap<Vec<u8>, ConceptId>,
    /// For each id the number that is tried next when it is wanted again.
    taken: HashMap<String, u32>,
}

impl Names {
    /// The names of a library's concepts; the first of several with one name counts.
    pub(super) fn of(library: &Library, taken: impl Iterator<Item = String>) -> Self {
        let mut names = Self {
            taken: taken.map(|id| (id, 2)).collect(),
            ..Self::default()
        };
        let vocabulary = library.vocabulary();
        for id in vocabulary.ids() {
            let concept = vocabulary.get(id);
            let labels = concept.label.iter().map(|(_, label)| label);
            let aliases = concept.aliases.iter().map(|alias| alias.text.as_str());
            for name in labels.chain(aliases) {
                names.concepts.entry(fold::key(name)).or_insert(id);
            }
        }
        names
    }

    /// The concepts among the tags of a note, by id or any name.
    pub(super) fn concepts(&self, library: &Library, tags: &[String]) -> Vec<ConceptId> {
        let mut found: Vec<ConceptId> = Vec::new();
        for tag in tags {
            let named = || self.concepts.get(&fold::key(tag)).copied();
            let concept = library.vocabulary().find(tag).or_else(named);
            found.extend(concept.filter(|concept| !found.contains(concept)));
        }
        found
    }

    /// An id nobody has: the one wanted, numbered if taken.
    pub(super) fn free(&mut self, wanted: &str) -> String {
        let Some(&first) = self.taken.get(wanted) else {
            self.taken.insert(wanted.to_owned(), 2);
            return wanted.to_owned();
        };
        let mut number = first;
        while self.taken.contains_key(&format!("{wanted}-{number}")) {
            number += 1;
        }
        let id = format!("{wanted}-{number}");
        self.taken.insert(wanted.to_owned(), number + 1);
        self.taken.insert(id.clone(), 2);
        id
    }
}
