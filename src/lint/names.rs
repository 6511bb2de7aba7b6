//! Names that nothing finds.

use super::{Finding, Notes, Subject};
use crate::diagnostic::Code;
use crate::model::{Concept, Vocabulary};
use crate::tag::{Matcher, Name, NameId, Reading, Rejection};
use std::ops::Range;

/// Labels and aliases that are not found even in a text that is the name and nothing
/// else: whatever keeps them out there keeps them out everywhere.
pub(super) fn dead_names(notes: Notes<'_>) -> Vec<Finding> {
    let vocabulary = notes.library.vocabulary();
    let lexicon = notes.tagging.lexicon(vocabulary);
    let mut matcher = Matcher::new(lexicon);
    let mut findings = Vec::new();
    for (index, name) in lexicon.names().iter().enumerate() {
        let Some(field) = written_in(vocabulary.get(name.concept), &name.text) else {
            continue;
        };
        let readings = matcher.explain(&name.text);
        let own = readings
            .iter()
            .filter(|reading| reading.name == NameId(index as u32));
        // The longest place is the name as a whole.
        let Some(own) = own.max_by_key(|reading| reading.span.len()) else {
            continue;
        };
        let Err(rejection) = own.verdict else {
            continue;
        };
        let counts = |other: &&Reading| other.verdict.is_ok() && overlaps(&other.span, &own.span);
        let concept_of = |other: &Reading| lexicon.name(other.name).concept;
        let mut others = readings.iter().filter(counts);
        let by_own = |other: &Reading| other.span == own.span && concept_of(other) == name.concept;
        match rejection {
            Rejection::Overlapped if readings.iter().filter(counts).any(by_own) => {}
            Rejection::Overlapped => findings.extend(
                others
                    .next()
                    .map(|other| shadowed(vocabulary, name, field, lexicon.name(other.name))),
            ),
            _ => findings.push(dead(vocabulary, name, field, rejection)),
        }
    }
    findings
}

/// The field that a name is written in; `None` when it was made of another one.
fn written_in(concept: &Concept, text: &str) -> Option<&'static str> {
    if concept.aliases.iter().any(|alias| alias.text == text) {
        return Some("aliases");
    }
    let mut labels = concept.label.iter();
    labels.any(|(_, label)| label == text).then_some("label")
}

fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn shadowed(vocabulary: &Vocabulary, name: &Name, field: &'static str, other: &Name) -> Finding {
    let concept = &vocabulary.get(name.concept).id;
    Finding::new(
        Code::ShadowedName,
        Subject::Concept(name.concept, field, Some(name.text.clone())),
        format!(
            "`{}` never leads to `{concept}`: `{}` of `{}` counts instead",
            name.text,
            other.text,
            vocabulary.get(other.concept).id
        ),
        "remove it, give the other name this one as `exclude`, or make this one surer",
    )
    .label("a name in it counts instead")
}

fn dead(
    vocabulary: &Vocabulary,
    name: &Name,
    field: &'static str,
    rejection: Rejection,
) -> Finding {
    let (label, hint) = match rejection {
        Rejection::Excluded => (
            "what `exclude` says is in it, or is it",
            "remove that from `exclude`, or remove the name",
        ),
        Rejection::Guarded => (
            "a word of its `unless` is in it",
            "remove that word from `unless`, or remove the name",
        ),
        _ => (
            "the rules for names keep it out",
            "`bookgraph tag --why` says which rule; write it otherwise",
        ),
    };
    Finding::new(
        Code::DeadName,
        Subject::Concept(name.concept, field, Some(name.text.clone())),
        format!(
            "no text can be tagged with `{}` by its name `{}`",
            vocabulary.get(name.concept).id,
            name.text
        ),
        hint,
    )
    .label(label)
}
