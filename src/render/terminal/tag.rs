//! What entries are about.

use super::Styling;
use crate::map::Words;
use crate::model::{ConceptId, Library};
use crate::place::Placement;
use crate::query::{NamedTag, TagChange, Tagged, TaggedEntry};
use crate::render::{harmless, phrases, reasons};

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
            let salience = styling.faint(&format!("{:.2}", tag.salience));
            section.push_str(&format!(
                "  {salience}  {}\n",
                tag_line(library, words, tag, styling)
            ));
        }
        if !tagged.refused.is_empty() {
            let refused = tagged.refused.iter();
            let labels: Vec<String> = refused
                .map(|&concept| styling.concept(label(library, words, concept)))
                .collect();
            let head = words.pick("거절한 개념", "refused");
            section.push_str(&format!("  {head}: {}\n", labels.join(", ")));
        }
        section.push_str(&asides(library, words, tagged, styling));
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
    let remarks = phrases::tag_remarks(words, tag.origin, tag.is_passing());
    line.push_str(&styling.faint(&format!(" ({remarks})")));
    if let Some(names) = phrases::names(tag, label) {
        line.push_str(&format!(": {}", harmless(&names)));
    }
    line
}

/// What may be a tag: doubtful names, and names inside of longer ones.
fn asides(library: &Library, words: Words, tagged: &TaggedEntry, styling: Styling) -> String {
    let mut lines = String::new();
    if !tagged.suggestions.is_empty() {
        let head = words.pick(
            "제안 (--confirm으로 받아들임)",
            "suggested (--confirm accepts)",
        );
        lines.push_str(&format!("  {head}:\n"));
    }
    for suggestion in &tagged.suggestions {
        let label = label(library, words, suggestion.concept);
        let times = phrases::times_written(label, &suggestion.written, suggestion.mentions);
        let reason = reasons::suggestion(words, suggestion);
        let rest = harmless(&format!("{times} — {reason}"));
        lines.push_str(&format!("    {}{rest}\n", styling.concept(label)));
    }
    if !tagged.nested.is_empty() {
        let head = words.pick("더 긴 이름 안에만 나옴", "only inside of longer names");
        lines.push_str(&format!("  {head}:\n"));
    }
    for nested in &tagged.nested {
        let label = label(library, words, nested.concept);
        let times = phrases::times_written(label, &nested.written, nested.mentions);
        let rest = harmless(&format!("{times} — {}", nested.inside.join(", ")));
        lines.push_str(&format!("    {}{rest}\n", styling.concept(label)));
    }
    lines
}

fn label(library: &Library, words: Words, concept: ConceptId) -> &str {
    library.vocabulary().get(concept).label_in(words.language())
}
