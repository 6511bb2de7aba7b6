//! "Every entry about X": from what a person types to entries with their
//! evidence.

mod find;
mod names;

pub use find::{Answer, Ask, Find, FoundEntry, FoundTag, Passage, find};
pub use names::{ConceptNames, NearMiss, Resolution};
