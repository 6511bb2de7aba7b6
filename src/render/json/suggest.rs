//! `bookgraph.suggest/1`.

use super::print;
use super::schema::JsonAnswer;
use super::shapes::{ConceptShape, rounded};
use crate::mine::{Example, Like, Reason, Suggestion};
use crate::render::Suggested;
use crate::tag::Field;
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Serialize, JsonSchema)]
pub(super) struct SuggestShape {
    schema: &'static str,
    count: usize,
    total: usize,
    suggestions: Vec<SuggestionShape>,
}

#[derive(Serialize, JsonSchema)]
struct SuggestionShape {
    name: String,
    score: f64,
    occurrences: u32,
    entries: Vec<String>,
    in_titles: u32,
    quoted: bool,
    acronym: bool,
    glossed: bool,
    particles: Vec<String>,
    like: Option<LikeShape>,
    examples: Vec<ExampleShape>,
}

#[derive(Serialize, JsonSchema)]
struct LikeShape {
    concept: ConceptShape,
    name: String,
    reason: &'static str,
    similarity: Option<f64>,
    times: Option<u32>,
}

/// The highlight is in characters of the passage, not bytes.
#[derive(Serialize, JsonSchema)]
struct ExampleShape {
    entry: String,
    field: &'static str,
    passage: String,
    highlight: [usize; 2],
}

impl JsonAnswer for SuggestShape {
    const SCHEMA: &'static str = "bookgraph.suggest/1";
}

/// Suggestions of new concepts.
pub fn suggestions(suggested: Suggested<'_>) -> String {
    let shape = |suggestion: &Suggestion| SuggestionShape {
        name: suggestion.name.clone(),
        score: rounded(suggestion.score.total as f32),
        occurrences: suggestion.occurrences,
        entries: suggestion
            .entries
            .iter()
            .map(|&entry| suggested.library.qualified_id(entry))
            .collect(),
        in_titles: suggestion.titles,
        quoted: suggestion.quoted,
        acronym: suggestion.acronym,
        glossed: suggestion.glossed,
        particles: suggestion.particles.clone(),
        like: suggestion
            .like
            .as_ref()
            .map(|like| like_shape(suggested, like)),
        examples: suggestion
            .examples
            .iter()
            .map(|example| example_shape(suggested, example))
            .collect(),
    };
    print(&SuggestShape {
        schema: SuggestShape::SCHEMA,
        count: suggested.list.len(),
        total: suggested.total,
        suggestions: suggested.list.iter().map(shape).collect(),
    })
}

fn like_shape(suggested: Suggested<'_>, like: &Like) -> LikeShape {
    let (reason, similarity, times) = match like.reason {
        Reason::Spelling(alike) => ("spelling", Some(rounded(alike as f32)), None),
        Reason::Parenthesis(times) => ("parenthesis", None, Some(times)),
    };
    LikeShape {
        concept: ConceptShape::new(suggested.library, suggested.words, like.concept),
        name: suggested.known(like).to_owned(),
        reason,
        similarity,
        times,
    }
}

fn example_shape(suggested: Suggested<'_>, example: &Example) -> ExampleShape {
    let (source, range) = suggested.passage(example);
    let characters = |end: usize| source[range.start..end].chars().count();
    ExampleShape {
        entry: suggested.library.qualified_id(example.entry),
        field: match example.field {
            Field::Title => "title",
            Field::Text => "text",
        },
        passage: source[range.clone()].to_owned(),
        highlight: [characters(example.span.start), characters(example.span.end)],
    }
}
