//! Answers as text for a terminal.
//!
//! Styles are ANSI escapes; whoever prints strips them where they are not
//! wanted. Without colour, what matters in a sentence stands between
//! asterisks.

mod check;
mod diff;
mod digest;
mod entry;
mod find;
mod find_explained;
mod index;
mod query_error;
mod search;
mod style;
mod suggest;
mod table;
mod tag;
mod timeline;
mod why;

pub use check::diagnostics;
pub use diff::diff;
pub use digest::{digest, digest_alone};
pub use entry::passage;
pub use find::{find_book, find_entry, find_head, find_more, find_passing, find_together};
pub use find_explained::find_near;
pub use index::index;
pub use query_error::query_error;
pub use search::search;
pub use style::Styling;
pub use suggest::{suggestion, suggestions};
pub use table::{Table, table};
pub use tag::{tag_changes, tags};
pub use timeline::timeline;
pub use why::why;
