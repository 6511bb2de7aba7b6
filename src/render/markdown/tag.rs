//! What entries are about.

use super::plain;
use crate::map::Words;
use crate::model::{ConceptId, Library};
use crate::place::Placement;
use crate::query::{NamedTag, TagChange, Tagged, TaggedEntry};
use crate::render::{phrases, reasons};

/// A section for each entry, with its tags as a list.
pub fn tags(
    library: &Library,
    placement: &Placement,
    entries: &[TaggedEntry],
    words: Words,
) -> String {
    let mut sections = Vec::new();
    for tagged in entries {
        let heading = phrases::entry_heading(library, placement, words, tagged.entry);
        let id = phrases::entry_id(library, tagged.entry);
        let mut section = format!("## {} · {}\n\n", plain(&heading), plain(&id));
        for tag in &tagged.tags {
            section.push_str(&tag_item(library, words, tag));
        }
        for &concept in &tagged.refused {
            let refused = words.pick("거절한 개념", "refused");
            let label = plain(label(library, words, concept));
            section.push_str(&format!("- ~~{label}~~ ({refused})\n"));
        }
        section.push_str(&asides(library, words, tagged));
        sections.push(section);
    }
    sections.join("\n")
}

fn tag_item(library: &Library, words: Words, tag: &NamedTag) -> String {
    let label = label(library, words, tag.concept);
    let times = match tag.mentions {
        0 => String::new(),
        mentions => format!(" ×{mentions}"),
    };
    let names = phrases::names(tag, label);
    let names = names.map_or(String::new(), |names| format!(": {}", plain(&names)));
    let remarks = phrases::tag_remarks(words, tag.origin, tag.is_passing());
    let label = plain(label);
    format!("- {:.2} {label}{times} ({remarks}){names}\n", tag.salience)
}

/// What may be a tag: doubtful names, and names inside of longer ones.
fn asides(library: &Library, words: Words, tagged: &TaggedEntry) -> String {
    let mut items = String::new();
    let suggested = words.pick("제안", "suggested");
    for suggestion in &tagged.suggestions {
        let label = label(library, words, suggestion.concept);
        let times = phrases::times_written(label, &suggestion.written, suggestion.mentions);
        let reason = reasons::suggestion(words, suggestion);
        let said = plain(&format!("{label}{times} — {reason}"));
        items.push_str(&format!("- *{suggested}*: {said}\n"));
    }
    let inside = words.pick("더 긴 이름 안에만", "only inside of longer names");
    for nested in &tagged.nested {
        let label = label(library, words, nested.concept);
        let times = phrases::times_written(label, &nested.written, nested.mentions);
        let said = plain(&format!("{label}{times} — {}", nested.inside.join(", ")));
        items.push_str(&format!("- *{inside}*: {said}\n"));
    }
    items
}

/// A list of the entries whose tags would change.
pub fn tag_changes(
    before: Tagged<'_>,
    after: Tagged<'_>,
    changes: &[TagChange],
    words: Words,
) -> String {
    let mut text = String::new();
    for change in changes {
        let gained = change.gained.iter().map(|&id| (after, id, '+'));
        let lost = change.lost.iter().map(|&id| (before, id, '−'));
        let signs: Vec<String> = gained
            .chain(lost)
            .map(|(tagged, id, sign)| format!("{sign} {}", plain(label(tagged.library, words, id))))
            .collect();
        let id = plain(&phrases::entry_id(before.library, change.entry));
        text.push_str(&format!("- {id}: {}\n", signs.join(", ")));
    }
    text
}

fn label(library: &Library, words: Words, concept: ConceptId) -> &str {
    library.vocabulary().get(concept).label_in(words.language())
}
