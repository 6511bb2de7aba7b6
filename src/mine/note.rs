//! What is mined: a title and a text, and what they name already.

use std::ops::Range;

/// A note, as plain text.
#[derive(Clone, Debug, Default)]
pub struct Note<'a> {
    /// The title; it may be empty.
    pub title: &'a str,
    /// The text.
    pub text: &'a str,
    /// Bytes of the title that name something known, from left to right.
    pub known_in_title: Vec<Range<usize>>,
    /// The same for the text.
    pub known_in_text: Vec<Range<usize>>,
}
