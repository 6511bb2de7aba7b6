//! A piece of an entry's text.

use super::Styling;
use crate::render::harmless;
use std::ops::Range;

/// The text in `range`, on one line, with some of it highlighted. Control
/// characters, which could rewrite the screen, are shown as `�`.
pub fn passage(
    text: &str,
    range: &Range<usize>,
    highlights: &[Range<usize>],
    styling: Styling,
) -> String {
    let mut shown = String::new();
    let mut at = range.start;
    for highlight in highlights {
        let (start, end) = (highlight.start.max(at), highlight.end.min(range.end));
        if start < end {
            shown.push_str(&harmless(&text[at..start]));
            shown.push_str(&styling.highlight(&harmless(&text[start..end])));
            at = end;
        }
    }
    shown.push_str(&harmless(&text[at..range.end]));
    shown
}
