//! A piece of an entry's text.

use super::Styling;
use crate::map::Words;
use crate::model::{EntryId, Library};
use crate::place::Placement;
use crate::query::Passage;
use crate::render::{harmless, phrases};
use std::ops::Range;

/// What an entry is headed by in a list of answers, with its id.
pub(super) fn heading(
    library: &Library,
    placement: &Placement,
    words: Words,
    id: EntryId,
    styling: Styling,
) -> String {
    let heading = phrases::entry_heading(library, placement, words, id);
    let id = format!(" · {}", phrases::entry_id(library, id));
    format!(
        "{}{}\n",
        styling.heading(&harmless(&heading)),
        styling.faint(&id)
    )
}

/// Sentences, a line each.
pub(super) fn sentences(text: &str, passages: &[Passage], styling: Styling) -> String {
    let line = |found: &Passage| {
        let sentence = passage(text, &found.sentence, &found.highlights, styling);
        format!("  {} {sentence}\n", styling.faint("│"))
    };
    passages.iter().map(line).collect()
}

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
