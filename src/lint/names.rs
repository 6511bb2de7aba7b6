//! Names that nothing finds.

use super::{Finding, Notes, Subject};
use crate::diagnostic::Code;
use crate::model::{ConceptId, Vocabulary};
use crate::tag::{Lexicon, Matcher, Name, NameId, Reading, Rejection};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Labels and aliases that are not found even in a text that is the name and nothing
/// else: whatever keeps them out there keeps them out everywhere.
pub(super) fn dead_names(notes: Notes<'_>) -> Vec<Finding> {
    let vocabulary = notes.library.vocabulary();
    let lexicon = notes.tagging.lexicon(vocabulary);
    let mut matcher = Matcher::new(lexicon);
    // Names that are written alike are found alike.
    let mut by_text: Vec<usize> = (0..lexicon.names().len()).collect();
    by_text.sort_by_key(|index| &lexicon.names()[*index].text);
    let fields = fields(vocabulary, lexicon.names());
    let mut findings = Vec::new();
    let text = |index: &usize| lexicon.names()[*index].text.as_str();
    for alike in by_text.chunk_by(|a, b| text(a) == text(b)) {
        let readings = matcher.explain(text(&alike[0]));
        let found = Found::of(&readings, lexicon);
        for &index in alike {
            let name = &lexicon.names()[index];
            let finding = fields[index].and_then(|field| {
                let (own, rejection) = found.rejected(NameId(index as u32))?;
                match rejection {
                    Rejection::Overlapped if found.counts(&own.span, name.concept) => None,
                    Rejection::Overlapped => {
                        let other = lexicon.name(found.instead_of(&own.span)?);
                        Some(shadowed(vocabulary, name, field, other))
                    }
                    _ => Some(dead(vocabulary, name, field, rejection)),
                }
            });
            findings.extend(finding.map(|finding| (index, finding)));
        }
    }
    findings.sort_by_key(|(index, _)| *index);
    findings.into_iter().map(|(_, finding)| finding).collect()
}

/// What is found in a text that is a name.
struct Found<'a> {
    readings: &'a [Reading],
    /// The longest place of each name: it is the name as a whole.
    longest: HashMap<NameId, &'a Reading>,
    /// The places that count, and their concepts.
    counting: HashSet<(usize, usize, ConceptId)>,
}

impl<'a> Found<'a> {
    fn of(readings: &'a [Reading], lexicon: &Lexicon) -> Self {
        let mut longest: HashMap<NameId, &Reading> = HashMap::new();
        let mut counting = HashSet::new();
        for reading in readings {
            let known = longest.entry(reading.name).or_insert(reading);
            if known.span.len() <= reading.span.len() {
                *known = reading;
            }
            if reading.verdict.is_ok() {
                let concept = lexicon.name(reading.name).concept;
                counting.insert((reading.span.start, reading.span.end, concept));
            }
        }
        Self {
            readings,
            longest,
            counting,
        }
    }

    /// The name as a whole, when it does not count, and why.
    fn rejected(&self, name: NameId) -> Option<(&'a Reading, Rejection)> {
        let own = *self.longest.get(&name)?;
        own.verdict.err().map(|rejection| (own, rejection))
    }

    /// Whether a place counts for a concept, by any of its names.
    fn counts(&self, span: &Range<usize>, concept: ConceptId) -> bool {
        self.counting.contains(&(span.start, span.end, concept))
    }

    /// The first name that counts in the place of what stands at a span.
    fn instead_of(&self, span: &Range<usize>) -> Option<NameId> {
        let mut readings = self.readings.iter();
        let other = readings.find(|it| it.verdict.is_ok() && overlaps(&it.span, span));
        other.map(|other| other.name)
    }
}

/// The field that each name is written in; `None` for one that was made of another one.
fn fields(vocabulary: &Vocabulary, names: &[Name]) -> Vec<Option<&'static str>> {
    let mut fields = Vec::with_capacity(names.len());
    for of_concept in names.chunk_by(|a, b| a.concept == b.concept) {
        let concept = vocabulary.get(of_concept[0].concept);
        let aliases = concept.aliases.iter().map(|alias| alias.text.as_str());
        let labels = concept.label.iter().map(|(_, label)| label);
        let mut written: HashMap<&str, &'static str> = HashMap::new();
        let labels = labels.map(|text| (text, "label"));
        written.extend(labels.chain(aliases.map(|text| (text, "aliases"))));
        let of_names = of_concept.iter();
        fields.extend(of_names.map(|name| written.get(name.text.as_str()).copied()));
    }
    fields
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
