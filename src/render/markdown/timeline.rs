//! Concepts along the reading.

use super::plain;
use crate::model::EntryId;
use crate::render::timeline::{Timeline, Told};
use crate::render::{harmless, phrases};

/// The strips as they are, and a section for each concept.
pub fn timeline(timeline: &Timeline<'_>) -> String {
    let words = timeline.words;
    let strips: Vec<String> = timeline.strips().iter().map(|it| harmless(it)).collect();
    // A label could close the fence only if it began its line with it.
    let strips: Vec<String> = strips.into_iter().map(|it| format!("    {it}")).collect();
    let mut text = format!("# {}\n\n{}\n", plain(&timeline.title()), strips.join("\n"));
    for strands in timeline.concepts() {
        let title = phrases::concept_title(timeline.library, words, strands[0].family.concept);
        text.push_str(&format!("\n## {}\n", plain(&title)));
        for strand in strands {
            if timeline.several() {
                let book = timeline.library.book(strand.book);
                let title = book.title_in(words.language());
                text.push_str(&format!("\n### {}\n", plain(title)));
            }
            let told = Told::of(timeline, strand);
            text.push_str(&format!("\n{}\n\n", plain(&told.summary)));
            for line in [&told.entries].into_iter().chain(&told.remarks) {
                text.push_str(&format!("- {}\n", plain(line)));
            }
            let [first, last] = strand.ends();
            let mut end = |heading: &str, entry: EntryId| {
                let name = words.entry(timeline.library, entry);
                text.push_str(&format!("- {heading}: {}\n", plain(&name)));
                if let Some((sentence, _)) = timeline.sentence(entry, &strand.family) {
                    let note = &timeline.library.entry(entry).text[sentence];
                    text.push_str(&format!("\n  > {}\n\n", plain(note)));
                }
            };
            end(words.pick("처음", "first"), first);
            if last != first {
                end(words.pick("마지막", "last"), last);
            }
        }
    }
    text
}
