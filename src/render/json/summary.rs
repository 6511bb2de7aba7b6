//! `bookgraph.summary/1`.

use super::print;
use super::schema::JsonAnswer;
use super::shapes::{ConceptShape, EntryShape, bound, localized, pages};
use crate::map::Words;
use crate::model::{BookId, Library};
use crate::place::{Placement, Reference};
use crate::summary::{ChapterSummary, ConceptCount, gist};
use crate::tag::Tagging;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize, JsonSchema)]
pub(super) struct SummaryShape {
    schema: &'static str,
    books: Vec<BookShape>,
}

#[derive(Serialize, JsonSchema)]
struct BookShape {
    book: String,
    title: BTreeMap<String, String>,
    chapters: Vec<ChapterShape>,
}

#[derive(Serialize, JsonSchema)]
struct ChapterShape {
    chapter: Option<String>,
    number: Option<u32>,
    title: BTreeMap<String, String>,
    starts: [Option<u32>; 2],
    ends: [Option<u32>; 2],
    pages: Vec<[u32; 2]>,
    pages_covered: u32,
    gaps: Vec<[u32; 2]>,
    first_date: Option<String>,
    last_date: Option<String>,
    entries: Vec<GistShape>,
    new: Vec<CountShape>,
    recurring: Vec<CountShape>,
    references_out: Vec<ReferenceShape>,
    references_in: Vec<ReferenceShape>,
}

#[derive(Serialize, JsonSchema)]
struct GistShape {
    entry: EntryShape,
    gist: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct CountShape {
    concept: ConceptShape,
    count: u32,
    in_passing: bool,
    first_entry: String,
}

#[derive(Serialize, JsonSchema)]
struct ReferenceShape {
    entry: String,
    chapter: String,
    words: String,
}

impl JsonAnswer for SummaryShape {
    const SCHEMA: &'static str = "bookgraph.summary/1";
}

/// The summaries of books.
pub fn summary(
    library: &Library,
    tagging: &Tagging,
    placement: &Placement,
    books: &[(BookId, Vec<ChapterSummary>)],
    words: Words,
) -> String {
    let shape = |summary: &ChapterSummary| {
        let chapter = summary.chapter.map(|id| library.chapter(id));
        let references = |references: &[Reference]| {
            references
                .iter()
                .map(|reference| reference_shape(library, reference))
                .collect()
        };
        let counts = |counts: &[ConceptCount]| {
            counts
                .iter()
                .map(|count| count_shape(library, words, count))
                .collect()
        };
        ChapterShape {
            chapter: chapter.map(|chapter| chapter.id.clone()),
            number: chapter.and_then(|chapter| chapter.number),
            title: chapter
                .map(|chapter| localized(&chapter.title))
                .unwrap_or_default(),
            starts: chapter.map_or([None; 2], |chapter| bound(chapter.starts)),
            ends: chapter.map_or([None; 2], |chapter| bound(chapter.ends)),
            pages: summary.pages.iter().copied().map(pages).collect(),
            pages_covered: summary.pages_covered(),
            gaps: summary.gaps.iter().copied().map(pages).collect(),
            first_date: summary.dates.map(|(first, _)| first.to_string()),
            last_date: summary.dates.map(|(_, last)| last.to_string()),
            entries: summary
                .entries
                .iter()
                .map(|&entry| GistShape {
                    entry: EntryShape::new(library, placement, entry),
                    gist: gist(library, tagging, entry, words.language()).map(str::to_owned),
                })
                .collect(),
            new: counts(&summary.new),
            recurring: counts(&summary.recurring),
            references_out: references(&summary.references_out),
            references_in: references(&summary.references_in),
        }
    };
    let books = books.iter().map(|(book, chapters)| BookShape {
        book: library.book(*book).id.clone(),
        title: localized(&library.book(*book).title),
        chapters: chapters.iter().map(shape).collect(),
    });
    print(&SummaryShape {
        schema: SummaryShape::SCHEMA,
        books: books.collect(),
    })
}

fn count_shape(library: &Library, words: Words, count: &ConceptCount) -> CountShape {
    CountShape {
        concept: ConceptShape::new(library, words, count.concept),
        count: count.count,
        in_passing: count.in_passing,
        first_entry: library.entry(count.first).id.clone(),
    }
}

fn reference_shape(library: &Library, reference: &Reference) -> ReferenceShape {
    let entry = library.entry(reference.entry);
    ReferenceShape {
        entry: entry.id.clone(),
        chapter: library.chapter(reference.chapter).id.clone(),
        words: entry.text[reference.span.clone()].to_owned(),
    }
}
