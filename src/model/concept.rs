//! Concepts, after SKOS (the W3C's Simple Knowledge Organization System):
//! preferred labels, alternative labels, definitions, and the relations
//! broader, narrower and related.

use super::{ConceptId, Language, LocalText};

/// An idea that entries are about.
#[derive(Clone, Debug, Default)]
pub struct Concept {
    /// The user's id, unique in the library.
    pub id: String,
    /// The preferred label in each language (SKOS `prefLabel`).
    pub label: LocalText,
    /// Other names in each language (SKOS `altLabel`).
    pub aliases: Vec<Alias>,
    /// Longer strings inside which no name of this concept counts.
    pub exclude: Vec<String>,
    /// What it means.
    pub definition: LocalText,
    /// What sort of thing it is: `metric`, `person`, …; any word.
    pub kind: Option<String>,
    /// More general concepts.
    pub broader: Vec<ConceptId>,
    /// More special concepts: the inverse of `broader`, kept in step by the
    /// reader.
    pub narrower: Vec<ConceptId>,
    /// Related concepts; symmetric.
    pub related: Vec<ConceptId>,
    /// A remark for people.
    pub note: Option<String>,
}

/// Another name of a concept, and how strictly it is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alias {
    /// The name.
    pub text: String,
    /// The language it belongs to.
    pub language: Language,
    /// Only in exactly this case: `AWS`, not `aws`.
    pub case: bool,
    /// Too common a word to tag an entry by itself; still found by `find`.
    pub weak: bool,
    /// Only as a word of its own, particles aside: in no compound and no verb.
    pub strict: bool,
    /// A particle may stand in its spaces: 결과를 창출 for 결과 창출.
    pub inner_particles: bool,
    /// Names inside of it count too: AWS and 리전 in AWS 리전.
    pub keep_inner: bool,
    /// Words beside which it means something else: it does not count in a
    /// sentence that has one of them.
    pub unless: Vec<String>,
    /// Longer strings inside which this alias does not count.
    pub exclude: Vec<String>,
}

impl Concept {
    /// The label in a language, or the id when there is no label at all.
    pub fn label_in(&self, language: Language) -> &str {
        self.label.best(language).unwrap_or(&self.id)
    }
}
