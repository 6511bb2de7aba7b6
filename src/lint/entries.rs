//! Entries that say little.

use super::{Finding, Notes, Subject};
use crate::diagnostic::Code;

/// Entries that are about no concept.
pub(super) fn without_concepts(notes: Notes<'_>) -> Vec<Finding> {
    let library = notes.library;
    let without = library
        .entry_ids()
        .filter(|&id| notes.tagging.tags(id).is_empty());
    let finding = |id| {
        Finding::new(
            Code::NoConcepts,
            Subject::Entry(id, "id"),
            format!("`{}` is about no concept", library.entry(id).id),
            "give it `tags`, or look for new concepts with `bookgraph concept suggest`",
        )
        .label("on no map of concepts")
    };
    without.map(finding).collect()
}

/// Entries whose text is not whole: marked so, or ending in two dots, as previews of
/// blogs do.
pub(super) fn cut_off(notes: Notes<'_>) -> Vec<Finding> {
    let library = notes.library;
    let mut findings = Vec::new();
    for id in library.entry_ids() {
        let entry = library.entry(id);
        let text = entry.text.trim_end();
        let dots = text.ends_with("..") && !text.ends_with("...");
        let (field, label, hint) = match (entry.truncated, dots) {
            (true, _) => (
                "truncated",
                "marked as cut off",
                "put the whole text in, and remove `truncated`",
            ),
            (false, true) => (
                "text",
                "ends in two dots",
                "put the whole text in, or mark it `truncated: true`",
            ),
            (false, false) => continue,
        };
        findings.push(
            Finding::new(
                Code::Truncated,
                Subject::Entry(id, field),
                format!("the text of `{}` seems to be cut off", entry.id),
                hint,
            )
            .label(label),
        );
    }
    findings
}
