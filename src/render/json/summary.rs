//! `bookgraph.summary/1`.

use super::print;
use super::quote::{KeyShape, QuestionShape, QuoteShape};
use super::schema::JsonAnswer;
use super::shapes::{ConceptShape, EntryShape, bound, localized, pages, rounded, thousandths};
use crate::map::Words;
use crate::model::{Library, PageRange};
use crate::place::{Placement, Reference};
use crate::render::digest::BookSummary;
use crate::summary::{ChapterSummary, ConceptCount, Length, NearChapter, Telling, gist};
use crate::tag::Tagging;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize, JsonSchema)]
pub(super) struct SummaryShape {
    schema: &'static str,
    length: &'static str,
    books: Vec<BookShape>,
}

#[derive(Serialize, JsonSchema)]
struct BookShape {
    book: String,
    title: BTreeMap<String, String>,
    chapters: Vec<ChapterShape>,
    without_notes: Vec<String>,
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
    chapter_pages: [Option<u32>; 2],
    share_covered: Option<[f64; 2]>,
    gaps: Vec<[u32; 2]>,
    first_date: Option<String>,
    last_date: Option<String>,
    entries: Vec<GistShape>,
    cut_off: Vec<String>,
    thesis: Vec<QuoteShape>,
    key_sentences: Vec<KeyShape>,
    reflections: Vec<QuoteShape>,
    questions: Vec<QuestionShape>,
    new: Vec<CountShape>,
    recurring: Vec<CountShape>,
    references_out: Vec<ReferenceShape>,
    references_in: Vec<ReferenceShape>,
    near: Vec<NearShape>,
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

#[derive(Serialize, JsonSchema)]
struct NearShape {
    chapter: String,
    likeness: f64,
    shared: Vec<ConceptShape>,
}

impl JsonAnswer for SummaryShape {
    const SCHEMA: &'static str = "bookgraph.summary/1";
}

/// The summaries of books.
pub fn summary(
    library: &Library,
    tagging: &Tagging,
    placement: &Placement,
    books: &[BookSummary],
    length: Length,
    words: Words,
) -> String {
    let shaper = Shaper {
        library,
        tagging,
        placement,
        words,
    };
    let books = books.iter().map(|book| BookShape {
        book: library.book(book.book).id.clone(),
        title: localized(&library.book(book.book).title),
        chapters: book
            .chapters
            .iter()
            .map(|(summary, telling)| shaper.chapter(summary, telling))
            .collect(),
        without_notes: book
            .without_notes
            .iter()
            .map(|&chapter| library.chapter(chapter).id.clone())
            .collect(),
    });
    print(&SummaryShape {
        schema: SummaryShape::SCHEMA,
        length: super::quote::length(length),
        books: books.collect(),
    })
}

struct Shaper<'a> {
    library: &'a Library,
    tagging: &'a Tagging,
    placement: &'a Placement,
    words: Words,
}

impl Shaper<'_> {
    fn chapter(&self, summary: &ChapterSummary, telling: &Telling) -> ChapterShape {
        let library = self.library;
        let chapter = summary.chapter.map(|id| library.chapter(id));
        let coverage = summary.coverage.as_ref();
        let share = |ends: [f64; 2]| ends.map(thousandths);
        let quotes = |quotes: &[_]| QuoteShape::all(library, quotes);
        ChapterShape {
            chapter: chapter.map(|chapter| chapter.id.clone()),
            number: chapter.and_then(|chapter| chapter.number),
            title: chapter
                .map(|chapter| localized(&chapter.title))
                .unwrap_or_default(),
            starts: coverage.map_or([None; 2], |it| bound(it.extent.starts)),
            ends: coverage.map_or([None; 2], |it| bound(it.extent.ends)),
            pages: ranges(&summary.pages),
            pages_covered: summary.pages_covered(),
            chapter_pages: coverage.map_or([None; 2], |it| it.length),
            share_covered: coverage.and_then(|it| it.share).map(share),
            gaps: coverage.map_or_else(Vec::new, |it| ranges(&it.missing)),
            first_date: summary.dates.map(|(first, _)| first.to_string()),
            last_date: summary.dates.map(|(_, last)| last.to_string()),
            entries: summary.entries.iter().map(|&id| self.gist(id)).collect(),
            cut_off: summary
                .cut_off(library)
                .map(|entry| library.brief(entry).id.to_owned())
                .collect(),
            thesis: quotes(&telling.thesis),
            key_sentences: telling
                .key
                .iter()
                .map(|key| KeyShape::new(library, key))
                .collect(),
            reflections: quotes(&telling.reflections),
            questions: telling
                .questions
                .iter()
                .map(|asked| QuestionShape::new(library, asked))
                .collect(),
            new: self.counts(&summary.new),
            recurring: self.counts(&summary.recurring),
            references_out: self.references(&summary.references_out),
            references_in: self.references(&summary.references_in),
            near: summary.near.iter().map(|near| self.near(near)).collect(),
        }
    }

    fn gist(&self, entry: crate::model::EntryId) -> GistShape {
        let gist = gist(self.library, self.tagging, entry, self.words.language());
        GistShape {
            entry: EntryShape::new(self.library, self.placement, entry),
            gist: gist.map(str::to_owned),
        }
    }

    fn counts(&self, counts: &[ConceptCount]) -> Vec<CountShape> {
        let shape = |count: &ConceptCount| CountShape {
            concept: ConceptShape::new(self.library, self.words, count.concept),
            count: count.count,
            in_passing: count.in_passing,
            first_entry: self.library.brief(count.first).id.to_owned(),
        };
        counts.iter().map(shape).collect()
    }

    fn references(&self, references: &[Reference]) -> Vec<ReferenceShape> {
        let shape = |reference: &Reference| {
            let entry = self.library.entry(reference.entry);
            ReferenceShape {
                entry: entry.id.clone(),
                chapter: self.library.chapter(reference.chapter).id.clone(),
                words: entry.text[reference.span.clone()].to_owned(),
            }
        };
        references.iter().map(shape).collect()
    }

    fn near(&self, near: &NearChapter) -> NearShape {
        let shared = near.shared.iter();
        NearShape {
            chapter: self.library.chapter(near.chapter).id.clone(),
            likeness: rounded(near.likeness),
            shared: shared
                .map(|&concept| ConceptShape::new(self.library, self.words, concept))
                .collect(),
        }
    }
}

fn ranges(ranges: &[PageRange]) -> Vec<[u32; 2]> {
    ranges.iter().copied().map(pages).collect()
}
