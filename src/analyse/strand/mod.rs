//! A concept along the reading of a book: where it comes, rests, returns and
//! crowds.

mod burst;

use super::trajectory::{Course, trajectories};
use crate::model::{BookId, ConceptId, EntryId, Library};
use crate::place::Placement;
use crate::tag::{Field, Tagging};

pub use burst::Burst;
use burst::{Batch, bursts};

/// Fewer entries in a row than this without a concept are no silence.
const SILENCE: usize = 2;

/// A concept in one book.
#[derive(Clone, Debug)]
pub struct Strand {
    /// The concept.
    pub concept: ConceptId,
    /// The book.
    pub book: BookId,
    /// How many entries of the book were looked through.
    pub read: usize,
    /// The entries about the concept, in order; never empty.
    pub points: Vec<Point>,
    /// How it runs through the chapters.
    pub course: Course,
    /// Where two entries in a row or more are without it, between some that
    /// have it.
    pub silences: Vec<Silence>,
    /// Where it crowds.
    pub bursts: Vec<Burst>,
}

/// An entry about a concept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The entry.
    pub entry: EntryId,
    /// How often it names the concept; at least 1 for a tag that only the
    /// reader gave.
    pub mentions: u32,
    /// It names it only in passing.
    pub passing: bool,
}

/// Entries in a row without a concept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Silence {
    /// The last entry about the concept before.
    pub after: EntryId,
    /// The entry in which it returns.
    pub before: EntryId,
    /// How many entries lie between.
    pub entries: usize,
    /// How many days pass from one to the other, if both have a date.
    pub days: Option<u32>,
    /// How many pages lie between, if both have pages.
    pub pages: Option<u32>,
}

impl Strand {
    /// How often the entries name the concept.
    pub fn mentions(&self) -> u32 {
        self.points.iter().map(|point| point.mentions).sum()
    }

    /// The first entry and the last.
    pub fn ends(&self) -> [EntryId; 2] {
        let last = self.points.len() - 1;
        [0, last].map(|at| self.points[at].entry)
    }
}

/// The strands of some concepts in some entries (in order): by concept as given,
/// then by book, the one begun first before the others. A concept that no entry of a book is about has none there.
///
/// The cost is that of looking at each entry once for each concept.
pub fn strands(
    library: &Library,
    tagging: &Tagging,
    placement: &Placement,
    entries: &[EntryId],
    concepts: &[ConceptId],
) -> Vec<Strand> {
    let book = |entry: &EntryId| library.entry(*entry).book;
    let mut books: Vec<&[EntryId]> = entries.chunk_by(|a, b| book(a) == book(b)).collect();
    books.sort_by_key(|of_book| library.reading_position(of_book[0]));
    let courses: Vec<_> = books
        .iter()
        .map(|entries| trajectories(library, tagging, placement, entries))
        .collect();
    let sentences: Vec<Vec<u32>> = books
        .iter()
        .map(|entries| sentences(tagging, entries))
        .collect();
    let mut strands = Vec::new();
    for &concept in concepts {
        for (at, &entries) in books.iter().enumerate() {
            let found = courses[at].binary_search_by_key(&concept, |it| it.concept);
            let Ok(course) = found.map(|found| courses[at][found].course()) else {
                continue;
            };
            strands.push(Strand {
                concept,
                book: book(&entries[0]),
                read: entries.len(),
                points: points(tagging, entries, concept),
                course,
                silences: silences(library, tagging, entries, concept),
                bursts: bursts(&batches(tagging, entries, &sentences[at], concept)),
            });
        }
    }
    strands
}

/// How many sentences each entry has.
fn sentences(tagging: &Tagging, entries: &[EntryId]) -> Vec<u32> {
    let count = |&entry: &EntryId| tagging.sentences(entry).len().max(1) as u32;
    entries.iter().map(count).collect()
}

fn points(tagging: &Tagging, entries: &[EntryId], concept: ConceptId) -> Vec<Point> {
    let tags = entries.iter().filter_map(|&it| tagging.tag(it, concept));
    let point = |tag: &crate::tag::Tag| Point {
        entry: tag.entry,
        mentions: tag.mentions.max(1),
        passing: tag.is_passing(),
    };
    tags.map(point).collect()
}

fn silences(
    library: &Library,
    tagging: &Tagging,
    entries: &[EntryId],
    concept: ConceptId,
) -> Vec<Silence> {
    let is_about = |entry: EntryId| tagging.tag(entry, concept).is_some();
    let about = entries.iter().enumerate();
    let about: Vec<usize> = about
        .filter(|(_, entry)| is_about(**entry))
        .map(|(at, _)| at)
        .collect();
    let long = about.windows(2).filter(|pair| pair[1] - pair[0] > SILENCE);
    long.map(|pair| {
        let [after, before] = [entries[pair[0]], entries[pair[1]]];
        let [from, to] = [after, before].map(|entry| library.entry(entry));
        let days = from.date.zip(to.date);
        let pages = from.pages.zip(to.pages);
        Silence {
            after,
            before,
            entries: pair[1] - pair[0] - 1,
            days: days
                .and_then(|(from, to)| u32::try_from(from.duration_until(to).as_hours() / 24).ok()),
            pages: pages.map(|(from, to)| to.first.saturating_sub(from.last + 1)),
        }
    })
    .collect()
}

/// For each entry how many of its sentences name the concept.
fn batches(
    tagging: &Tagging,
    entries: &[EntryId],
    sentences: &[u32],
    concept: ConceptId,
) -> Vec<Batch> {
    let batch = |(&entry, &all): (&EntryId, &u32)| {
        let named = match tagging.tag(entry, concept) {
            None => 0,
            Some(_) => {
                let mentions = tagging.mentions(entry).iter();
                let mut named: Vec<u32> = mentions
                    .filter(|it| it.field == Field::Text && it.concept == concept)
                    .map(|mention| mention.sentence)
                    .collect();
                named.dedup();
                named.len().max(1) as u32
            }
        };
        Batch { entry, all, named }
    };
    entries.iter().zip(sentences).map(batch).collect()
}
