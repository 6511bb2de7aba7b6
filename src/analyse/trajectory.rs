//! How concepts run through what was read.

use crate::model::{ChapterId, ConceptId, EntryId, Library, PageRange};
use crate::place::Placement;
use crate::tag::{Tag, Tagging};

/// A silence of more chapters than this makes a concept one that returns.
const SHORT_SILENCE: usize = 1;

/// How a concept runs through its chapters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Course {
    /// In one chapter, or in none that is known.
    Local,
    /// In several chapters, without a long silence.
    Thread,
    /// In several chapters, with a silence of more than one chapter between.
    Returning,
}

/// Where a concept is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trajectory {
    /// The concept.
    pub concept: ConceptId,
    /// From the first page to the last of the entries about it; `None` when no
    /// entry has pages, or they are about more than one book.
    pub pages: Option<PageRange>,
    /// The entries about it, in reading order.
    pub entries: Vec<EntryId>,
    /// The chapters of these, in the order of the books.
    pub chapters: Vec<ChapterId>,
    /// The longest silence: how many chapters of a book lie between one that
    /// names it and the next. A chapter without an entry is no silence.
    pub silence: usize,
}

impl Trajectory {
    /// The trajectory of a concept that some entries (in order) are about, where
    /// `noted` are the chapters with any entry.
    pub(crate) fn through(
        library: &Library,
        placement: &Placement,
        noted: &[ChapterId],
        concept: ConceptId,
        entries: Vec<EntryId>,
    ) -> Self {
        let chapters = chapters(library, placement, entries.iter().copied());
        Self {
            concept,
            pages: pages(library, &entries),
            silence: silence(noted, &chapters),
            entries,
            chapters,
        }
    }

    /// How the concept runs through its chapters.
    pub fn course(&self) -> Course {
        match self.chapters.len() {
            0 | 1 => Course::Local,
            _ if self.silence > SHORT_SILENCE => Course::Returning,
            _ => Course::Thread,
        }
    }
}

/// The trajectories of all concepts that some entries (in order) are about, by
/// concept.
pub fn trajectories(
    library: &Library,
    tagging: &Tagging,
    placement: &Placement,
    entries: &[EntryId],
) -> Vec<Trajectory> {
    let tags = entries.iter().flat_map(|&entry| tagging.tags(entry));
    let mut tags: Vec<&Tag> = tags.collect();
    tags.sort_by_key(|tag| (tag.concept, tag.entry));
    let noted = chapters(library, placement, entries.iter().copied());
    tags.chunk_by(|a, b| a.concept == b.concept)
        .map(|tags| {
            let entries = tags.iter().map(|tag| tag.entry).collect();
            Trajectory::through(library, placement, &noted, tags[0].concept, entries)
        })
        .collect()
}

/// The chapters of some entries, each once and in order.
pub(crate) fn chapters(
    library: &Library,
    placement: &Placement,
    entries: impl Iterator<Item = EntryId>,
) -> Vec<ChapterId> {
    let mut chapters: Vec<ChapterId> = entries
        .flat_map(|entry| placement.chapters(library, entry))
        .collect();
    chapters.sort_unstable();
    chapters.dedup();
    chapters
}

fn pages(library: &Library, entries: &[EntryId]) -> Option<PageRange> {
    let book = |entry: &EntryId| library.entry(*entry).book;
    if entries.iter().any(|entry| book(entry) != book(&entries[0])) {
        return None;
    }
    let pages = entries
        .iter()
        .filter_map(|&entry| library.brief(entry).pages);
    pages.reduce(|all, more| PageRange {
        first: all.first.min(more.first),
        last: all.last.max(more.last),
    })
}

/// The most chapters of `noted` between one of `named` and the next in the
/// same book.
fn silence(noted: &[ChapterId], named: &[ChapterId]) -> usize {
    let rank = |chapter: &ChapterId| noted.partition_point(|other| other < chapter);
    named
        .windows(2)
        .filter(|pair| pair[0].book == pair[1].book)
        .map(|pair| rank(&pair[1]) - rank(&pair[0]) - 1)
        .max()
        .unwrap_or(0)
}
