//! Concepts, after SKOS (the W3C's Simple Knowledge Organization System):
//! preferred labels, alternative labels, definitions, and the relations
//! broader, narrower and related.

use super::{ConceptId, Language, LocalText};
use crate::text::fold;
use crate::text::heading::names_of_heading;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// An idea that entries are about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

/// Where a name of a concept comes from; the surer before the less sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameSource {
    /// A label.
    Label,
    /// Another name.
    Alias,
    /// A name too common to tag an entry by itself.
    WeakAlias,
    /// What a label or another name stands for when an index wrote it: ABI in
    /// "ABI (application binary interface)".
    Heading,
}

impl Concept {
    /// Everything that the concept may be called by, besides its id: labels,
    /// aliases, and what these stand for.
    pub fn names(&self) -> impl Iterator<Item = (NameSource, Cow<'_, str>)> {
        let labels = self.label.iter().map(|(_, text)| (NameSource::Label, text));
        let aliases = self.aliases.iter().map(|alias| match alias.weak {
            false => (NameSource::Alias, alias.text.as_str()),
            true => (NameSource::WeakAlias, alias.text.as_str()),
        });
        let written: Vec<(NameSource, &str)> = labels.chain(aliases).collect();
        let stood_for = written.clone().into_iter();
        let stood_for = stood_for
            .flat_map(|(_, text)| names_of_heading(text))
            .map(|name| (NameSource::Heading, Cow::Owned(name)));
        written
            .into_iter()
            .map(|(source, text)| (source, Cow::Borrowed(text)))
            .chain(stood_for)
    }

    /// What its id and its names fold to.
    pub fn keys(&self) -> impl Iterator<Item = Vec<u8>> {
        let names = self.names().map(|(_, name)| fold::key(&name));
        std::iter::once(fold::key(&self.id)).chain(names)
    }

    /// The label in a language, or the id when there is no label at all.
    pub fn label_in(&self, language: Language) -> &str {
        self.label.best(language).unwrap_or(&self.id)
    }
}
