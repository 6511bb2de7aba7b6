//! The snapshot: a library as it was read, tagged and placed, in one file that opens
//! at once.
//!
//! It is derived from the notes and may be deleted at any time; it is made anew when
//! a note, the vocabulary or the program changed. What is small is read when it is
//! opened; entries, and what stands behind their tags, are read one by one when they
//! are asked for ([`crate::model::EntrySource`], [`crate::tag::BehindSource`]), and so
//! are the folded texts ([`crate::model::TextSource`]).

mod damage;
mod file;
mod layout;
mod open;
mod records;
mod shelf;
mod tags;
mod texts;
mod write;

pub use damage::Damaged;
pub use open::{Opening, Snapshot, open};
pub use shelf::Warning;
pub use write::{Contents, write};
