//! The concepts of a library, shared by its books.

use super::many::Many;
use super::{Concept, ConceptId, ConceptSource};
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// All concepts, in the order of their files.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    concepts: Many<Concept>,
    /// Made when an id is looked for that no source looks up.
    by_id: OnceLock<HashMap<String, ConceptId>>,
    dismissed: OnceLock<Vec<String>>,
    /// Where it is stored, if it is.
    source: Option<Arc<dyn ConceptSource>>,
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
        Self {
            concepts: Many::read(concepts),
            ..Self::default()
        }
    }

    /// A vocabulary of which concepts are read when they are asked for.
    pub fn lazy(source: Arc<dyn ConceptSource>) -> Self {
        Self {
            concepts: Many::lazy(source.count()),
            source: Some(source),
            ..Self::default()
        }
    }

    /// The same with the words that the reader does not want as concepts.
    #[must_use]
    pub fn with_dismissed(mut self, dismissed: Vec<String>) -> Self {
        self.dismissed = OnceLock::from(dismissed);
        self
    }

    /// Words that were suggested as concepts and that the reader does not
    /// want, as they were written.
    pub fn dismissed(&self) -> &[String] {
        let read = || self.source.as_ref().map(|source| source.dismissed());
        self.dismissed.get_or_init(|| read().unwrap_or_default())
    }

    /// All concepts; a [`ConceptId`] is an index into this. Who needs a few of them asks
    /// for each by [`Self::get`].
    pub fn concepts(&self) -> &[Concept] {
        self.concepts.all(|| self.stored().concepts())
    }

    /// One concept.
    pub fn get(&self, id: ConceptId) -> &Concept {
        self.concepts.get(id.index(), || self.stored().concept(id))
    }

    /// The concept with a user's id.
    pub fn find(&self, id: &str) -> Option<ConceptId> {
        if let Some(source) = &self.source {
            let mut called = source.concepts_called(id).into_iter();
            return called.find(|&concept| self.get(concept).id == id);
        }
        self.by_id.get_or_init(|| self.index()).get(id).copied()
    }

    /// The concepts with a name or an id that folds to a key, in order, if they can be
    /// told without a look at all.
    pub fn named(&self, key: &[u8]) -> Option<Vec<ConceptId>> {
        let mut named = self.source.as_ref()?.concepts_named(key);
        named.sort_unstable();
        named.dedup();
        named.retain(|&concept| self.get(concept).keys().any(|other| other == key));
        Some(named)
    }

    fn index(&self) -> HashMap<String, ConceptId> {
        let named = self.concepts().iter().zip(self.ids());
        named
            .map(|(concept, id)| (concept.id.clone(), id))
            .collect()
    }

    fn stored(&self) -> &dyn ConceptSource {
        let source = self.source.as_deref();
        source.expect("what is not at hand is stored")
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
        self.len() == 0
    }

    /// How many concepts there are.
    pub fn len(&self) -> usize {
        self.concepts.len()
    }
}
