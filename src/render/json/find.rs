//! `bookgraph.find/1`.

use super::print;
use super::schema::JsonAnswer;
use super::shapes::{ConceptShape, EntryShape, origin, rounded};
use crate::map::Words;
use crate::model::Library;
use crate::place::Placement;
use crate::query::{Answer, FoundEntry, Passage, Resolution};
use schemars::JsonSchema;
use serde::Serialize;
use std::ops::Range;

#[derive(Serialize, JsonSchema)]
pub(super) struct FindShape {
    schema: &'static str,
    asked: Vec<AskedShape>,
    count: usize,
    entries: Vec<FoundShape>,
}

#[derive(Serialize, JsonSchema)]
struct AskedShape {
    name: String,
    concepts: Vec<ConceptShape>,
}

#[derive(Serialize, JsonSchema)]
struct FoundShape {
    entry: EntryShape,
    tags: Vec<TagShape>,
    passages: Vec<PassageShape>,
}

#[derive(Serialize, JsonSchema)]
struct TagShape {
    concept: ConceptShape,
    narrower_than: Option<String>,
    origin: &'static str,
    mentions: u32,
    /// From 0 to 1, with three digits.
    salience: f64,
    in_passing: bool,
    /// Word for word in the text, given by the reader, or of a salience of 0.5 and
    /// more.
    sure: bool,
}

/// Highlights are in characters of the sentence, not bytes.
#[derive(Serialize, JsonSchema)]
pub(super) struct PassageShape {
    sentence: String,
    highlights: Vec<[usize; 2]>,
}

impl JsonAnswer for FindShape {
    const SCHEMA: &'static str = "bookgraph.find/1";
}

/// The entries that were found.
pub fn find(
    library: &Library,
    placement: &Placement,
    asked: &[Resolution],
    answer: &Answer,
    words: Words,
) -> String {
    print(&FindShape {
        schema: FindShape::SCHEMA,
        asked: asked
            .iter()
            .map(|name| AskedShape {
                name: name.name.clone(),
                concepts: name
                    .concepts
                    .iter()
                    .map(|&id| ConceptShape::new(library, words, id))
                    .collect(),
            })
            .collect(),
        count: answer.entries.len(),
        entries: answer
            .entries
            .iter()
            .map(|found| found_shape(library, placement, words, found))
            .collect(),
    })
}

fn found_shape(
    library: &Library,
    placement: &Placement,
    words: Words,
    found: &FoundEntry,
) -> FoundShape {
    let text = &library.entry(found.entry).text;
    FoundShape {
        entry: EntryShape::new(library, placement, found.entry),
        tags: found
            .tags
            .iter()
            .map(|tag| TagShape {
                concept: ConceptShape::new(library, words, tag.concept),
                narrower_than: tag
                    .narrower_than
                    .map(|id| library.vocabulary().get(id).id.clone()),
                origin: origin(tag.origin),
                mentions: tag.mentions,
                salience: rounded(tag.salience),
                in_passing: tag.is_passing(),
                sure: tag.sure,
            })
            .collect(),
        passages: found
            .passages
            .iter()
            .map(|passage| passage_shape(text, passage))
            .collect(),
    }
}

pub(super) fn passage_shape(text: &str, passage: &Passage) -> PassageShape {
    PassageShape {
        sentence: text[passage.sentence.clone()].to_owned(),
        highlights: in_characters(text, passage.sentence.start, &passage.highlights),
    }
}

/// Byte ranges of a text as characters from one of its bytes on.
pub(super) fn in_characters(text: &str, from: usize, ranges: &[Range<usize>]) -> Vec<[usize; 2]> {
    let characters = |end: usize| text[from..end].chars().count();
    let ranges = ranges.iter();
    ranges
        .map(|range| [characters(range.start), characters(range.end)])
        .collect()
}
