//! The snapshot: a library as it was read, tagged and placed, in one file that opens
//! at once.
//!
//! It is derived from the notes and may be deleted at any time; it is made anew when
//! a note, the vocabulary or the program changed. Opening it reads how many entries each
//! book has; all else is read when it is asked for: books and entries
//! ([`crate::model::LibrarySource`]), concepts ([`crate::model::ConceptSource`]), tags
//! ([`crate::tag::TagSource`]), chapters ([`crate::place::PlacementSource`]) and folded
//! texts ([`crate::model::TextSource`]).

mod before;
mod block;
mod builder;
mod clues;
mod damage;
mod encode;
mod file;
mod kept;
mod layout;
mod made;
mod open;
mod ordered;
mod places;
mod restamp;
mod rows;
mod shelf;
mod stamps;
mod stored;
mod tags;
mod texts;
mod writer;

pub use before::Before;
pub use builder::Builder;
pub use damage::Damaged;
pub use kept::{keep, kept};
pub use made::NewEntry;
pub use open::{Opening, Snapshot, open};
pub use ordered::Ordered;
pub use restamp::beside;
pub use shelf::Warning;
