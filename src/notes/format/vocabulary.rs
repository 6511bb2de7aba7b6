//! `Concept( … )`.

use super::LocalTextSource;
use super::localized::{guess_language, language};
use crate::model::{Alias, Language};
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;

#[derive(Deserialize, Debug, Default, PartialEq)]
#[serde(rename = "Concept", deny_unknown_fields)]
pub(in crate::notes) struct ConceptSource {
    pub(in crate::notes) id: String,
    #[serde(default)]
    pub(in crate::notes) label: LocalTextSource,
    #[serde(default)]
    pub(in crate::notes) aliases: AliasesSource,
    #[serde(default)]
    pub(in crate::notes) exclude: Vec<String>,
    #[serde(default)]
    pub(in crate::notes) definition: LocalTextSource,
    #[serde(default)]
    pub(in crate::notes) kind: Option<String>,
    #[serde(default)]
    pub(in crate::notes) broader: Vec<String>,
    #[serde(default)]
    pub(in crate::notes) related: Vec<String>,
    #[serde(default)]
    pub(in crate::notes) note: Option<String>,
    /// It is a Markdown note: `broader` and `related` may hold names.
    #[serde(skip)]
    pub(in crate::notes) by_name: bool,
}

/// Aliases per language, `(ko: ["…"], en: ["…"])`, or one plain list.
#[derive(Debug, Default, PartialEq)]
pub(in crate::notes) struct AliasesSource(pub(in crate::notes) Vec<Alias>);

impl<'de> Deserialize<'de> for AliasesSource {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AliasesVisitor)
    }
}

struct AliasesVisitor;

impl<'de> Visitor<'de> for AliasesVisitor {
    type Value = AliasesSource;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of names, or one per language such as (ko: [\"…\"], en: [\"…\"])")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut aliases = Vec::new();
        while let Some(alias) = seq.next_element::<AliasSource>()? {
            let language = guess_language(alias.text());
            aliases.push(alias.into_alias(language));
        }
        Ok(AliasesSource(aliases))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut aliases = Vec::new();
        while let Some(code) = map.next_key::<String>()? {
            let language = language(&code)?;
            let list = map.next_value::<Vec<AliasSource>>()?;
            aliases.extend(list.into_iter().map(|alias| alias.into_alias(language)));
        }
        Ok(AliasesSource(aliases))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(AliasesSource::default())
    }
}

/// A name, or a name with options: `"AWS"`, `(text: "AWS", case: true)`.
#[derive(Debug)]
pub(in crate::notes) enum AliasSource {
    Name(String),
    WithOptions(AliasOptions),
}

#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub(in crate::notes) struct AliasOptions {
    text: String,
    #[serde(default)]
    case: bool,
    #[serde(default)]
    weak: bool,
    #[serde(default)]
    strict: bool,
    #[serde(default)]
    inner_particles: bool,
    #[serde(default)]
    keep_inner: bool,
    #[serde(default)]
    exclude: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
}

impl AliasSource {
    fn text(&self) -> &str {
        match self {
            Self::Name(text) | Self::WithOptions(AliasOptions { text, .. }) => text,
        }
    }

    fn into_alias(self, language: Language) -> Alias {
        match self {
            Self::Name(text) => Alias {
                text,
                language,
                ..Alias::default()
            },
            Self::WithOptions(options) => Alias {
                text: options.text,
                language,
                case: options.case,
                weak: options.weak,
                strict: options.strict,
                inner_particles: options.inner_particles,
                keep_inner: options.keep_inner,
                exclude: options.exclude,
                unless: options.unless,
            },
        }
    }
}

impl<'de> Deserialize<'de> for AliasSource {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AliasVisitor)
    }
}

struct AliasVisitor;

impl<'de> Visitor<'de> for AliasVisitor {
    type Value = AliasSource;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name, or a name with options such as (text: \"AWS\", case: true)")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(AliasSource::Name(text.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        AliasOptions::deserialize(serde::de::value::MapAccessDeserializer::new(map))
            .map(AliasSource::WithOptions)
    }
}
