//! A row for each entry about a concept, for spreadsheets.

use super::Timeline;
use crate::render::csv::table;
use std::borrow::Cow;

const HEADS: [&str; 11] = [
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
    "through",
];

/// The timeline as CSV.
pub fn csv(timeline: &Timeline<'_>) -> String {
    let library = timeline.library;
    let concept_id = |concept| library.vocabulary().get(concept).id.clone();
    let rows = timeline.strands.iter().flat_map(|strand| {
        strand.points.iter().map(|point| {
            let entry = library.brief(point.entry);
            let through = point.through.iter().map(|&narrower| concept_id(narrower));
            let known = |it: Option<u32>| it.map(|it| it.to_string()).unwrap_or_default();
            [
                concept_id(strand.family.concept),
                timeline.label(strand.family.concept).to_owned(),
                library.book(strand.book).id.clone(),
                entry.id.to_owned(),
                entry.date.map(|date| date.to_string()).unwrap_or_default(),
                known(entry.day),
                known(entry.pages.map(|pages| pages.first)),
                known(entry.pages.map(|pages| pages.last)),
                point.mentions.to_string(),
                if point.passing { "yes" } else { "no" }.to_owned(),
                through.collect::<Vec<_>>().join(" "),
            ]
            .map(Cow::Owned)
        })
    });
    table(&HEADS, rows)
}
