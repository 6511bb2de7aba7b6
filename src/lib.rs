//! `bookgraph` turns the notes a person keeps while reading a book into a
//! knowledge graph.

pub mod diagnostic;
pub mod graph;
pub mod map;
pub mod model;
pub mod notes;
pub mod place;
pub mod query;
pub mod render;
pub mod source;
pub mod summary;
pub mod tag;
pub mod text;
