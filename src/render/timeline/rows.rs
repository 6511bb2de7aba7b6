//! A row for each entry about a concept, for spreadsheets.

use super::Timeline;
use crate::render::csv::table;
use std::borrow::Cow;

const HEADS: [&str; 10] = [
    "concept",
    "label",
    "book",
    "entry",
    "date",
    "day",
    "first_page",
    "last_page",
    "mentions",
    "in_passing",
];

/// The timeline as CSV.
pub fn csv(timeline: &Timeline<'_>) -> String {
    let library = timeline.library;
    let rows = timeline.strands.iter().flat_map(|strand| {
        strand.points.iter().map(|point| {
            let entry = library.entry(point.entry);
            let known = |it: Option<u32>| it.map(|it| it.to_string()).unwrap_or_default();
            [
                library.vocabulary().get(strand.concept).id.clone(),
                timeline.label(strand.concept).to_owned(),
                library.book(strand.book).id.clone(),
                entry.id.clone(),
                entry.date.map(|date| date.to_string()).unwrap_or_default(),
                known(entry.day),
                known(entry.pages.map(|pages| pages.first)),
                known(entry.pages.map(|pages| pages.last)),
                point.mentions.to_string(),
                if point.passing { "yes" } else { "no" }.to_owned(),
            ]
            .map(Cow::Owned)
        })
    });
    table(&HEADS, rows)
}
