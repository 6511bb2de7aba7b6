//! Pieces of a text and what stands in their place.

use std::ops::Range;

/// A piece that is replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Splice {
    pub(super) range: Range<usize>,
    pub(super) text: String,
}

impl Splice {
    pub(super) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self {
            range: at..at,
            text: text.into(),
        }
    }

    pub(super) fn remove(range: Range<usize>) -> Self {
        Self {
            range,
            text: String::new(),
        }
    }
}

/// The text with its pieces replaced; they must not overlap. Those at one
/// place keep their order.
pub(super) fn splice(text: &str, mut splices: Vec<Splice>) -> String {
    splices.sort_by_key(|splice| splice.range.start);
    let mut spliced = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for splice in splices {
        let start = splice.range.start.max(at);
        spliced.push_str(&text[at..start]);
        spliced.push_str(&splice.text);
        at = splice.range.end.max(start);
    }
    spliced.push_str(&text[at..]);
    spliced
}
