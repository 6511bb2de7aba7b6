//! Why entries are tagged with what they are, and why not.

use super::plain;
use crate::map::Words;
use crate::model::{EntryId, Library};
use crate::place::Placement;
use crate::query::{Place, WeighedTag, WhyEntry};
use crate::render::{phrases, reasons};

/// A section for each entry: a list of the places that read like names, and one
/// of the tags with their salience.
pub fn why(library: &Library, placement: &Placement, entries: &[WhyEntry], words: Words) -> String {
    let mut sections = Vec::new();
    for entry in entries {
        let heading = phrases::entry_heading(library, placement, words, entry.entry);
        let id = phrases::entry_id(library, entry.entry);
        let mut section = format!("## {} · {}\n\n", plain(&heading), plain(&id));
        for place in &entry.places {
            section.push_str(&place_item(library, entry.entry, place, words));
        }
        if entry.places.is_empty() {
            section.push_str(&format!("{}\n", reasons::nothing(words)));
        }
        if !entry.tags.is_empty() {
            let head = words.pick("관련도", "Salience");
            section.push_str(&format!("\n### {head} = 1 / (1 + e^−Σ)\n\n"));
        }
        for tag in &entry.tags {
            section.push_str(&tag_item(library, words, tag));
        }
        sections.push(section);
    }
    sections.join("\n")
}

fn place_item(library: &Library, entry: EntryId, place: &Place, words: Words) -> String {
    let text = place.text(library, entry);
    let concept = library.vocabulary().get(place.concept);
    let name = phrases::other_name(words, concept, &place.name);
    let name = name.map_or(String::new(), |name| format!(" ({})", plain(name)));
    let cut = |cut: bool| if cut { "…" } else { "" };
    format!(
        "- **{}** · {}{name} — {}  \n  {}{}**{}**{}{}\n",
        reasons::counts_for(words, &place.verdict),
        plain(concept.label_in(words.language())),
        plain(&reasons::verdict(words, &place.verdict)),
        cut(place.context.start > place.sentence.start),
        plain(&text[place.context.start..place.span.start]),
        plain(&text[place.span.clone()]),
        plain(&text[place.span.end..place.context.end]),
        cut(place.context.end < place.sentence.end),
    )
}

fn tag_item(library: &Library, words: Words, tag: &WeighedTag) -> String {
    let concept = library.vocabulary().get(tag.tag.concept);
    let label = plain(concept.label_in(words.language()));
    let remarks = phrases::weighed_remarks(words, tag);
    let mut item = format!("- {:.2} {label} ({remarks})", tag.tag.salience);
    let sum = reasons::sum(words, tag);
    if !sum.is_empty() {
        item.push_str(&format!(": {}", sum.join(" ")));
    }
    format!("{item}\n")
}
