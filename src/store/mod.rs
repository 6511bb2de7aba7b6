//! The snapshot: a library as it was read, tagged and placed, in one file that opens
//! at once.
//!
//! It is derived from the notes and may be deleted at any time; it is made anew when
//! a note, the vocabulary or the program changed. Opening it reads how many entries each
//! book has; all else is read when it is asked for: books and entries
//! ([`crate::model::LibrarySource`]), concepts ([`crate::model::ConceptSource`]), tags
//! ([`crate::tag::TagSource`]), chapters ([`crate::place::PlacementSource`]) and folded
//! texts ([`crate::model::TextSource`]).

mod clues;
mod damage;
mod file;
mod layout;
mod open;
mod rows;
mod shelf;
mod stamps;
mod stored;
mod tags;
mod texts;
mod write;
mod writer;

pub use damage::Damaged;
pub use open::{Opening, Snapshot, open};
pub use shelf::Warning;
pub use write::{Contents, write};
