//! "Every entry about X": from what a person types to entries with their
//! evidence; and what every entry is about.

mod find;
mod names;
mod tag_changes;
mod tags;

pub use find::{Answer, Ask, Find, FoundEntry, FoundTag, Passage, find};
pub use names::{ConceptNames, NearMiss, Resolution};
pub use tag_changes::{TagChange, Tagged, tag_changes};
pub use tags::{NamedTag, TaggedEntry, tags};
