//! Why entries are tagged with what they are, and why not.

use super::{Styling, passage};
use crate::map::Words;
use crate::model::{EntryId, Library};
use crate::place::Placement;
use crate::query::{Place, WeighedTag, WhyEntry};
use crate::render::{harmless, phrases, reasons};
use crate::text::width::{cells, pad};

/// The terms of a sum go on in another line after so many cells.
const LINE: usize = 88;

/// For every entry each place that reads like a name, with what it counts for
/// and the passage, and then each tag with its salience.
pub fn why(
    library: &Library,
    placement: &Placement,
    entries: &[WhyEntry],
    words: Words,
    styling: Styling,
) -> String {
    let mut sections = Vec::new();
    for entry in entries {
        let heading = phrases::entry_heading(library, placement, words, entry.entry);
        let id = phrases::entry_id(library, entry.entry);
        let mut section = format!(
            "{}{}\n",
            styling.heading(&harmless(&heading)),
            styling.faint(&format!(" · {id}"))
        );
        for place in &entry.places {
            section.push_str(&place_lines(library, entry.entry, place, words, styling));
        }
        if entry.places.is_empty() {
            section.push_str(&format!("  {}\n", reasons::nothing(words)));
        }
        if !entry.tags.is_empty() {
            let head = words.pick("관련도", "Salience");
            let formula = styling.faint(" = 1 / (1 + e^−Σ)");
            section.push_str(&format!("\n  {}{formula}\n", styling.heading(head)));
        }
        for tag in &entry.tags {
            section.push_str(&tag_lines(library, words, tag, styling));
        }
        sections.push(section);
    }
    sections.join("\n")
}

/// What a place counts for and why, and below it the passage.
fn place_lines(
    library: &Library,
    entry: EntryId,
    place: &Place,
    words: Words,
    styling: Styling,
) -> String {
    let text = place.text(library, entry);
    let concept = library.vocabulary().get(place.concept);
    let counts_for = reasons::counts_for(words, &place.verdict);
    let width = if words.is_korean() { 4 } else { 9 };
    let reason = harmless(&reasons::verdict(words, &place.verdict));
    let name = phrases::other_name(words, concept, &place.name);
    let name = name.map_or(String::new(), |name| format!(" ({})", harmless(name)));
    let shown = passage(
        text,
        &place.context,
        std::slice::from_ref(&place.span),
        styling,
    );
    let indent = " ".repeat(width + 4);
    let cut = |cut: bool| if cut { "…" } else { "" };
    format!(
        "  {}  {}{name} — {reason}\n{indent}{} {}{shown}{}\n",
        pad(counts_for, width),
        styling.concept(concept.label_in(words.language())),
        styling.faint("│"),
        cut(place.context.start > place.sentence.start),
        cut(place.context.end < place.sentence.end),
    )
}

/// The salience of a tag, and below it the sum it comes from.
fn tag_lines(library: &Library, words: Words, tag: &WeighedTag, styling: Styling) -> String {
    let concept = library.vocabulary().get(tag.tag.concept);
    let label = styling.concept(concept.label_in(words.language()));
    let remarks = styling.faint(&format!("({})", phrases::weighed_remarks(words, tag)));
    let mut lines = format!("  {:.2}  {label} {remarks}\n", tag.tag.salience);
    for line in wrapped(&reasons::sum(words, tag)) {
        lines.push_str(&format!("        {}\n", styling.faint(&line)));
    }
    lines
}

/// Pieces on as few lines as hold them.
fn wrapped(pieces: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if cells(line) + 1 + cells(piece) <= LINE => {
                line.push_str(&format!(" {piece}"));
            }
            _ => lines.push(piece.clone()),
        }
    }
    lines
}
