//! `bookgraph.similar/1`.

use super::print;
use super::schema::JsonAnswer;
use super::shapes::{ConceptShape, EntryShape, hundredths};
use crate::analyse::SimilarEntry;
use crate::model::EntryId;
use crate::render::AnswerSource;
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Serialize, JsonSchema)]
pub(super) struct SimilarShape {
    schema: &'static str,
    asked: EntryShape,
    count: usize,
    entries: Vec<SimilarEntryShape>,
}

impl JsonAnswer for SimilarShape {
    const SCHEMA: &'static str = "bookgraph.similar/1";
}

#[derive(Serialize, JsonSchema)]
struct SimilarEntryShape {
    entry: EntryShape,
    likeness: f64,
    by_concepts: f64,
    by_text: f64,
    nearly_the_same: bool,
    other_book: bool,
    shared: Vec<ConceptShape>,
    sentence: Option<String>,
    sentence_asked: Option<String>,
}

/// The entries most like one.
pub fn similar(source: &AnswerSource<'_>, asked: EntryId, found: &[SimilarEntry]) -> String {
    let book = source.library.book_of(asked);
    let shape = |similar: &SimilarEntry| {
        let sentence = |entry, side: usize| {
            let sentences = similar.sentences?;
            source.sentence(entry, sentences[side]).map(str::to_owned)
        };
        SimilarEntryShape {
            entry: EntryShape::new(source.library, source.placement, similar.entry),
            likeness: hundredths(similar.likeness),
            by_concepts: hundredths(similar.by_concepts),
            by_text: hundredths(similar.by_text),
            nearly_the_same: similar.is_copy,
            other_book: source.library.book_of(similar.entry) != book,
            shared: similar
                .shared
                .iter()
                .map(|&id| ConceptShape::new(source.library, source.words, id))
                .collect(),
            sentence: sentence(similar.entry, 1),
            sentence_asked: sentence(asked, 0),
        }
    };
    print(&SimilarShape {
        schema: SimilarShape::SCHEMA,
        asked: EntryShape::new(source.library, source.placement, asked),
        count: found.len(),
        entries: found.iter().map(shape).collect(),
    })
}
