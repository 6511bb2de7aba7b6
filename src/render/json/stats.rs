//! `bookgraph.stats/1`.

use super::print;
use super::schema::JsonAnswer;
use super::shapes::{ConceptShape, bound, localized, pages, thousandths};
use crate::analyse::{BookCoverage, ChapterCoverage, DayOfReading, Pace, Standing, Stats};
use crate::graph::CoMention;
use crate::map::Words;
use crate::model::{ConceptId, EntryId, Library, PageRange};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize, JsonSchema)]
pub(super) struct StatsShape {
    schema: &'static str,
    entries: usize,
    books: Vec<BookShape>,
    days: Vec<DayShape>,
    pace: PaceShape,
    growth: GrowthShape,
    tags: TagsShape,
    concepts: Vec<StandingShape>,
    groups: Vec<Vec<ConceptShape>>,
    hubs: Vec<ConceptShape>,
    pairs: Vec<PairShape>,
}

#[derive(Serialize, JsonSchema)]
struct BookShape {
    book: String,
    title: BTreeMap<String, String>,
    entries: usize,
    noted: Vec<[u32; 2]>,
    noted_pages: u32,
    pages: Option<u32>,
    share: Option<f64>,
    without_pages: Vec<String>,
    without_chapter: Vec<String>,
    chapters: Vec<ChapterShape>,
}

#[derive(Serialize, JsonSchema)]
struct ChapterShape {
    chapter: String,
    number: Option<u32>,
    title: BTreeMap<String, String>,
    starts: [Option<u32>; 2],
    ends: [Option<u32>; 2],
    entries: Vec<String>,
    noted: [u32; 2],
    pages: [Option<u32>; 2],
    share: Option<[f64; 2]>,
    missing: Vec<[u32; 2]>,
}

#[derive(Serialize, JsonSchema)]
struct DayShape {
    date: String,
    entries: Vec<String>,
    pages: Vec<PagesShape>,
    page_count: u32,
    new_pages: u32,
    characters: usize,
    new_concepts: usize,
    concepts: usize,
}

#[derive(Serialize, JsonSchema)]
struct PagesShape {
    book: String,
    pages: Vec<[u32; 2]>,
}

#[derive(Serialize, JsonSchema)]
struct PaceShape {
    first_date: Option<String>,
    last_date: Option<String>,
    days: usize,
    calendar_days: u32,
    pages: u32,
    pages_per_day: Option<f64>,
    pages_per_calendar_day: Option<f64>,
    streaks: Vec<StreakShape>,
    pauses: Vec<PauseShape>,
    undated: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
struct StreakShape {
    first_date: String,
    last_date: String,
    days: u32,
}

#[derive(Serialize, JsonSchema)]
struct PauseShape {
    after: String,
    before: String,
    days: u32,
}

#[derive(Serialize, JsonSchema)]
struct GrowthShape {
    vocabulary: usize,
    used: usize,
    unseen: f64,
    once: Vec<ConceptShape>,
    new: Vec<NewShape>,
    chapters: Vec<NewInChapterShape>,
}

#[derive(Serialize, JsonSchema)]
struct NewShape {
    entry: String,
    concepts: Vec<ConceptShape>,
}

#[derive(Serialize, JsonSchema)]
struct NewInChapterShape {
    book: Option<String>,
    chapter: Option<String>,
    new: usize,
}

#[derive(Serialize, JsonSchema)]
struct TagsShape {
    count: usize,
    authored: usize,
    matched: usize,
    both: usize,
    in_passing: usize,
    mentions: usize,
    untagged: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
struct StandingShape {
    concept: ConceptShape,
    bridge: f64,
    participation: f64,
    pagerank: f64,
    mentions: u32,
    links: usize,
    group: Option<usize>,
    entries: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
struct PairShape {
    a: ConceptShape,
    b: ConceptShape,
    count: f64,
    expected: f64,
    weight: f64,
    entries: Vec<String>,
}

impl JsonAnswer for StatsShape {
    const SCHEMA: &'static str = "bookgraph.stats/1";
}

/// The figures; `concepts` and `pairs` are those to be listed, in order.
pub fn stats(
    library: &Library,
    stats: &Stats,
    concepts: &[&Standing],
    pairs: &[CoMention],
    words: Words,
) -> String {
    let shapes = Shapes { library, words };
    let origins = &stats.origins;
    let standings = &stats.standings;
    print(&StatsShape {
        schema: StatsShape::SCHEMA,
        entries: stats.entries.len(),
        books: stats.coverage.iter().map(|it| shapes.book(it)).collect(),
        days: stats.pace.days.iter().map(|it| shapes.day(it)).collect(),
        pace: shapes.pace(&stats.pace),
        growth: shapes.growth(stats),
        tags: TagsShape {
            count: origins.tags(),
            authored: origins.authored,
            matched: origins.matched,
            both: origins.both,
            in_passing: origins.passing,
            mentions: origins.mentions,
            untagged: shapes.entries(&origins.untagged),
        },
        concepts: concepts.iter().map(|it| shapes.standing(it)).collect(),
        groups: standings
            .groups
            .iter()
            .map(|it| shapes.concepts(it))
            .collect(),
        hubs: shapes.concepts(&standings.hubs),
        pairs: pairs.iter().map(|it| shapes.pair(it)).collect(),
    })
}

struct Shapes<'a> {
    library: &'a Library,
    words: Words,
}

impl Shapes<'_> {
    fn concept(&self, concept: ConceptId) -> ConceptShape {
        ConceptShape::new(self.library, self.words, concept)
    }

