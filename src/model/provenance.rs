//! Where an imported entry came from.

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

/// Where an imported entry came from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The importer's name, such as `blog-list`.
    pub kind: String,
    /// What the importer knows the entry by, unique among its entries.
    pub key: String,
    /// The title as it stood there.
    pub title: Option<String>,
    /// When it was written, with the time as it stood there.
    pub time: Option<String>,
    /// The place in the book, as it stood there: `loc. 364`.
    pub location: Option<String>,
    /// The chapter's name, as it stood there.
    pub chapter: Option<String>,
    /// The color of the mark.
    pub color: Option<String>,
    /// The tags it had there, whether they are concepts or not.
    pub tags: Vec<String>,
    /// The address it can be read at.
    pub url: Option<String>,
    /// A fingerprint of what was imported: [`Source::digest_of`].
    pub digest: Option<String>,
}

impl Source {
    /// The fingerprint of a title at the source and a text, the same on every
    /// machine and for every line ending. An entry whose own text has another one
    /// than `digest` was edited since; a source whose text has, was changed there.
    pub fn digest_of(title: Option<&str>, text: &str) -> String {
        let text = text.replace("\r\n", "\n");
        let both = format!("{}\0{text}", title.unwrap_or_default());
        format!("{:016x}", xxh3_64(both.as_bytes()))
    }
}
