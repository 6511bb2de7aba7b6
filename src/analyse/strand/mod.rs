//! A concept along the reading of a book: where it comes, rests, returns and
//! crowds.

mod burst;

use super::family::{Family, FamilyTag};
use super::trajectory::{Course, Trajectory, chapters};
use crate::model::{BookId, EntryId, Library};
use crate::place::Placement;
use crate::tag::Tagging;

pub use burst::Burst;
use burst::{Batch, bursts};

/// Fewer entries in a row than this without a concept are no silence.
const SILENCE: usize = 2;

/// A concept, with what counts for it, in one book.
#[derive(Clone, Debug)]
pub struct Strand {
    /// The concept, and the narrower ones that count for it.
    pub family: Family,
    /// The book.
    pub book: BookId,
    /// How many entries of the book were looked through.
    pub read: usize,
    /// The entries about the concept, in order, each with at least one mention; never
    /// empty.
    pub points: Vec<FamilyTag>,
    /// How it runs through the chapters.
    pub course: Course,
    /// Where two entries in a row or more are without it, between some that
    /// have it.
    pub silences: Vec<Silence>,
    /// Where it crowds.
    pub bursts: Vec<Burst>,
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

/// The strands of some families in some entries (in order): by family as given,
/// then by book, the one begun first before the others. A concept that no entry of a book is about has none there.
///
/// The cost is that of looking at each entry once for each concept.
pub fn strands(
    library: &Library,
    tagging: &Tagging,
    placement: &Placement,
    entries: &[EntryId],
    families: &[Family],
) -> Vec<Strand> {
    let book = |entry: &EntryId| library.entry(*entry).book;
    let mut books: Vec<&[EntryId]> = entries.chunk_by(|a, b| book(a) == book(b)).collect();
    books.sort_by_key(|of_book| library.reading_position(of_book[0]));
    let noted: Vec<_> = books
        .iter()
        .map(|entries| chapters(library, placement, entries.iter().copied()))
        .collect();
    let sentences: Vec<Vec<u32>> = books
        .iter()
        .map(|entries| sentences(tagging, entries))
        .collect();
    let mut strands = Vec::new();
    for family in families {
        for (at, &entries) in books.iter().enumerate() {
            let tags = entries.iter().map(|&entry| {
                let tag = family.tag(tagging, entry)?;
                Some(FamilyTag {
                    mentions: tag.mentions.max(1),
                    ..tag
                })
            });
            let tags: Vec<Option<FamilyTag>> = tags.collect();
            let about = tags.iter().flatten().map(|tag| tag.entry).collect();
            let concept = family.concept;
            let course = Trajectory::through(library, placement, &noted[at], concept, about);
            let batches = batches(tagging, family, (entries, &sentences[at]), &tags);
            let silences = silences(library, entries, &tags);
            let points: Vec<FamilyTag> = tags.into_iter().flatten().collect();
            if !points.is_empty() {
                strands.push(Strand {
                    family: family.clone(),
                    book: book(&entries[0]),
                    read: entries.len(),
                    points,
                    course: course.course(),
                    silences,
                    bursts: bursts(&batches),
                });
            }
        }
    }
    strands
}

/// How many sentences each entry has.
fn sentences(tagging: &Tagging, entries: &[EntryId]) -> Vec<u32> {
    let count = |&entry: &EntryId| tagging.sentences(entry).len().max(1) as u32;
    entries.iter().map(count).collect()
}

fn silences(library: &Library, entries: &[EntryId], tags: &[Option<FamilyTag>]) -> Vec<Silence> {
    let about: Vec<usize> = (0..tags.len()).filter(|&at| tags[at].is_some()).collect();
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
    family: &Family,
    (entries, sentences): (&[EntryId], &[u32]),
    tags: &[Option<FamilyTag>],
) -> Vec<Batch> {
    let each = entries.iter().zip(sentences).zip(tags);
    let batch = each.map(|((&entry, &all), tag)| {
        let named = tag
            .as_ref()
            .map_or(0, |_| family.sentences(tagging, entry).len().max(1) as u32);
        Batch { entry, all, named }
    });
    batch.collect()
}
