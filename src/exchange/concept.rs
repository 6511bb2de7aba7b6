//! Concepts.

use super::local::LocalShape;
use super::read::Context;
use crate::model::{Alias, Concept, ConceptId, Language, Vocabulary};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A concept with all its names and options.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConceptShape {
    pub(super) id: String,
    #[serde(default, skip_serializing_if = "LocalShape::is_empty")]
    label: LocalShape,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    aliases: Vec<AliasShape>,
    /// Longer strings inside which no name of it counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    exclude: Vec<String>,
    #[serde(default, skip_serializing_if = "LocalShape::is_empty")]
    definition: LocalShape,
    /// What sort of thing it is: any word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    /// Ids of more general concepts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    broader: Vec<String>,
    /// Ids of related concepts, in both directions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    related: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

/// Another name, and how strictly it is looked for: docs/file-format.md.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AliasShape {
    text: String,
    language: String,
    #[serde(default, skip_serializing_if = "is_not")]
    case: bool,
    #[serde(default, skip_serializing_if = "is_not")]
    weak: bool,
    #[serde(default, skip_serializing_if = "is_not")]
    strict: bool,
    #[serde(default, skip_serializing_if = "is_not")]
    inner_particles: bool,
    #[serde(default, skip_serializing_if = "is_not")]
    keep_inner: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    unless: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    exclude: Vec<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
pub(super) fn is_not(flag: &bool) -> bool {
    !flag
}

impl ConceptShape {
    /// A concept of a vocabulary.
    pub fn of(concept: &Concept, vocabulary: &Vocabulary) -> Self {
        let ids = |concepts: &[ConceptId]| {
            let ids = concepts.iter().map(|&id| vocabulary.get(id).id.clone());
            ids.collect()
        };
        Self {
            id: concept.id.clone(),
            label: LocalShape(concept.label.clone()),
            aliases: concept.aliases.iter().map(AliasShape::of).collect(),
            exclude: concept.exclude.clone(),
            definition: LocalShape(concept.definition.clone()),
            kind: concept.kind.clone(),
            broader: ids(&concept.broader),
            related: ids(&concept.related),
            note: concept.note.clone(),
        }
    }

    /// The concept, or what is wrong with it.
    pub(super) fn concept(
        self,
        ids: &HashMap<String, ConceptId>,
        at: &Context,
    ) -> Result<Concept, super::ExchangeError> {
        at.id("id", &self.id)?;
        let mut aliases = Vec::new();
        for (index, alias) in self.aliases.into_iter().enumerate() {
            aliases.push(alias.alias(&at.inside("aliases", index))?);
        }
        Ok(Concept {
            id: self.id,
            label: self.label.0,
            aliases,
            exclude: self.exclude,
            definition: self.definition.0,
            kind: self.kind,
            broader: at.concepts("broader", &self.broader, ids)?,
            narrower: Vec::new(),
            related: at.concepts("related", &self.related, ids)?,
            note: self.note,
        })
    }
}

impl AliasShape {
    fn of(alias: &Alias) -> Self {
        Self {
            text: alias.text.clone(),
            language: alias.language.code().to_owned(),
            case: alias.case,
            weak: alias.weak,
            strict: alias.strict,
            inner_particles: alias.inner_particles,
            keep_inner: alias.keep_inner,
            unless: alias.unless.clone(),
            exclude: alias.exclude.clone(),
        }
    }

    fn alias(self, at: &Context) -> Result<Alias, super::ExchangeError> {
        let language = Language::parse(&self.language)
            .ok_or_else(|| at.wrong("language", format!("`{}` is no language", self.language)))?;
        Ok(Alias {
            text: self.text,
            language,
            case: self.case,
            weak: self.weak,
            strict: self.strict,
            inner_particles: self.inner_particles,
            keep_inner: self.keep_inner,
            unless: self.unless,
            exclude: self.exclude,
        })
    }
}
