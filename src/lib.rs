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
//! use bookgraph::{map, notes, place::Placement, query, render, tag::Tagging};
//!
//! let reading = notes::read("notes".as_ref());
//! assert!(reading.diagnostics.is_empty());
//! let library = reading.library;
//!
//! let tagging = Tagging::of(&library);
//! let placement = Placement::of(&library);
//!
//! let names = query::ConceptNames::of(&library);
//! let asked = query::Scope::new(&library, &names).condition("인풋지표 chapter:9..10")?;
//! let corpus = query::Corpus::new(&library, &tagging, &placement);
//! assert_eq!(asked.entries(corpus).len(), 2);
//!
//! let options = map::MapOptions::default();
//! let source = map::MapSource::new(&library, &tagging, &placement, &options);
//! let scenes = map::book(&source);
//! let svg = render::svg::print(&scenes[0], &render::svg::SvgOptions::default());
//! assert!(svg.starts_with("<svg"));
//! # Ok::<(), query::QueryError>(())
//! ```

pub mod diagnostic;
pub mod source;
pub mod steps;
pub mod text;

pub mod model;

pub mod exchange;
pub mod import;
pub mod notes;
pub mod thesaurus;

pub mod place;
pub mod tag;

pub mod graph;
pub mod mine;
pub mod search;

pub mod analyse;
pub mod index;
pub mod lint;
pub mod query;
pub mod summary;

pub mod map;

pub mod render;

pub mod export;

pub mod browse;
pub mod store;

pub mod cli;
