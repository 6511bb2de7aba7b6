//! "Every entry about X": from what a person types to entries with their
//! evidence; and what every entry is about.
//!
//! A query is text ([`language`]), then a tree ([`Node`]), then a [`Condition`] in a
//! library ([`Scope`]), and then entries ([`Condition::entries`]).

mod asides;
mod books;
mod called;
mod condition;
mod entries;
mod evaluate;
mod evidence;
mod explain;
mod fact;
mod filter;
mod find;
pub mod language;
mod names;
mod nearness;
mod phrase;
mod pruned;
mod ranker;
mod redirected;
mod relevance;
mod resolve;
mod roles;
mod said;
mod saved;
mod scope;
mod tag_changes;
mod tags;
mod term;
mod together;
mod typed;
mod values;
mod why;

pub use asides::{Doubt, NestedName, Suggestion};
pub use books::{BookCount, BookFacts, books_naming, count_by_book};
pub use called::Called;
pub use condition::{Condition, Connectives, Near};
pub use entries::entries_called;
pub use evaluate::Corpus;
pub use evidence::{EvidenceReader, FoundEntry, FoundTag, Passage};
pub use explain::{Met, MetBy, Missed, NearEntries, explain, near_entries};
pub use fact::{Fact, FactKind};
pub use filter::EntryFilter;
pub use find::{Answer, Ask, Find, Found, find};
pub use language::{Node, QueryError};
pub use names::{ConceptNames, NearMiss, Resolution};
pub use phrase::Phrase;
pub use pruned::{Pruned, pruned};
pub use ranker::Ranker;
pub use redirected::{NamedLibrary, redirected};
pub use relevance::{Factor, Relevance};
pub use said::Said;
pub use saved::{SavedAnswer, check_saved, saved_answers};
pub use scope::{Query, Scope, UnknownName};
pub use tag_changes::{TagChange, Tagged, tag_changes};
pub use tags::{NamedTag, TaggedEntry, tags};
pub use term::{Counted, Kin, Origins, Reach, Term};
pub use together::{Together, together};
pub use typed::{Fit, TypedHit, TypedNames};
pub use values::{WrongValue, book, chapters, pages, period};
pub use why::{Attached, Cause, Place, Reason, Verdict, WeighedTag, WhyEntry, why};
