//! `bookgraph.tag-why/1`.

use super::print;
use super::schema::JsonAnswer;
use super::shapes::{ConceptShape, EntryShape, rounded};
use super::verdict::{GroundsShape, feature, verdict};
use crate::map::Words;
use crate::model::{EntryId, Library};
use crate::place::Placement;
use crate::query::{Place, WeighedTag, WhyEntry};
use crate::tag::{Field, Salience};
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Serialize, JsonSchema)]
pub(super) struct WhyShape {
    schema: &'static str,
    count: usize,
    entries: Vec<WhyEntryShape>,
}

#[derive(Serialize, JsonSchema)]
struct WhyEntryShape {
    entry: EntryShape,
    places: Vec<PlaceShape>,
    tags: Vec<WeighedShape>,
}

#[derive(Serialize, JsonSchema)]
struct PlaceShape {
    concept: ConceptShape,
    name: String,
    field: &'static str,
    written: String,
    passage: String,
    /// In characters of the passage.
    highlight: [usize; 2],
    counts_for: &'static str,
    reason: Option<&'static str>,
    because_of: Option<String>,
    grounds: Option<GroundsShape>,
}

#[derive(Serialize, JsonSchema)]
struct WeighedShape {
    concept: ConceptShape,
    origin: &'static str,
    mentions: u32,
    salience: f64,
    in_passing: bool,
    /// Word for word in the text, given by the reader, or of a salience of 0.5 and
    /// more.
    sure: bool,
    /// The text has a name as the vocabulary writes it, as words of their own.
    verbatim: bool,
    salience_of_text: Option<f64>,
    base: f64,
    terms: Vec<TermShape>,
}

#[derive(Serialize, JsonSchema)]
struct TermShape {
    feature: &'static str,
    weight: f64,
}

impl JsonAnswer for WhyShape {
    const SCHEMA: &'static str = "bookgraph.tag-why/1";
}

/// Why entries are tagged with what they are, and why not.
pub fn why(library: &Library, placement: &Placement, entries: &[WhyEntry], words: Words) -> String {
    let shape = |why: &WhyEntry| WhyEntryShape {
        entry: EntryShape::new(library, placement, why.entry),
        places: why
            .places
            .iter()
            .map(|place| place_shape(library, why.entry, place, words))
            .collect(),
        tags: why
            .tags
            .iter()
            .map(|tag| weighed_shape(library, words, tag))
            .collect(),
    };
    print(&WhyShape {
        schema: WhyShape::SCHEMA,
        count: entries.len(),
        entries: entries.iter().map(shape).collect(),
    })
}

fn place_shape(library: &Library, entry: EntryId, place: &Place, words: Words) -> PlaceShape {
    let text = place.text(library, entry);
    let start = place.context.start;
    let characters = |end: usize| text[start..end].chars().count();
    let said = verdict(&place.verdict);
    PlaceShape {
        concept: ConceptShape::new(library, words, place.concept),
        name: place.name.clone(),
        field: match place.field {
            Field::Title => "title",
            Field::Text => "text",
        },
        written: text[place.span.clone()].to_owned(),
        passage: text[place.context.clone()].to_owned(),
        highlight: [characters(place.span.start), characters(place.span.end)],
        counts_for: said.counts_for,
        reason: said.reason,
        because_of: said.because_of,
        grounds: said.grounds,
    }
}

fn weighed_shape(library: &Library, words: Words, tag: &WeighedTag) -> WeighedShape {
    let terms = tag.terms.iter().map(|&(name, weight)| TermShape {
        feature: feature(name),
        weight: rounded(weight),
    });
    WeighedShape {
        concept: ConceptShape::new(library, words, tag.tag.concept),
        origin: tag.tag.origin.name(),
        mentions: tag.tag.mentions,
        salience: rounded(tag.tag.salience),
        in_passing: tag.tag.is_passing(),
        sure: tag.tag.sure,
        verbatim: tag.salience.evidence.verbatim,
        salience_of_text: tag.of_text().map(rounded),
        base: rounded(Salience::BASE),
        terms: terms.collect(),
    }
}
