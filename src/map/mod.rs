//! What goes on a map: one file per kind. How it looks is
//! [`crate::render`]'s business.

mod bands;
mod bond;
mod book;
mod chapter;
mod columns;
mod concept;
mod draft;
mod earlier;
mod entries;
mod facts;
mod furniture;
mod geometry;
mod groundwork;
mod grouping;
mod label;
pub mod layout;
mod options;
mod pages;
mod quotes;
pub mod scene;
mod source;
mod timeline;
mod titles;
mod words;

pub use book::{FLAT_ROOM, ROOM, book, concept_count, group_count};
pub use chapter::chapter;
pub use concept::concept;
pub use earlier::EarlierMap;
pub use entries::entries;
pub use geometry::{Point, Rect, Size};
pub use groundwork::Groundwork;
pub use grouping::concept_groups;
pub use options::MapOptions;
pub use scene::{Scene, SceneKind};
pub use source::MapSource;
pub use timeline::timeline;
pub use words::Words;
