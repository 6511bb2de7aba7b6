//! `bookgraph.find/1` and `bookgraph.found/1`.

use super::met::{MetShape, MissedShape};
use super::schema::JsonAnswer;
use super::shapes::{ConceptShape, EntryShape, rounded};
use super::{line, print};
use crate::query::{FoundEntry, FoundTag, Kin, Passage, explain};
use crate::render::{Finding, FoundAll};
use schemars::JsonSchema;
use serde::Serialize;
use std::ops::Range;

#[derive(Serialize, JsonSchema)]
pub(super) struct FindShape {
    schema: &'static str,
    /// The query in its plainest form.
    query: String,
    asked: Vec<AskedShape>,
    /// How many entries there are; `limit` may leave some out.
    count: usize,
    entries: Vec<FoundShape>,
    /// What else these entries are about, the closest first.
    together: Vec<TogetherShape>,
    /// Entries that come close, with `--explain`.
    near: Vec<MissedShape>,
    near_count: usize,
}

/// A line of `--format jsonl`.
#[derive(Serialize, JsonSchema)]
pub(super) struct FoundLine {
    schema: &'static str,
    found: FoundShape,
}

#[derive(Serialize, JsonSchema)]
struct AskedShape {
    name: String,
    concepts: Vec<ConceptShape>,
}

#[derive(Serialize, JsonSchema)]
struct FoundShape {
    entry: EntryShape,
    /// It names what it was found for only in passing.
    in_passing: bool,
    tags: Vec<TagShape>,
    passages: Vec<FoundPassage>,
    /// What else the entry is about, the most salient first.
    besides: Vec<ConceptShape>,
    /// What meets each part of the query, with `--explain`.
    met: Vec<MetShape>,
}

#[derive(Serialize, JsonSchema)]
struct TagShape {
    concept: ConceptShape,
    narrower_than: Option<String>,
    broader_than: Option<String>,
    origin: &'static str,
    mentions: u32,
    /// From 0 to 1, with three digits.
    salience: f64,
    in_passing: bool,
    /// Word for word in the text, given by the reader, or of a salience of 0.5 and
    /// more.
    sure: bool,
    /// The names of the concept that the entry uses.
    names: Vec<NameShape>,
}

#[derive(Serialize, JsonSchema)]
struct NameShape {
    name: String,
    mentions: u32,
}

/// Highlights are in characters of the sentence, not bytes.
#[derive(Serialize, JsonSchema)]
pub(super) struct PassageShape {
    sentence: String,
    highlights: Vec<[usize; 2]>,
}

/// The same with the sentences around it.
#[derive(Serialize, JsonSchema)]
struct FoundPassage {
    sentence: String,
    highlights: Vec<[usize; 2]>,
    /// The sentences before it, with `--context`.
    before: Vec<String>,
    /// The sentences after it, with `--context`.
    after: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
struct TogetherShape {
    concept: ConceptShape,
    entries: u32,
    /// The cosine of the two sets of entries, from 0 to 1, with three digits.
    strength: f64,
}

impl JsonAnswer for FindShape {
    const SCHEMA: &'static str = "bookgraph.find/1";
}

impl JsonAnswer for FoundLine {
    const SCHEMA: &'static str = "bookgraph.found/1";
}

/// The entries that were found.
pub fn find(finding: Finding<'_>, found: FoundAll<'_>) -> String {
    let (library, words) = (finding.corpus.library, finding.words);
    let concept = |id| ConceptShape::new(library, words, id);
    let asked = finding.condition().terms().into_iter();
    let together = found.together.iter();
    let missed = found.near.iter().flat_map(|near| &near.shown);
    print(&FindShape {
        schema: FindShape::SCHEMA,
        query: finding.query.to_owned(),
        asked: asked
            .map(|term| AskedShape {
                name: term.name.clone(),
                concepts: term.asked.iter().copied().map(concept).collect(),
            })
            .collect(),
        count: found.count,
        entries: found
            .entries
            .iter()
            .map(|entry| found_shape(finding, entry))
            .collect(),
        together: together
            .map(|one| TogetherShape {
                concept: concept(one.concept),
                entries: one.entries,
                strength: rounded(one.strength as f32),
            })
            .collect(),
        near: missed
            .map(|missed| MissedShape::new(finding, missed))
            .collect(),
        near_count: found.near.map_or(0, |near| near.total),
    })
}

/// One entry that was found, on one line.
pub fn found(finding: Finding<'_>, found: &FoundEntry) -> String {
    line(&FoundLine {
        schema: FoundLine::SCHEMA,
        found: found_shape(finding, found),
    })
}

fn found_shape(finding: Finding<'_>, found: &FoundEntry) -> FoundShape {
    let (corpus, words) = (finding.corpus, finding.words);
    let text = &corpus.library.entry(found.entry).text;
    let met = match finding.explain {
        true => explain(corpus, finding.condition(), found.entry),
        false => Vec::new(),
    };
    FoundShape {
        entry: EntryShape::new(corpus.library, corpus.placement, found.entry),
        in_passing: found.in_passing,
        tags: found
            .tags
            .iter()
            .map(|tag| tag_shape(finding, tag))
            .collect(),
        passages: found
            .passages
            .iter()
            .map(|passage| found_passage(text, passage))
            .collect(),
        besides: found
            .besides
            .iter()
            .map(|&id| ConceptShape::new(corpus.library, words, id))
            .collect(),
        met: met.iter().map(|met| MetShape::new(finding, met)).collect(),
    }
}

fn tag_shape(finding: Finding<'_>, tag: &FoundTag) -> TagShape {
    let library = finding.corpus.library;
    let id = |concept| Some(library.vocabulary().get(concept).id.clone());
    let (narrower_than, broader_than) = match tag.kin {
        Kin::Narrower(asked) => (id(asked), None),
        Kin::Broader(asked) => (None, id(asked)),
        Kin::Itself | Kin::Group => (None, None),
    };
    TagShape {
        concept: ConceptShape::new(library, finding.words, tag.concept),
        narrower_than,
        broader_than,
        origin: tag.origin.name(),
        mentions: tag.mentions,
        salience: rounded(tag.salience),
        in_passing: tag.is_passing(),
        sure: tag.sure,
        names: tag
            .names
            .iter()
            .map(|(name, mentions)| NameShape {
                name: name.clone(),
                mentions: *mentions,
            })
            .collect(),
    }
}

fn found_passage(text: &str, passage: &Passage) -> FoundPassage {
    let sentences = |ranges: &[Range<usize>]| -> Vec<String> {
        let sentences = ranges.iter().map(|range| text[range.clone()].to_owned());
        sentences.collect()
    };
    let PassageShape {
        sentence,
        highlights,
    } = passage_shape(text, passage);
    FoundPassage {
        sentence,
        highlights,
        before: sentences(&passage.before),
        after: sentences(&passage.after),
    }
}

/// A sentence with what was looked for in it.
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
