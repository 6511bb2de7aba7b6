//! A query that the reader saved under a name.

use crate::source::Place;

/// A query with a name, as the library's settings have it.
#[derive(Clone, Debug)]
pub struct SavedQuery {
    /// The name, unique in the library.
    pub name: String,
    /// The query: see `docs/query-language.md`.
    pub query: String,
    /// Where the query stands in the file, with its quotation marks.
    pub place: Place,
}
