//! Where an entry belongs in its book, and which other chapters it points to.
//!
//! A chapter named in a note is not always the note's own: "6장에서 살펴봤듯이" is
//! a look back. An entry's own chapters come from what the reader wrote down,
//! from its pages, from statements such as "9장에서는 …", and from the entries
//! around it, in this order of trust.

mod placed;
mod placement;
mod reference;

pub use placed::{PLACED_TOGETHER, Placed, PlacementSource};
pub use placement::{Basis, Placement};
pub use reference::Reference;
