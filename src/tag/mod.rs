//! Finds concepts in entries, and says where and why.
//!
//! A text is folded ([`crate::text::fold`]), scanned once for all names of
//! all concepts in all languages, and every candidate is verified: no name is
//! found inside another word, and a Korean name may carry particles. Of
//! overlapping names the leftmost and longest counts.

mod grounds;
mod lexicon;
mod matcher;
mod name;
mod resolve;
mod tagging;
mod verify;

pub use grounds::{Grounds, Head, Rejection, Spacing, Strength};
pub use lexicon::Lexicon;
pub use matcher::{Hit, Matcher, Reading, Standing};
pub use name::{Name, NameId};
pub use tagging::{Count, Field, Mention, Origin, Tag, Tagging};
