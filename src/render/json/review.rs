//! `bookgraph.review/1`.

use super::print;
use super::schema::JsonAnswer;
use super::shapes::{ConceptShape, EntryShape, hundredths};
use crate::analyse::{Review, ToReview};
use crate::model::EntryId;
use crate::render::AnswerSource;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Serialize, JsonSchema)]
pub(super) struct ReviewShape {
    schema: &'static str,
    date: String,
    read_last: Vec<EntryShape>,
    of: usize,
    count: usize,
    entries: Vec<ToReviewShape>,
}

impl JsonAnswer for ReviewShape {
    const SCHEMA: &'static str = "bookgraph.review/1";
}

#[derive(Serialize, JsonSchema)]
struct ToReviewShape {
    entry: EntryShape,
    score: f64,
    connection: f64,
    connected_with: Option<EntryShape>,
    shared: Vec<ConceptShape>,
    days: Option<i64>,
    interval: Option<i64>,
    due: f64,
}

/// What to read again on a day.
pub fn review(source: &AnswerSource<'_>, today: Date, review: &Review) -> String {
    let entry = |id: EntryId| EntryShape::new(source.library, source.placement, id);
    let shape = |to_review: &ToReview| {
        let through = to_review.through.as_ref();
        let shared = through.map_or(&[][..], |(_, shared)| shared);
        ToReviewShape {
            entry: entry(to_review.entry),
            score: hundredths(to_review.score),
            connection: hundredths(to_review.connection),
            connected_with: through.map(|(read, _)| entry(*read)),
            shared: shared
                .iter()
                .map(|&id| ConceptShape::new(source.library, source.words, id))
                .collect(),
            days: to_review.days,
            interval: to_review.interval,
            due: hundredths(to_review.due),
        }
    };
    print(&ReviewShape {
        schema: ReviewShape::SCHEMA,
        date: today.to_string(),
        read_last: review.last.iter().map(|&id| entry(id)).collect(),
        of: review.of,
        count: review.entries.len(),
        entries: review.entries.iter().map(shape).collect(),
    })
}
