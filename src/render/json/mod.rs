//! Answers as JSON. The shapes are documented in `docs/json.md` and carry the
//! name of their schema, so that a script can tell which one it reads.

mod chains;
mod check;
mod find;
mod gaps;
mod index;
mod library;
mod list;
mod met;
mod quote;
mod review;
mod scene;
mod scene_marks;
mod schema;
mod search;
mod shapes;
mod show;
mod similar;
mod stats;
mod story;
mod suggest;
mod summary;
mod tag;
mod timeline;
mod verdict;
mod why;
mod witness;

pub use chains::chains;
pub use check::diagnostics;
pub use find::{find, found};
pub use gaps::gaps;
pub use index::index;
pub use list::{books, chapters, concepts, entries, queries};
pub use review::review;
pub use scene::scene;
pub use schema::{AnswerSchema, SCHEMAS};
pub use search::{search, search_lines};
pub use show::show;
pub use similar::similar;
pub use stats::stats;
pub use story::story;
pub use suggest::suggestions;
pub use summary::summary;
pub use tag::{tag_changes, tags};
pub use timeline::timeline;
pub use why::why;

/// An answer as indented JSON with a line break at the end.
fn print(answer: &impl schema::JsonAnswer) -> String {
    pretty(answer)
}

/// A value as one line of JSON.
fn line(value: &impl serde::Serialize) -> String {
    let json = serde_json::to_string(value)
        .expect("plain structs of strings and numbers can be written as JSON");
    format!("{json}\n")
}

/// A value as indented JSON with a line break at the end.
fn pretty(value: &impl serde::Serialize) -> String {
    let json = serde_json::to_string_pretty(value)
        .expect("plain structs of strings and numbers can be written as JSON");
    format!("{json}\n")
}
