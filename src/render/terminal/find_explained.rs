//! Why entries are in the answer to `find`, and why others are not.

use super::Styling;
use super::entry::passage;
use crate::query::{FoundEntry, Met, Missed, NearEntries, explain};
use crate::render::{Finding, harmless, met, phrases, reasons};

/// What meets each part of the query in an entry.
pub(super) fn find_met(finding: Finding<'_>, found: &FoundEntry, styling: Styling) -> String {
    let met = explain(finding.corpus, finding.condition(), found.entry);
    let line = |met: &Met<'_>| {
        let part = phrases::told(finding.corpus.library, finding.words, met.condition);
        let by = met::by(finding, met, found);
        let by = match by.is_empty() {
            true => String::new(),
            false => format!(": {}", harmless(&by)),
        };
        format!("  {} {part}{by}\n", styling.added("✓"))
    };
    met.iter().map(line).collect()
}

/// The entries that come close, and what they lack; nothing when there are none.
pub fn find_near(finding: Finding<'_>, near: &NearEntries<'_>, styling: Styling) -> String {
    if near.total == 0 {
        return String::new();
    }
    let words = finding.words;
    let head = words.pick("가깝지만 아닌 기록", "near, but not among them");
    let count = words.entries(near.total);
    let mut text = format!("\n{}: {count}\n", styling.heading(head));
    text.extend(near.shown.iter().map(|one| missed(finding, one, styling)));
    if near.total > near.shown.len() {
        let more = words.more_entries(near.total - near.shown.len());
        text.push_str(&format!("\n{}\n", styling.faint(&more)));
    }
    text
}

fn missed(finding: Finding<'_>, missed: &Missed<'_>, styling: Styling) -> String {
    let (library, words) = (finding.corpus.library, finding.words);
    let heading = phrases::entry_heading(library, finding.corpus.placement, words, missed.entry);
    let lacks = met::lacks(finding, missed);
    let mut text = format!(
        "\n{}{}\n  {} {}\n",
        styling.heading(&harmless(&heading)),
        styling.faint(&format!(" · {}", phrases::entry_id(library, missed.entry))),
        styling.removed("✗"),
        harmless(&lacks)
    );
    for place in &missed.places {
        let concept = library.vocabulary().get(place.concept);
        let label = styling.concept(concept.label_in(words.language()));
        let name = phrases::other_name(words, concept, &place.name);
        let name = name.map_or(String::new(), |name| format!(" ({})", harmless(name)));
        let reason = harmless(&reasons::verdict(words, &place.verdict));
        let counts_for = reasons::counts_for(words, &place.verdict);
        let shown = passage(
            place.text(library, missed.entry),
            &place.context,
            std::slice::from_ref(&place.span),
            styling,
        );
        text.push_str(&format!("    {label}{name}: {counts_for} — {reason}\n"));
        text.push_str(&format!("    {} {shown}\n", styling.faint("│")));
    }
    text
}
