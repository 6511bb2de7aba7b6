//! Finds concepts in entries, and says where and why.
//!
//! A text is folded ([`crate::text::fold`]), scanned once for all names of
//! all concepts in all languages, and every candidate is verified: no name is
//! found inside another word, and a Korean name may carry particles. Of
//! overlapping names the leftmost and longest counts.

mod behind;
mod entry;
mod grounds;
mod lexicon;
mod matcher;
mod mention;
mod name;
mod origin;
mod renaming;
mod resolve;
mod rule_out;
mod ruled_out_by;
mod run;
mod salience;
mod source;
mod table;
mod tag_table;
mod tagging;
mod tags;
mod together;
mod verbatim;
mod verify;

pub use behind::{Behind, BehindOf, BehindSource};
pub use grounds::{Grounds, Head, Rejection, Spacing, Strength};
pub use lexicon::Lexicon;
pub use matcher::{Hit, Matcher, Reading, Standing};
pub use mention::{Field, Mention};
pub use name::{Name, NameId};
pub use origin::{Origin, Tag};
pub use renaming::Renaming;
pub use run::{KnownTags, TaggedRun, Tagger};
pub use salience::{Evidence, Feature, LIKELY, PASSING, Salience};
pub use source::{NamesOf, TAGGED_TOGETHER, TagSource};
pub use tag_table::TagTable;
pub use tagging::{Count, Tagging};
pub use together::{Together, TogetherIn};
