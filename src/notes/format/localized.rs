//! Texts in several languages: `(ko: "…", en: "…")`, or one plain text.

use crate::model::{Language, LocalText};
use serde::de::{
    Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor,
};
use std::fmt;

/// A localized text as it stands in a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::notes) struct LocalTextSource(pub(in crate::notes) LocalText);

/// The language of a text that does not say it: Korean when it has Hangul.
pub(crate) fn guess_language(text: &str) -> Language {
    Language::guess(text)
}

/// A language code as a field's name.
pub(super) fn language<E: Error>(code: &str) -> Result<Language, E> {
    Language::parse(code).ok_or_else(|| {
        E::custom(format!(
            "`{code}` is not a language; languages have two or three letters, such as `ko` and `en`"
        ))
    })
}

impl<'de> Deserialize<'de> for LocalTextSource {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LocalTextVisitor)
    }
}

struct LocalTextVisitor;

impl<'de> Visitor<'de> for LocalTextVisitor {
    type Value = LocalTextSource;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or one per language such as (ko: \"…\", en: \"…\")")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(LocalTextSource(LocalText::new(guess_language(text), text)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut texts = Vec::new();
        while let Some(code) = map.next_key::<String>()? {
            texts.push((language(&code)?, map.next_value::<String>()?));
        }
        Ok(LocalTextSource(texts.into_iter().collect()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        // `( )` with a space in it is an empty struct too.
        match seq.next_element::<IgnoredAny>()? {
            None => Ok(LocalTextSource::default()),
            Some(_) => Err(A::Error::invalid_type(Unexpected::Seq, &self)),
        }
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(LocalTextSource::default())
    }
}
