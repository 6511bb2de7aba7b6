//! Answers as Markdown (CommonMark).

mod digest;
mod find;
mod front_matter;
mod index;
mod search;
mod suggest;
mod table;
mod tag;
mod timeline;
mod why;

use super::harmless;

pub(in crate::render) use digest::starting;
pub use digest::{digest, digest_alone};
pub use find::find;
pub use front_matter::front_matter;
pub use index::index;
pub use search::search;
pub use suggest::suggestions;
pub(in crate::render) use table::table;
pub use tag::{tag_changes, tags};
pub use timeline::timeline;
pub use why::why;

/// A text on one line in which no character means anything to Markdown.
pub(super) fn plain(text: &str) -> String {
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
