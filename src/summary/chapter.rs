//! The summary of one chapter.

use crate::model::{BookId, ChapterId, ConceptId, EntryId, Library, PageRange};
use crate::place::{Placement, Reference};
use crate::tag::Tagging;
use jiff::civil::Date;

/// A concept and how often it is named.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ConceptCount {
    /// The concept.
    pub concept: ConceptId,
    /// How often the chapter's entries name it; at least 1 for a tag that only
    /// the reader gave.
    pub count: u32,
    /// The first entry of the book that is about it.
    pub first: EntryId,
    /// The mentions, each times its salience.
    pub weight: f32,
    /// The chapter's entries name it only in passing.
    pub in_passing: bool,
}

/// What the entries of a chapter hold.
#[derive(Clone, Debug)]
pub struct ChapterSummary {
    /// The chapter; `None` for the entries whose chapter is not known.
    pub chapter: Option<ChapterId>,
    /// Its entries, in reading order.
    pub entries: Vec<EntryId>,
    /// The pages its entries cover, ascending, those beyond the chapter's
    /// known ends left out.
    pub pages: Vec<PageRange>,
    /// Pages between those that no entry covers.
    pub gaps: Vec<PageRange>,
    /// The days of the first and the last entry.
    pub dates: Option<(Date, Date)>,
    /// Concepts that the book's entries name here for the first time, those
    /// of most weight first.
    pub new: Vec<ConceptCount>,
    /// Concepts from earlier chapters that come back here, likewise.
    pub recurring: Vec<ConceptCount>,
    /// Where its entries point to.
    pub references_out: Vec<Reference>,
    /// Where entries of other chapters point to it.
    pub references_in: Vec<Reference>,
}

impl ChapterSummary {
    /// How many pages the entries cover.
    pub fn pages_covered(&self) -> u32 {
        self.pages.iter().map(|range| range.count()).sum()
    }
}

/// Summarizes every chapter of a book that has entries or is pointed to, in
/// the order of the book; entries without a known chapter come last.
pub fn summarize(
    library: &Library,
    tagging: &Tagging,
    placement: &Placement,
    book: BookId,
) -> Vec<ChapterSummary> {
    let mut summaries: Vec<ChapterSummary> = library
        .chapters_of(book)
        .map(|chapter| {
            let entries = placement.entries_in(library, chapter);
            chapter_summary(library, tagging, placement, Some(chapter), entries)
        })
        .filter(|summary| !summary.entries.is_empty() || !summary.references_in.is_empty())
        .collect();
    let unplaced: Vec<EntryId> = library
        .entries_of(book)
        .filter(|&entry| placement.chapters(library, entry).len() == 0)
        .collect();
    if !unplaced.is_empty() {
        summaries.push(chapter_summary(library, tagging, placement, None, unplaced));
    }
    summaries
}

fn chapter_summary(
    library: &Library,
    tagging: &Tagging,
    placement: &Placement,
    chapter: Option<ChapterId>,
    entries: Vec<EntryId>,
) -> ChapterSummary {
    let pages = covered(library, chapter, &entries);
    let dates = || {
        entries
            .iter()
            .filter_map(|&entry| library.entry(entry).date)
    };
    let (new, recurring) = concepts(library, tagging, placement, chapter, &entries);
    let references_out = entries
        .iter()
        .flat_map(|&entry| placement.references(entry).iter().cloned())
        .filter(|reference| Some(reference.chapter) != chapter)
        .collect();
    let references_in = placement
        .all_references()
        .iter()
        .filter(|reference| {
            Some(reference.chapter) == chapter && !entries.contains(&reference.entry)
        })
        .cloned()
        .collect();
    ChapterSummary {
        chapter,
        gaps: gaps(&pages),
        pages,
        dates: dates().min().zip(dates().max()),
        new,
        recurring,
        references_out,
        references_in,
        entries,
    }
}

/// The pages of the entries, merged, cut to where the chapter can be.
fn covered(library: &Library, chapter: Option<ChapterId>, entries: &[EntryId]) -> Vec<PageRange> {
    let (earliest, latest) = chapter.map_or((None, None), |id| {
        let chapter = library.chapter(id);
        (chapter.starts.earliest, chapter.ends.latest)
    });
    let mut ranges: Vec<PageRange> = entries
        .iter()
        .filter_map(|&entry| library.entry(entry).pages)
        .filter_map(|pages| {
            let first = pages.first.max(earliest.unwrap_or(0));
            let last = pages.last.min(latest.unwrap_or(u32::MAX));
            PageRange::new(first, last)
        })
        .collect();
    ranges.sort_unstable();
    let mut merged: Vec<PageRange> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.first <= last.last + 1 => last.last = last.last.max(range.last),
            _ => merged.push(range),
        }
    }
    merged
}

fn gaps(pages: &[PageRange]) -> Vec<PageRange> {
    pages
        .windows(2)
        .filter_map(|pair| PageRange::new(pair[0].last + 1, pair[1].first - 1))
        .collect()
}

/// The concepts of some entries: new ones, and those that an entry outside of
/// the chapter, read earlier, is about.
fn concepts(
    library: &Library,
    tagging: &Tagging,
    placement: &Placement,
    chapter: Option<ChapterId>,
    entries: &[EntryId],
) -> (Vec<ConceptCount>, Vec<ConceptCount>) {
    let mut counts: Vec<ConceptCount> = Vec::new();
    for &entry in entries {
        for tag in tagging.tags(entry) {
            let count = tag.mentions.max(1);
            match counts.iter_mut().find(|known| known.concept == tag.concept) {
                Some(known) => {
                    known.count += count;
                    known.weight += count as f32 * tag.salience;
                    known.in_passing &= tag.is_passing();
                }
                None => counts.push(ConceptCount {
                    concept: tag.concept,
                    count,
                    first: first_entry(library, tagging, tag.concept, entry),
                    weight: count as f32 * tag.salience,
                    in_passing: tag.is_passing(),
                }),
            }
        }
    }
    counts.sort_by(|a, b| {
        b.weight
            .total_cmp(&a.weight)
            .then(a.first.cmp(&b.first))
            .then(a.concept.cmp(&b.concept))
    });
    counts.into_iter().partition(|count| {
        let first_chapter = placement.chapters(library, count.first).next();
        entries.contains(&count.first) && (first_chapter == chapter || chapter.is_none())
    })
}

/// The first entry of the same book that is about a concept.
fn first_entry(
    library: &Library,
    tagging: &Tagging,
    concept: ConceptId,
    entry: EntryId,
) -> EntryId {
    let book = library.entry(entry).book;
    tagging
        .about(concept)
        .map(|tag| tag.entry)
        .find(|&other| library.entry(other).book == book)
        .unwrap_or(entry)
}
