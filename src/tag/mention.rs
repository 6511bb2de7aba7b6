//! A place in an entry that names a concept.

use super::grounds::Grounds;
use super::matcher::Standing;
use super::name::NameId;
use crate::model::ConceptId;
use serde::{Deserialize, Serialize};

/// The field of an entry that a mention stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Field {
    /// The title.
    Title,
    /// The text.
    Text,
}

/// A span of an entry's title or text that names a concept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The concept.
    pub concept: ConceptId,
    /// The label or alias that matched.
    pub name: NameId,
    /// Where it stands.
    pub field: Field,
    /// First byte in the field.
    pub start: u32,
    /// End, in bytes.
    pub end: u32,
    /// The sentence of the text it stands in, an index into
    /// [`super::Tagging::sentences`]; 0 in a title.
    pub sentence: u32,
    /// What speaks for it.
    pub grounds: Grounds,
    /// Whether it tags the entry.
    pub standing: Standing,
}
