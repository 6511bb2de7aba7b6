//! What entries are about.

use super::Styling;
use crate::map::Words;
use crate::model::{ConceptId, Library};
use crate::place::Placement;
use crate::query::{NamedTag, TagChange, Tagged, TaggedEntry};
use crate::render::harmless;
use crate::render::phrases;

/// Every entry with a line for each of its tags, and one for what is refused.
pub fn tags(
    library: &Library,
    placement: &Placement,
    entries: &[TaggedEntry],
    words: Words,
    styling: Styling,
) -> String {
    let mut sections = Vec::new();
    for tagged in entries {
        let heading = phrases::entry_heading(library, placement, words, tagged.entry);
        let id = phrases::entry_id(library, tagged.entry);
        let mut section = format!(
            "{}{}\n",
            styling.heading(&harmless(&heading)),
            styling.faint(&format!(" · {id}"))
        );
        for tag in &tagged.tags {
            section.push_str(&format!("  {}\n", tag_line(library, words, tag, styling)));
        }
        if !tagged.refused.is_empty() {
            let refused = tagged.refused.iter();
            let labels: Vec<String> = refused
                .map(|&concept| styling.concept(label(library, words, concept)))
                .collect();
            let head = words.pick("거절한 개념", "refused");
            section.push_str(&format!("  {head}: {}\n", labels.join(", ")));
        }
        sections.push(section);
    }
    sections.join("\n")
}

/// A line for each entry whose tags would change.
pub fn tag_changes(
    before: Tagged<'_>,
    after: Tagged<'_>,
    changes: &[TagChange],
    words: Words,
    styling: Styling,
) -> String {
    let mut text = String::new();
    for change in changes {
        let gained = change.gained.iter().map(|&id| (after, id, '+'));
        let lost = change.lost.iter().map(|&id| (before, id, '−'));
        let signs: Vec<String> = gained
            .chain(lost)
            .map(|(tagged, id, sign)| {
                let label = styling.concept(label(tagged.library, words, id));
                format!("{sign} {label}")
            })
            .collect();
        let id = harmless(&phrases::entry_id(before.library, change.entry));
        text.push_str(&format!("{id}: {}\n", signs.join("  ")));
    }
    text
}

fn tag_line(library: &Library, words: Words, tag: &NamedTag, styling: Styling) -> String {
    let label = label(library, words, tag.concept);
    let mut line = styling.concept(label);
    if tag.mentions > 0 {
        line.push_str(&format!(" ×{}", tag.mentions));
    }
    let origin = phrases::origin(words, tag.origin);
    line.push_str(&styling.faint(&format!(" ({origin})")));
    if let Some(names) = phrases::names(tag, label) {
        line.push_str(&format!(": {}", harmless(&names)));
    }
    line
}

fn label(library: &Library, words: Words, concept: ConceptId) -> &str {
    library.vocabulary().get(concept).label_in(words.language())
}