    fn concepts(&self, concepts: &[ConceptId]) -> Vec<ConceptShape> {
        concepts.iter().map(|&it| self.concept(it)).collect()
    }

    fn entries(&self, entries: &[EntryId]) -> Vec<String> {
        let ids = entries.iter().map(|&it| self.library.qualified_id(it));
        ids.collect()
    }

    fn book(&self, coverage: &BookCoverage) -> BookShape {
        let book = self.library.book(coverage.book);
        BookShape {
            book: book.id.clone(),
            title: localized(&book.title),
            entries: coverage.entries.len(),
            noted: ranges(coverage.noted.ranges()),
            noted_pages: coverage.inside,
            pages: coverage.pages,
            share: coverage.share().map(thousandths),
            without_pages: self.entries(&coverage.without_pages),
            without_chapter: self.entries(&coverage.without_chapter),
            chapters: coverage
                .chapters
                .iter()
                .map(|it| self.chapter(it))
                .collect(),
        }
    }

    fn chapter(&self, coverage: &ChapterCoverage) -> ChapterShape {
        let chapter = self.library.chapter(coverage.chapter);
        ChapterShape {
            chapter: chapter.id.clone(),
            number: chapter.number,
            title: localized(&chapter.title),
            starts: bound(coverage.extent.starts),
            ends: bound(coverage.extent.ends),
            entries: self.entries(&coverage.entries),
            noted: coverage.noted,
            pages: coverage.length,
            share: coverage.share.map(|ends| ends.map(thousandths)),
            missing: ranges(&coverage.missing),
        }
    }

    fn day(&self, day: &DayOfReading) -> DayShape {
        let pages = day.pages.iter().map(|of_book| PagesShape {
            book: self.library.book(of_book.book).id.clone(),
            pages: ranges(of_book.pages.ranges()),
        });
        DayShape {
            date: day.date.to_string(),
            entries: self.entries(&day.entries),
            pages: pages.collect(),
            page_count: day.page_count(),
            new_pages: day.new_page_count(),
            characters: day.characters,
            new_concepts: day.new_concepts,
            concepts: day.concepts,
        }
    }

    fn pace(&self, pace: &Pace) -> PaceShape {
        let span = pace.span();
        let (days, calendar) = (pace.days.len(), pace.calendar_days());
        let pages = pace.page_count();
        let per = |days: f64| (days > 0.0).then(|| thousandths(f64::from(pages) / days));
        let streaks = pace.streaks.iter().map(|streak| StreakShape {
            first_date: streak.first.to_string(),
            last_date: streak.last.to_string(),
            days: streak.days,
        });
        let pauses = pace.pauses.iter().map(|pause| PauseShape {
            after: pause.after.to_string(),
            before: pause.before.to_string(),
            days: pause.days,
        });
        PaceShape {
            first_date: span.map(|(first, _)| first.to_string()),
            last_date: span.map(|(_, last)| last.to_string()),
            days,
            calendar_days: calendar,
            pages,
            pages_per_day: per(days as f64),
            pages_per_calendar_day: per(f64::from(calendar)),
            streaks: streaks.collect(),
            pauses: pauses.collect(),
            undated: self.entries(&pace.undated),
        }
    }

    fn growth(&self, stats: &Stats) -> GrowthShape {
        let growth = &stats.growth;
        let new = growth.new.iter().map(|(entry, concepts)| NewShape {
            entry: self.library.qualified_id(*entry),
            concepts: self.concepts(concepts),
        });
        let chapters = growth
            .chapters
            .iter()
            .map(|&(chapter, new)| NewInChapterShape {
                book: chapter.map(|id| self.library.book(id.book).id.clone()),
                chapter: chapter.map(|id| self.library.chapter(id).id.clone()),
                new,
            });
        GrowthShape {
            vocabulary: growth.known,
            used: growth.used,
            unseen: thousandths(growth.unseen()),
            once: self.concepts(&growth.once),
            new: new.collect(),
            chapters: chapters.collect(),
        }
    }

    fn standing(&self, standing: &Standing) -> StandingShape {
        StandingShape {
            concept: self.concept(standing.concept),
            bridge: thousandths(standing.bridge),
            participation: thousandths(standing.participation),
            pagerank: thousandths(standing.rank),
            mentions: standing.mentions,
            links: standing.neighbours,
            group: standing.group.map(|group| group + 1),
            entries: self.entries(&standing.entries),
        }
    }

    fn pair(&self, pair: &CoMention) -> PairShape {
        let mut entries: Vec<EntryId> = pair.evidence.iter().map(|it| it.entry).collect();
        entries.dedup();
        PairShape {
            a: self.concept(pair.a),
            b: self.concept(pair.b),
            count: thousandths(f64::from(pair.count)),
            expected: thousandths(f64::from(pair.expected)),
            weight: thousandths(f64::from(pair.weight)),
            entries: self.entries(&entries),
        }
    }
}

fn ranges(ranges: &[PageRange]) -> Vec<[u32; 2]> {
    ranges.iter().copied().map(pages).collect()
}
