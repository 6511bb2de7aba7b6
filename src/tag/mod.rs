//! Finds concepts in entries, and says where and why.
//!
//! A text is folded ([`crate::text::fold`]), scanned once for all names of
//! all concepts in all languages, and every candidate is verified: no name is
//! found inside another word, and a Korean name may carry particles. Of
//! overlapping names the leftmost and longest counts.

mod lexicon;
mod matcher;
mod tagging;
mod verify;

pub use lexicon::{Lexicon, Name, NameId};
pub use matcher::{Hit, Matcher};
pub use tagging::{Count, Field, Mention, Origin, Tag, Tagging};
pub use verify::Strength;
