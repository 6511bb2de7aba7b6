//! "Every entry about X": from what a person types to entries with their
//! evidence; and what every entry is about.

mod asides;
mod books;
mod entries;
mod expression;
mod filter;
mod find;
mod names;
mod ranker;
mod relevance;
mod said;
mod tag_changes;
mod tags;
mod typed;
mod why;

pub use asides::{Doubt, NestedName, Suggestion};
pub use books::{BookCount, BookFacts, books_naming, count_by_book};
pub use entries::entries_called;
pub use expression::{Condition, ConditionError};
pub use filter::EntryFilter;
pub use find::{Answer, Ask, Find, FoundEntry, FoundTag, Passage, find};
pub use names::{ConceptNames, NearMiss, Resolution};
pub use ranker::Ranker;
pub use relevance::{Factor, Relevance};
pub use said::Said;
pub use tag_changes::{TagChange, Tagged, tag_changes};
pub use tags::{NamedTag, TaggedEntry, tags};
pub use typed::{Fit, TypedHit, TypedNames};
pub use why::{Attached, Cause, Place, Reason, Verdict, WeighedTag, WhyEntry, why};
