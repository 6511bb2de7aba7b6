//! Answers as Markdown (CommonMark).

mod find;
mod search;
mod suggest;
mod summary;
mod tag;
mod why;

use super::harmless;

pub use find::find;
pub use search::search;
pub use suggest::suggestions;
pub use summary::summary;
pub use tag::{tag_changes, tags};
pub use why::why;

/// A text on one line in which no character means anything to Markdown.
fn plain(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in harmless(text).chars() {
        match c {
            '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~' => {
                escaped.extend(['\\', c]);
            }
            c => escaped.push(c),
        }
    }
    escaped
}
