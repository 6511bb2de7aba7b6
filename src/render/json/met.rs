//! Why entries are in the answer to `find`, and why others are not.

use super::shapes::{ConceptShape, EntryShape};
use super::verdict::verdict;
use crate::query::{Met, MetBy, Missed};
use crate::render::{Finding, phrases};
use schemars::JsonSchema;
use serde::Serialize;

/// A part of the query, and what meets it.
#[derive(Serialize, JsonSchema)]
pub(super) struct MetShape {
    /// The part of the query, in words.
    part: String,
    /// What meets it: tags, words, fact, sentences or nothing.
    by: &'static str,
    /// For `tags`: the concepts.
    concepts: Vec<ConceptShape>,
    /// For `words`: how often they are said.
    times: Option<usize>,
    /// For `sentences`: how many of them lie between the two, 0 in one sentence.
    apart: Option<u32>,
}

/// An entry that comes close.
#[derive(Serialize, JsonSchema)]
pub(super) struct MissedShape {
    entry: EntryShape,
    /// The only part of the query that it does not meet, in words.
    lacks: String,
    /// Where that part is nearness and both are named: how many sentences apart they
    /// stand where they are nearest, 0 in one sentence.
    apart: Option<u32>,
    places: Vec<PlaceShape>,
}

/// A place that reads like what is lacking.
#[derive(Serialize, JsonSchema)]
struct PlaceShape {
    concept: ConceptShape,
    name: String,
    written: String,
    counts_for: &'static str,
    reason: Option<&'static str>,
    because_of: Option<String>,
    sentence: String,
}

impl MetShape {
    pub(super) fn new(finding: Finding<'_>, met: &Met<'_>) -> Self {
        let (library, words) = (finding.corpus.library, finding.words);
        let by = match &met.by {
            MetBy::Tags(_) => "tags",
            MetBy::Words(_) => "words",
            MetBy::Fact => "fact",
            MetBy::Sentences(_) => "sentences",
            MetBy::Nothing => "nothing",
        };
        let concepts = match &met.by {
            MetBy::Tags(concepts) => concepts.as_slice(),
            _ => &[],
        };
        let concepts = concepts.iter();
        Self {
            part: phrases::told(library, words, met.condition),
            by,
            concepts: concepts
                .map(|&id| ConceptShape::new(library, words, id))
                .collect(),
            times: match met.by {
                MetBy::Words(times) => Some(times),
                _ => None,
            },
            apart: match met.by {
                MetBy::Sentences(apart) => Some(apart),
                _ => None,
            },
        }
    }
}

impl MissedShape {
    pub(super) fn new(finding: Finding<'_>, missed: &Missed<'_>) -> Self {
        let (corpus, words) = (finding.corpus, finding.words);
        let places = missed.places.iter().map(|place| {
            let text = place.text(corpus.library, missed.entry);
            let verdict = verdict(&place.verdict);
            PlaceShape {
                concept: ConceptShape::new(corpus.library, words, place.concept),
                name: place.name.clone(),
                written: text[place.span.clone()].to_owned(),
                counts_for: verdict.counts_for,
                reason: verdict.reason,
                because_of: verdict.because_of,
                sentence: text[place.sentence.clone()].to_owned(),
            }
        });
        Self {
            entry: EntryShape::new(corpus.library, corpus.placement, missed.entry),
            lacks: phrases::told(corpus.library, words, missed.lacks),
            apart: missed.nearest,
            places: places.collect(),
        }
    }
}
