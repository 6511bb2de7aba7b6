//! `bookgraph.timeline/1`.

use super::print;
use super::schema::JsonAnswer;
use super::shapes::{ConceptShape, pages};
use crate::analyse::{Course, Strand};
use crate::model::EntryId;
use crate::render::timeline::Timeline;
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Serialize, JsonSchema)]
pub(super) struct TimelineShape {
    schema: &'static str,
    entries: usize,
    concepts: Vec<ConceptTimelineShape>,
}

#[derive(Serialize, JsonSchema)]
struct ConceptTimelineShape {
    concept: ConceptShape,
    books: Vec<StrandShape>,
}

#[derive(Serialize, JsonSchema)]
struct StrandShape {
    book: String,
    read: usize,
    mentions: u32,
    course: &'static str,
    points: Vec<PointShape>,
    silences: Vec<SilenceShape>,
    bursts: Vec<BurstShape>,
    first_sentence: Option<String>,
    last_sentence: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct PointShape {
    entry: String,
    date: Option<String>,
    day: Option<u32>,
    pages: Option<[u32; 2]>,
    mentions: u32,
    in_passing: bool,
    through: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
struct SilenceShape {
    after: String,
    before: String,
    entries: usize,
    days: Option<u32>,
    pages: Option<u32>,
}

#[derive(Serialize, JsonSchema)]
struct BurstShape {
    first: String,
    last: String,
    sentences: u32,
    weight: f64,
}

impl JsonAnswer for TimelineShape {
    const SCHEMA: &'static str = "bookgraph.timeline/1";
}

/// Concepts along the reading.
pub fn timeline(timeline: &Timeline<'_>) -> String {
    let concepts = timeline.concepts().map(|strands| ConceptTimelineShape {
        concept: ConceptShape::new(timeline.library, timeline.words, strands[0].family.concept),
        books: strands.iter().map(|it| strand(timeline, it)).collect(),
    });
    print(&TimelineShape {
        schema: TimelineShape::SCHEMA,
        entries: timeline.entries.len(),
        concepts: concepts.collect(),
    })
}

fn strand(timeline: &Timeline<'_>, strand: &Strand) -> StrandShape {
    let library = timeline.library;
    let id = |entry: EntryId| library.qualified_id(entry);
    let concept_id = |concept| library.vocabulary().get(concept).id.clone();
    let points = strand.points.iter().map(|point| {
        let entry = library.entry(point.entry);
        PointShape {
            entry: id(point.entry),
            date: entry.date.map(|date| date.to_string()),
            day: entry.day,
            pages: entry.pages.map(pages),
            mentions: point.mentions,
            in_passing: point.passing,
            through: point.through.iter().map(|&it| concept_id(it)).collect(),
        }
    });
    let silences = strand.silences.iter().map(|silence| SilenceShape {
        after: id(silence.after),
        before: id(silence.before),
        entries: silence.entries,
        days: silence.days,
        pages: silence.pages,
    });
    let bursts = strand.bursts.iter().map(|burst| BurstShape {
        first: id(burst.first),
        last: id(burst.last),
        sentences: burst.sentences,
        weight: (burst.weight * 1000.0).round() / 1000.0,
    });
    let [first_sentence, last_sentence] = strand.ends().map(|entry| {
        let (range, _) = timeline.sentence(entry, &strand.family)?;
        Some(library.entry(entry).text[range].to_owned())
    });
    StrandShape {
        book: library.book(strand.book).id.clone(),
        read: strand.read,
        mentions: strand.mentions(),
        course: match strand.course {
            Course::Local => "local",
            Course::Thread => "thread",
            Course::Returning => "returning",
        },
        points: points.collect(),
        silences: silences.collect(),
        bursts: bursts.collect(),
        first_sentence,
        last_sentence,
    }
}
