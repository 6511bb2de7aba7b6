//! Texts of entries, as they are read back from where they were stored.

use serde::Deserializer;
use serde::de::{Error, Visitor};
use std::fmt;

/// Reads a text that was written as a text. It is taken as bytes, which binary formats
/// write alike, since checking that it is UTF-8 is then ours to do fast: it is most of
/// what reading an entry takes.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    deserializer.deserialize_bytes(WholeText)
}

struct WholeText;

impl Visitor<'_> for WholeText {
    type Value = String;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<String, E> {
        let text = simdutf8::basic::from_utf8(bytes);
        text.map(str::to_owned).map_err(E::custom)
    }
}
