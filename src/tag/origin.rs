//! One tag: that an entry is about a concept, and who says so.

use super::salience::PASSING;
use crate::model::{ConceptId, EntryId};
use serde::{Deserialize, Serialize};

/// How an entry came by a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Origin {
    /// The reader gave it; the text does not name the concept.
    Authored,
    /// The text names the concept.
    Matched,
    /// The reader gave it, and the text names the concept.
    AuthoredAndMatched,
}

impl Origin {
    /// The name in files and answers that programs read.
    pub fn name(self) -> &'static str {
        match self {
            Self::Authored => "authored",
            Self::Matched => "matched",
            Self::AuthoredAndMatched => "authored+matched",
        }
    }
}

/// An entry is about a concept.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tag {
    /// The entry.
    pub entry: EntryId,
    /// The concept.
    pub concept: ConceptId,
    /// Who says so.
    pub origin: Origin,
    /// How often the entry names the concept.
    pub mentions: u32,
    /// How much the entry is about it, from 0 to 1: see [`super::Salience`].
    pub salience: f32,
    /// Hardly to be doubted: see [`super::Salience::is_sure`].
    pub sure: bool,
}

impl Tag {
    /// Whether the entry names the concept only in passing.
    pub fn is_passing(&self) -> bool {
        self.salience < PASSING
    }
}
