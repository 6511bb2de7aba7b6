//! Texts in several languages: `{"ko": "…", "en": "…"}`, in the order written.

use crate::model::{Language, LocalText};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// A text in some languages by their ISO 639 codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LocalShape(pub(super) LocalText);

impl LocalShape {
    /// Whether it is known in no language.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for LocalShape {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (language, text) in self.0.iter() {
            map.serialize_entry(language.code(), text)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for LocalShape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(LocalVisitor)
    }
}

struct LocalVisitor;

impl<'de> Visitor<'de> for LocalVisitor {
    type Value = LocalShape;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("one text per language such as {\"ko\": \"…\", \"en\": \"…\"}")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut texts: Vec<(Language, String)> = Vec::new();
        while let Some((code, text)) = map.next_entry::<String, String>()? {
            let language = Language::parse(&code)
                .ok_or_else(|| A::Error::custom(format!("`{code}` is not a language's code")))?;
            if texts.iter().any(|(other, _)| *other == language) {
                return Err(A::Error::custom(format!(
                    "the language `{code}` comes twice"
                )));
            }
            texts.push((language, text));
        }
        Ok(LocalShape(texts.into_iter().collect()))
    }
}

impl JsonSchema for LocalShape {
    fn schema_name() -> Cow<'static, str> {
        "LocalText".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A text in some languages, by their ISO 639 codes",
            "type": "object",
            "propertyNames": { "pattern": "^[a-z]{2,3}$" },
            "additionalProperties": { "type": "string" }
        })
    }
}
