//! Where the tags of a stored library are read from.

use super::behind::BehindSource;
use super::origin::Tag;
use super::together::TogetherIn;
use crate::model::ConceptId;
use serde::{Deserialize, Serialize};

/// The tags of so many entries are read at once.
pub const TAGGED_TOGETHER: usize = 64;

/// Where tags, and what stands behind them, are read from.
pub trait TagSource: BehindSource {
    /// The tags of the entries from `block` × [`TAGGED_TOGETHER`] on, by entry and
    /// concept, and how many each entry has.
    fn tags(&self, block: usize) -> (Vec<Tag>, Vec<u32>);

    /// What these entries name together.
    fn together(&self, block: usize) -> TogetherIn;

    /// The tags with a concept, in reading order.
    fn about(&self, concept: ConceptId) -> Vec<Tag>;

    /// How many entries are about each concept.
    fn entries_about(&self) -> Vec<u32>;

    /// The names of a concept, as [`super::Lexicon`] has them, and the number of the
    /// first.
    fn names_of(&self, concept: ConceptId) -> NamesOf;
}

/// The names of one concept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamesOf {
    /// The number of the first.
    pub first: u32,
    /// The names, as the vocabulary writes them.
    pub texts: Vec<String>,
}
