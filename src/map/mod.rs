//! What goes on a map: one file per kind. How it looks is
//! [`crate::render`]'s business.

mod chapters;
mod concepts;
mod entries;
mod geometry;
mod heading;
mod layout;
mod scene;
mod selection;
mod weigh;
mod words;

pub use chapters::chapters;
pub use concepts::concepts;
pub use entries::entries;
pub use geometry::{Point, Rect, Size};
pub use layout::{Layout, LayoutEdge, LayoutGraph, LayoutOptions, lay_out};
pub use scene::{Group, Map, MapEdge, MapKind, MapNode, Relation};
pub use selection::Selection;
pub use words::Words;
