//! Characters that nobody sees and that do something.

use super::{Finding, Notes, Subject};
use crate::diagnostic::Code;
use crate::model::LocalText;
use crate::text::hidden::first_hidden;

/// Titles, labels, aliases and texts with control characters, or with characters that
/// turn the direction of writing (U+202A–202E, U+2066–2069).
pub(super) fn hidden_characters(notes: Notes<'_>) -> Vec<Finding> {
    let library = notes.library;
    let mut findings = Vec::new();
    let mut look = |subject: Subject, text: &str| findings.extend(in_text(subject, text));
    for id in library.book_ids() {
        let title = &library.book(id).title;
        all(title, |text| look(Subject::Book(id, "title", None), text));
    }
    for id in library.vocabulary().ids() {
        let concept = library.vocabulary().get(id);
        all(&concept.label, |text| {
            look(Subject::Concept(id, "label", None), text);
        });
        for alias in &concept.aliases {
            look(Subject::Concept(id, "aliases", None), &alias.text);
        }
    }
    for id in library.entry_ids() {
        let entry = library.entry(id);
        look(Subject::Entry(id, "title"), &entry.title);
        look(Subject::Entry(id, "text"), &entry.text);
    }
    findings
}

fn all(text: &LocalText, mut look: impl FnMut(&str)) {
    text.iter().for_each(|(_, text)| look(text));
}

fn in_text(subject: Subject, text: &str) -> Option<Finding> {
    let (at, found) = first_hidden(text)?;
    let before = text[..at].chars().rev().take(12).collect::<Vec<_>>();
    let before: String = before.into_iter().rev().collect();
    let before = before.trim().replace(char::is_control, "\u{FFFD}");
    let place = match before.as_str() {
        "" => "at the beginning".to_owned(),
        before => format!("after `{before}`"),
    };
    let code = u32::from(found);
    Some(
        Finding::new(
            Code::HiddenCharacter,
            subject,
            format!("there is a hidden character U+{code:04X} {place}"),
            "remove it; it was most likely copied from somewhere",
        )
        .label("kept; shown as \u{FFFD}"),
    )
}
