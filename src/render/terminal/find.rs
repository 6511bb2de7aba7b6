//! The answer to `find`.

use super::Styling;
use super::entry::{heading, sentences};
use crate::map::Words;
use crate::model::Library;
use crate::place::Placement;
use crate::query::{Answer, FoundTag, Resolution};
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
        text.push('\n');
        text.push_str(&heading(library, placement, words, found.entry, styling));
        let tags: Vec<String> = found
            .tags
            .iter()
            .map(|tag| tag_line(library, words, tag, styling))
            .collect();
        text.push_str(&format!("  {}\n", tags.join(" · ")));
        text.push_str(&sentences(&entry.text, &found.passages, styling));
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
