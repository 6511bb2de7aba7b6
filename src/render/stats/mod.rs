//! The figures about some entries, in sections.

mod concepts;
mod coverage;
mod days;
mod graph;
mod growth;
mod pairs;
mod rows;
mod section;
mod tags;

use super::document::{Document, Line};
use super::terminal::Table;
use crate::analyse::{Standing, Stats};
use crate::graph::BookGraph;
use crate::map::Words;
use crate::model::{ConceptId, EntryId, Library, PageSet};
use crate::text::width::shorten;
use section::Section;
use std::cmp::Ordering;

pub use rows::csv;

/// The parts that the figures come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Pages noted, by book and chapter.
    Coverage,
    /// The log of reading, day by day.
    Days,
    /// Concepts by bridge score, PageRank or count.
    Concepts,
    /// How the vocabulary grows.
    Growth,
    /// Concepts most often named together.
    Pairs,
    /// Who says what entries are about.
    Tags,
    /// Nodes and edges of the graph.
    Graph,
}

/// What concepts are put in order by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StandingOrder {
    /// How much they hold groups together.
    #[default]
    Bridge,
    /// PageRank.
    Rank,
    /// How often they are named.
    Mentions,
    /// On how many entries they are.
    Entries,
}

impl StandingOrder {
    /// Puts concepts in order, the highest figure first; of equal ones those of
    /// more weight.
    pub fn sort(self, concepts: &mut [&Standing]) {
        concepts.sort_by(|a, b| self.compare(b, a));
    }

    fn compare(self, a: &Standing, b: &Standing) -> Ordering {
        match self {
            Self::Bridge => a.bridge.total_cmp(&b.bridge),
            Self::Rank => a.rank.total_cmp(&b.rank),
            Self::Mentions => a.mentions.cmp(&b.mentions),
            Self::Entries => a.entries.len().cmp(&b.entries.len()),
        }
    }
}

/// What is shown, and how much of it.
#[derive(Clone, Debug)]
pub struct StatsOptions {
    /// The parts.
    pub parts: Vec<Part>,
    /// The order of concepts.
    pub order: StandingOrder,
    /// At most so many lines of a list; `None`: as many as are usual.
    pub limit: Option<usize>,
}

/// What the sections are made of.
struct Source<'a> {
    library: &'a Library,
    stats: &'a Stats,
    options: &'a StatsOptions,
    words: Words,
}

/// The sections asked for. `graph` is needed for the last part only.
pub fn report(
    library: &Library,
    stats: &Stats,
    graph: Option<&BookGraph>,
    options: &StatsOptions,
    words: Words,
) -> Document {
    let source = Source {
        library,
        stats,
        options,
        words,
    };
    let sections = options.parts.iter().flat_map(|part| match part {
        Part::Coverage => coverage::sections(&source),
        Part::Days => vec![days::section(&source)],
        Part::Concepts => vec![concepts::section(&source)],
        Part::Growth => vec![growth::section(&source)],
        Part::Pairs => vec![pairs::section(&source)],
        Part::Tags => vec![tags::section(&source)],
        Part::Graph => graph
            .map(|it| graph::section(&source, it))
            .into_iter()
            .collect(),
    });
    let mut document = Document::default();
    document.title(Line::plain(source.title()));
    sections.for_each(|section| section.add_to(&mut document));
    document
}

impl<'a> Source<'a> {
    /// `순서 파괴 · 기록 10편 · 2023-10-17 – 2023-10-26`.
    fn title(&self) -> String {
        let books: Vec<_> = self.stats.books().collect();
        let mut parts = vec![match books[..] {
            [book] => self
                .library
                .book(book)
                .title_in(self.words.language())
                .to_owned(),
            _ => self.words.books(books.len()),
        }];
        parts.push(self.words.entries(self.stats.entries.len()));
        parts.extend(
            self.stats
                .pace
                .span()
                .map(|(first, last)| match first == last {
                    true => first.to_string(),
                    false => format!("{first} – {last}"),
                }),
        );
        parts.join(" · ")
    }

    fn label(&self, concept: ConceptId) -> &'a str {
        let concept = self.library.vocabulary().get(concept);
        concept.label_in(self.words.language())
    }

    fn labels(&self, concepts: &[ConceptId], most: usize) -> String {
        let named = concepts
            .iter()
            .take(most)
            .map(|&it| self.label(it).to_owned());
        listed(named, concepts.len(), most)
    }

    /// An entry by the name readers know it by, with its book's where there are
    /// several: `19일차 (p353–361)`.
    fn entry(&self, entry: EntryId) -> String {
        let name = self.words.entry(self.library, entry);
        match self.stats.coverage.len() {
            0 | 1 => name,
            _ => {
                let book = self.library.book(self.library.book_of(entry));
                let title = shorten(book.title_in(self.words.language()), 24);
                format!("{title} {name}")
            }
        }
    }

    /// Some entries, the last ones counted.
    fn entries(&self, entries: &[EntryId], most: usize) -> String {
        let named = entries.iter().take(most).map(|&entry| self.entry(entry));
        listed(named, entries.len(), most)
    }

    /// The lines of a list that are shown where `usual` are usual.
    fn limit(&self, usual: usize) -> usize {
        self.options.limit.unwrap_or(usual)
    }

    fn table(&self, heads: &[(&str, &str)]) -> Table {
        let head = |&(korean, english): &(&str, &str)| self.words.pick(korean, english).to_owned();
        Table {
            heads: heads.iter().map(head).collect(),
            rows: Vec::new(),
        }
    }

    fn section(&self, korean: &str, english: &str) -> Section {
        Section {
            heading: self.words.pick(korean, english).to_owned(),
            ..Section::default()
        }
    }

    /// `그 밖에 12개 (-n 22)`: what a limit left out, and how to see it.
    fn more(&self, all: usize, shown: usize) -> Option<String> {
        let more = all.saturating_sub(shown);
        (more > 0).then(|| match self.words.is_korean() {
            true => format!("그 밖에 {more}개: -n {all}"),
            false => format!("{more} more: -n {all}"),
        })
    }
}

fn listed(named: impl Iterator<Item = String>, all: usize, most: usize) -> String {
    let named: Vec<String> = named.collect();
    match all.saturating_sub(most) {
        0 => named.join(", "),
        more => format!("{} +{more}", named.join(", ")),
    }
}

/// `p353–361, 371`.
fn pages(pages: &PageSet, words: Words) -> String {
    let ranges: Vec<String> = pages.ranges().iter().map(ToString::to_string).collect();
    match ranges.is_empty() {
        true => String::new(),
        false => words.pages(ranges.join(", ")),
    }
}
