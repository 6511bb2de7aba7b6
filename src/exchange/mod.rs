//! bookgraph's own JSON: a library with everything that its notes say, in one file.
//!
//! The types here mirror the model, so that the format can have versions
//! ([`SCHEMA`]); `docs/exporting.md` describes it, and `docs/schemas/library-1.json` is
//! its schema. What is derived (tags that texts give, links, places in chapters) is not
//! in it: it follows from the rest.

mod book;
mod concept;
mod entry;
mod local;
mod plan;
mod read;

pub use book::BookShape;
pub use concept::ConceptShape;
pub use entry::EntryShape;
pub use plan::Additions;
pub use read::{ExchangeError, read};

use crate::model::SavedQuery;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The name of the format and its version.
pub const SCHEMA: &str = "bookgraph.library/1";

/// A library. The fields stand in this order, so that a file can be written while it is
/// made, and ids are known before they are named.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LibraryShape {
    /// `bookgraph.library/1`.
    pub schema: String,
    /// The books, by their ids.
    pub books: Vec<BookShape>,
    /// The vocabulary, in its order.
    pub concepts: Vec<ConceptShape>,
    /// Words that the reader does not want as concepts.
    pub dismissed: Vec<String>,
    /// The queries that the reader saved.
    pub queries: Vec<QueryShape>,
    /// The entries, by book and in reading order.
    pub entries: Vec<EntryShape>,
}

/// A saved query.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QueryShape {
    /// Its name.
    pub name: String,
    /// What it asks: see docs/query-language.md.
    pub query: String,
}

impl QueryShape {
    /// A query of a library.
    pub fn of(query: &SavedQuery) -> Self {
        Self {
            name: query.name.clone(),
            query: query.query.clone(),
        }
    }
}
