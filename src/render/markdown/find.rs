//! The answer to `find`.

use super::plain;
use crate::map::Words;
use crate::model::Library;
use crate::place::Placement;
use crate::query::{Answer, Passage, Resolution};
use crate::render::phrases;

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
        let heading = phrases::entry_heading(library, placement, words, found.entry);
        let id = phrases::entry_id(library, found.entry);
        text.push_str(&format!("\n## {} · {}\n\n", plain(&heading), plain(&id)));
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
        for passage in &found.passages {
            text.push_str(&format!("\n> {}\n", quotation(&entry.text, passage)));
        }
    }
    text
}

fn quotation(text: &str, passage: &Passage) -> String {
    let mut quotation = String::new();
    let mut at = passage.sentence.start;
    for highlight in &passage.highlights {
        quotation.push_str(&plain(&text[at..highlight.start]));
        quotation.push_str(&format!("**{}**", plain(&text[highlight.clone()])));
        at = highlight.end;
    }
    quotation.push_str(&plain(&text[at..passage.sentence.end.max(at)]));
    quotation
}
