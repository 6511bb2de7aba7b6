//! `bookgraph` turns the notes a person keeps while reading a book into a
//! knowledge graph.
//!
//! Data flows one way, from the notes on disk to something a reader looks at:
//!
//! ```text
//! notes on disk → notes::read → model::Library → tag::Tagging → graph::BookGraph
//!                → { query, summary } → map → render → terminal, files
//! ```
//!
//! The rooms of the crate stand in this order below; a room knows only those
//! above it (a test checks every `use`). `ARCHITECTURE.md` names the
//! invariants.
//!
//! # Example
//!
//! Read a library, find every entry about a concept, and draw the map:
//!
//! ```
//! use bookgraph::{graph::BookGraph, map, notes, place::Placement, query, render, tag::Tagging};
//!
//! let reading = notes::read("notes".as_ref());
//! assert!(reading.diagnostics.is_empty());
//! let library = reading.library;
//!
//! let tagging = Tagging::of(&library);
//! let graph = BookGraph::build(&library, &tagging, Placement::of(&library));
//!
//! let names = query::ConceptNames::of(&library);
//! let asked = query::Find::about(&names.resolve("인풋지표").concepts);
//! let answer = query::find(&library, &tagging, graph.placement(), &asked);
//! assert_eq!(answer.entries.len(), 4);
//!
//! let map = map::concepts(&library, &tagging, &graph, &map::Selection::default());
//! let dot = render::dot::print(&map);
//! assert!(dot.starts_with("graph"));
//! ```

pub mod diagnostic;
pub mod source;
pub mod text;

pub mod model;

pub mod import;
pub mod notes;

pub mod place;
pub mod tag;

pub mod graph;
pub mod mine;

pub mod analyse;
pub mod query;
pub mod summary;

pub mod map;

pub mod render;

pub mod cli;
