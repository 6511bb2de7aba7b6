//! What is wrong with a query.

use std::ops::Range;

/// A mistake in a query: where, what, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct QueryError {
    /// The query that the place is in.
    pub query: String,
    /// The name of that query, when it is a saved one.
    pub saved: Option<Box<str>>,
    /// The piece that is wrong, in bytes of the query.
    pub span: Range<usize>,
    /// One sentence, lower case, without a full stop.
    pub message: String,
    /// A few words at the place.
    pub label: &'static str,
    /// What to do.
    pub hint: String,
}

impl QueryError {
    /// A mistake in a piece of a query.
    pub(in crate::query) fn new(
        query: &str,
        span: Range<usize>,
        message: impl Into<String>,
        label: &'static str,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            query: query.to_owned(),
            saved: None,
            span,
            message: message.into(),
            label,
            hint: hint.into(),
        }
    }

    /// The same, known to be in a saved query.
    pub(in crate::query) fn saved_as(mut self, name: &str) -> Self {
        self.saved.get_or_insert_with(|| name.into());
        self
    }
}
