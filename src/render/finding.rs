//! What the forms of `find` are made of.

use crate::map::Words;
use crate::query::{Condition, Corpus, Find, FoundEntry, NearEntries, Together};
use std::path::Path;

/// A question and the words to answer it in.
#[derive(Clone, Copy)]
pub struct Finding<'a> {
    /// The library.
    pub corpus: Corpus<'a>,
    /// The query as it was read, in its plainest form.
    pub query: &'a str,
    /// What was asked for.
    pub question: &'a Find,
    /// The language of labels and headings.
    pub words: Words,
    /// Whether to say why each entry is there.
    pub explain: bool,
}

/// All of an answer at once, for the forms that need it.
#[derive(Clone, Copy)]
pub struct FoundAll<'a> {
    /// The entries to show, in the order of the answer.
    pub entries: &'a [FoundEntry],
    /// How many there are.
    pub count: usize,
    /// What else they are about.
    pub together: &'a [Together],
    /// Entries that come close, when they were asked for.
    pub near: Option<&'a NearEntries<'a>>,
}

impl<'a> Finding<'a> {
    /// What was asked for.
    pub fn condition(&self) -> &'a Condition {
        &self.question.condition
    }
}

/// The address of a line of a file, for links in a terminal: a `file:` URL with the
/// line as its fragment, which openers that don't know lines leave out.
pub fn file_url(path: &Path, line: usize) -> String {
    let mut url = "file://".to_owned();
    for &byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                url.push(char::from(byte));
            }
            _ => url.push_str(&format!("%{byte:02X}")),
        }
    }
    format!("{url}#{line}")
}
