//! Concepts that do nothing.

use super::{Finding, Notes, Subject};
use crate::diagnostic::Code;
use crate::model::ConceptId;
use crate::tag::{NameId, Standing};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Concepts that no entry is about, nor about anything narrower.
pub(super) fn unused(notes: Notes<'_>) -> Vec<Finding> {
    let vocabulary = notes.library.vocabulary();
    let used = |id: &ConceptId| notes.tagging.about(*id).len() > 0;
    let unused: Vec<ConceptId> = vocabulary
        .ids()
        .filter(|&id| !vocabulary.narrower_closure(id).iter().any(used) && !used(&id))
        .collect();
    let inside = if unused.is_empty() {
        BTreeMap::new()
    } else {
        longer_names(notes)
    };
    let finding = |id: ConceptId| {
        let concept = vocabulary.get(id);
        let (message, hint) = match inside.get(&id) {
            Some(around) => (
                format!("`{}` is only ever named inside of longer names", concept.id),
                Cow::from(format!(
                    "`{around}` counts instead; with `keep_inner: true` there, both do"
                )),
            ),
            None => (
                format!("no entry is about `{}`", concept.id),
                Cow::from("add the names that your notes use for it, or leave it for later"),
            ),
        };
        Finding::new(
            Code::UnusedConcept,
            Subject::Concept(id, "id", None),
            message,
            hint,
        )
        .label("not used so far")
    };
    unused.into_iter().map(finding).collect()
}

/// For concepts that are named inside of longer names: the first of these.
fn longer_names(notes: Notes<'_>) -> BTreeMap<ConceptId, String> {
    let lexicon = notes.tagging.lexicon(notes.library.vocabulary());
    let mut found: BTreeMap<ConceptId, NameId> = BTreeMap::new();
    for entry in notes.library.entry_ids() {
        let asides = notes.tagging.asides(entry).iter();
        for inner in asides.filter(|aside| aside.standing == Standing::Nested) {
            let mut mentions = notes.tagging.mentions(entry).iter();
            let outer = mentions.find(|outer| {
                outer.field == inner.field && outer.start <= inner.start && inner.end <= outer.end
            });
            if let Some(outer) = outer {
                found.entry(inner.concept).or_insert(outer.name);
            }
        }
    }
    let text = |name: NameId| lexicon.name(name).text.clone();
    found
        .into_iter()
        .map(|(id, name)| (id, text(name)))
        .collect()
}
