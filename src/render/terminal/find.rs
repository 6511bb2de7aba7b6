//! The answer to `find`.

use super::Styling;
use super::entry::passage;
use crate::map::Words;
use crate::model::Library;
use crate::place::Placement;
use crate::query::{Answer, FoundTag, Resolution};
use crate::render::harmless;
use crate::render::phrases;

/// Every entry with its heading, its tags and the sentences that name them.
pub fn find(
    library: &Library,
    placement: &Placement,
    asked: &[Resolution],
    answer: &Answer,
    words: Words,
    styling: Styling,
) -> String {
    let mut text = format!(
        "{}: {}\n",
        styling.heading(&phrases::question(library, words, asked, answer.ask)),
        words.entries(answer.entries.len())
    );
    for (index, found) in answer.entries.iter().enumerate() {
        if index == answer.about && index > 0 {
            let count = words.entries(answer.entries.len() - index);
            let heading = format!(
                "{}: {count}",
                words.pick("지나가며 언급", "named in passing")
            );
            text.push_str(&format!("\n{}\n", styling.heading(&heading)));
        }
        let entry = library.entry(found.entry);
        let heading = phrases::entry_heading(library, placement, words, found.entry);
        text.push_str(&format!(
            "\n{}{}\n",
            styling.heading(&harmless(&heading)),
            styling.faint(&format!(" · {}", phrases::entry_id(library, found.entry)))
        ));
        let tags: Vec<String> = found
            .tags
            .iter()
            .map(|tag| tag_line(library, words, tag, styling))
            .collect();
        text.push_str(&format!("  {}\n", tags.join(" · ")));
        for sentence in &found.passages {
            let sentence = passage(
                &entry.text,
                &sentence.sentence,
                &sentence.highlights,
                styling,
            );
            text.push_str(&format!("  {} {sentence}\n", styling.faint("│")));
        }
    }
    text
}

fn tag_line(library: &Library, words: Words, tag: &FoundTag, styling: Styling) -> String {
    let label = |concept| library.vocabulary().get(concept).label_in(words.language());
    let mut line = styling.concept(label(tag.concept));
    if tag.mentions > 0 {
        line.push_str(&format!(" ×{}", tag.mentions));
    }
    let mut remarks = vec![phrases::tag_remarks(words, tag.origin, tag.is_passing())];
    remarks.extend(tag.narrower_than.map(|broader| match words.is_korean() {
        true => format!("‘{}’의 하위 개념", label(broader)),
        false => format!("narrower than {}", label(broader)),
    }));
    format!(
        "{line} {}",
        styling.faint(&format!("({})", remarks.join(", ")))
    )
}
