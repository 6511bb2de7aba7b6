//! What goes on a map: one file per kind. How it looks is
//! [`crate::render`]'s business.

mod chapters;
mod concepts;
mod drawing;
mod entries;
mod geometry;
mod heading;
pub mod layout;
pub mod scene;
mod selection;
mod weigh;
mod words;

pub use chapters::chapters;
pub use concepts::concepts;
pub use drawing::{Group, Map, MapEdge, MapKind, MapNode, Relation};
pub use entries::entries;
pub use geometry::{Point, Rect, Size};
pub use selection::Selection;
pub use words::Words;
