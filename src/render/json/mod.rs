//! Answers as JSON. The shapes are documented in `docs/json.md` and carry the
//! name of their schema, so that a script can tell which one it reads.

mod check;
mod find;
mod list;
mod met;
mod scene;
mod scene_marks;
mod schema;
mod search;
mod shapes;
mod suggest;
mod summary;
mod tag;
mod verdict;
mod why;

pub use check::diagnostics;
pub use find::{find, found};
pub use list::{books, chapters, concepts, entries, queries};
pub use scene::scene;
pub use schema::{AnswerSchema, SCHEMAS};
pub use search::{search, search_lines};
pub use suggest::suggestions;
pub use summary::summary;
pub use tag::{tag_changes, tags};
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
