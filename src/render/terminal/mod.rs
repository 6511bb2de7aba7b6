//! Answers as text for a terminal.
//!
//! Styles are ANSI escapes; whoever prints strips them where they are not
//! wanted. Without colour, what matters in a sentence stands between
//! asterisks.

mod check;
mod diff;
mod entry;
mod find;
mod search;
mod show;
mod style;
mod suggest;
mod summary;
mod table;
mod tag;
mod why;

pub use check::diagnostics;
pub use diff::diff;
pub use entry::passage;
pub use find::find;
pub use search::search;
pub use show::{show_book, show_chapter, show_concept, show_entry};
pub use style::Styling;
pub use suggest::{suggestion, suggestions};
pub use summary::summary;
pub use table::{Table, table};
pub use tag::{tag_changes, tags};
pub use why::why;
