//! The answer to `find`.

use super::plain;
use crate::map::Words;
use crate::model::{EntryId, Library};
use crate::place::Placement;
use crate::query::{Answer, Passage, Resolution};
use crate::render::phrases;
use std::ops::Range;

/// A section for each entry, its sentences as quotations with the names in
/// bold.
pub fn find(
    library: &Library,
    placement: &Placement,
    asked: &[Resolution],
    answer: &Answer,
    words: Words,
) -> String {
    let mut text = format!(
        "# {}: {}\n",
        plain(&phrases::question(library, words, asked, answer.ask)),
        words.entries(answer.entries.len())
    );
    for found in &answer.entries {
        let entry = library.entry(found.entry);
        text.push_str(&entry_section(library, placement, words, found.entry));
        let tags: Vec<String> = found
            .tags
            .iter()
            .map(|tag| {
                let label = library
                    .vocabulary()
                    .get(tag.concept)
                    .label_in(words.language());
                let times = match tag.mentions {
                    0 => String::new(),
                    mentions => format!(" ×{mentions}"),
                };
                let origin = phrases::tag_remarks(words, tag.origin, tag.is_passing());
                format!("{}{times} ({origin})", plain(label))
            })
            .collect();
        text.push_str(&format!("{}\n", tags.join(" · ")));
        text.push_str(&quotations(&entry.text, &found.passages));
    }
    text
}

/// What an entry is headed by in a list of answers.
pub(super) fn entry_section(
    library: &Library,
    placement: &Placement,
    words: Words,
    id: EntryId,
) -> String {
    let heading = phrases::entry_heading(library, placement, words, id);
    let id = phrases::entry_id(library, id);
    format!("\n## {} · {}\n\n", plain(&heading), plain(&id))
}

/// Sentences as quotations with what was found in bold.
pub(super) fn quotations(text: &str, passages: &[Passage]) -> String {
    let quotation = |passage: &Passage| {
        let quoted = emphasised(text, &passage.sentence, &passage.highlights);
        format!("\n> {quoted}\n")
    };
    passages.iter().map(quotation).collect()
}

/// The text in `range`, some of it in bold.
pub(super) fn emphasised(text: &str, range: &Range<usize>, bold: &[Range<usize>]) -> String {
    let mut shown = String::new();
    let mut at = range.start;
    for highlight in bold {
        shown.push_str(&plain(&text[at..highlight.start]));
        shown.push_str(&format!("**{}**", plain(&text[highlight.clone()])));
        at = highlight.end;
    }
    shown.push_str(&plain(&text[at..range.end.max(at)]));
    shown
}
