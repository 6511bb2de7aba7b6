//! The concepts of a library, shared by its books.

use super::{Concept, ConceptId};
use std::collections::HashMap;

/// All concepts, in the order of their files.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    concepts: Vec<Concept>,
    by_id: HashMap<String, ConceptId>,
    dismissed: Vec<String>,
}

impl Vocabulary {
    /// Takes concepts with distinct ids whose `broader` and `related` point
    /// into the list; completes `narrower` as the inverse of `broader`, and
    /// `related` in the other direction.
    pub fn new(mut concepts: Vec<Concept>) -> Self {
        let ids = 0..concepts.len();
        for concept in &mut concepts {
            concept.narrower.clear();
        }
        for index in ids {
            let id = ConceptId::from(index);
            for broader in concepts[index].broader.clone() {
                concepts[broader.index()].narrower.push(id);
            }
            for related in concepts[index].related.clone() {
                let back = &mut concepts[related.index()].related;
                if !back.contains(&id) {
                    back.push(id);
                }
            }
        }
        let by_id = concepts
            .iter()
            .enumerate()
            .map(|(index, concept)| (concept.id.clone(), ConceptId::from(index)))
            .collect();
        Self {
            concepts,
            by_id,
            dismissed: Vec::new(),
        }
    }

    /// The same with the words that the reader does not want as concepts.
    #[must_use]
    pub fn with_dismissed(mut self, dismissed: Vec<String>) -> Self {
        self.dismissed = dismissed;
        self
    }

    /// Words that were suggested as concepts and that the reader does not
    /// want, as they were written.
    pub fn dismissed(&self) -> &[String] {
        &self.dismissed
    }

    /// All concepts; a [`ConceptId`] is an index into this.
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// One concept.
    pub fn get(&self, id: ConceptId) -> &Concept {
        &self.concepts[id.index()]
    }

    /// The concept with a user's id.
    pub fn find(&self, id: &str) -> Option<ConceptId> {
        self.by_id.get(id).copied()
    }

    /// All concept ids, in order.
    pub fn ids(&self) -> impl Iterator<Item = ConceptId> + use<> {
        (0..self.concepts.len()).map(ConceptId::from)
    }

    /// The concept and everything narrower than it, at any depth, in the
    /// order they are met.
    pub fn narrower_closure(&self, concept: ConceptId) -> Vec<ConceptId> {
        let mut seen = vec![false; self.concepts.len()];
        let mut closure = vec![concept];
        seen[concept.index()] = true;
        let mut next = 0;
        while next < closure.len() {
            for &narrower in &self.get(closure[next]).narrower {
                if !std::mem::replace(&mut seen[narrower.index()], true) {
                    closure.push(narrower);
                }
            }
            next += 1;
        }
        closure
    }

    /// Whether there is no concept.
    pub fn is_empty(&self) -> bool {
        self.concepts.is_empty()
    }

    /// How many concepts there are.
    pub fn len(&self) -> usize {
        self.concepts.len()
    }
}
