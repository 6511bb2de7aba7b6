//! The summary of one chapter: what its notes are about, and what they cover.

use super::concepts::{ConceptCount, Concepts};
use super::near::{NearChapter, nearest};
use super::pages::within;
use crate::analyse::{ChapterCoverage, coverage};
use crate::model::{BookId, ChapterId, EntryId, Library, PageRange};
use crate::place::{Placement, Reference};
use crate::tag::Tagging;
use jiff::civil::Date;

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
    /// What the notes asked for cover of the chapter's pages, and what they don't;
    /// `None` where the chapter is not known.
    pub coverage: Option<ChapterCoverage>,
    /// The days of the first and the last entry.
    pub dates: Option<(Date, Date)>,
    /// Concepts that the book's entries name here for the first time, those
    /// of most weight first. What comes up with an entry of two chapters is new in
    /// both.
    pub new: Vec<ConceptCount>,
    /// Concepts from earlier chapters that come back here, likewise.
    pub recurring: Vec<ConceptCount>,
    /// Where its entries point to.
    pub references_out: Vec<Reference>,
    /// Where entries of other chapters point to it.
    pub references_in: Vec<Reference>,
    /// The chapters of the book that are about the same concepts, the nearest
    /// first.
    pub near: Vec<NearChapter>,
}

impl ChapterSummary {
    /// How many pages the entries cover.
    pub fn pages_covered(&self) -> u32 {
        self.pages.iter().map(|range| range.count()).sum()
    }

    /// Its entries that were cut off by the place they were copied from.
    pub fn cut_off<'a>(&'a self, library: &'a Library) -> impl Iterator<Item = EntryId> + 'a {
        let entries = self.entries.iter().copied();
        entries.filter(|&entry| library.entry(entry).truncated)
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
    let entries: Vec<EntryId> = library.entries_of(book).collect();
    summarize_some(library, tagging, placement, book, &entries)
}

/// The same of some of a book's entries, which are in order. What is new is so in
/// all of the book; coverage is that by the entries given.
pub fn summarize_some(
    library: &Library,
    tagging: &Tagging,
    placement: &Placement,
    book: BookId,
    entries: &[EntryId],
) -> Vec<ChapterSummary> {
    let facts = BookFacts::new(library, tagging, placement, book, entries);
    let by_chapter = entries_of_chapters(library, placement, book, entries);
    let mut summaries: Vec<ChapterSummary> = library
        .chapters_of(book)
        .zip(by_chapter)
        .map(|(chapter, entries)| facts.summary(Some(chapter), entries))
        .filter(|summary| !summary.entries.is_empty() || !summary.references_in.is_empty())
        .collect();
    let unplaced: Vec<EntryId> = entries
        .iter()
        .copied()
        .filter(|&entry| placement.chapters(library, entry).len() == 0)
        .collect();
    if !unplaced.is_empty() {
        summaries.push(facts.summary(None, unplaced));
    }
    nearest(library, &mut summaries);
    summaries
}

/// The chapters of a book that have no entry, in order.
pub fn without_notes(library: &Library, placement: &Placement, book: BookId) -> Vec<ChapterId> {
    let entries: Vec<EntryId> = library.entries_of(book).collect();
    let entries = entries_of_chapters(library, placement, book, &entries);
    let chapters = library.chapters_of(book).zip(entries);
    let empty = chapters.filter(|(_, entries)| entries.is_empty());
    empty.map(|(chapter, _)| chapter).collect()
}

/// What is worked out once for all chapters of a book.
struct BookFacts<'a> {
    library: &'a Library,
    placement: &'a Placement,
    concepts: Concepts<'a>,
    /// What the entries asked for cover, by chapter; empty without an entry.
    coverage: Vec<ChapterCoverage>,
    /// By chapter.
    references_in: Vec<Vec<&'a Reference>>,
}

impl<'a> BookFacts<'a> {
    fn new(
        library: &'a Library,
        tagging: &'a Tagging,
        placement: &'a Placement,
        book: BookId,
        entries: &[EntryId],
    ) -> Self {
        let mut references_in = vec![Vec::new(); library.book(book).outline.chapters.len()];
        let of_book = library.entries_of(book);
        for reference in of_book.flat_map(|entry| placement.references(entry)) {
            references_in[reference.chapter.index as usize].push(reference);
        }
        Self {
            library,
            placement,
            concepts: Concepts::of(library, tagging, placement, book),
            coverage: coverage(library, placement, entries)
                .into_iter()
                .flat_map(|of_book| of_book.chapters)
                .collect(),
            references_in,
        }
    }

    fn summary(&self, chapter: Option<ChapterId>, entries: Vec<EntryId>) -> ChapterSummary {
        let library = self.library;
        let all = || entries.iter().map(|&entry| library.entry(entry));
        let index = chapter.map(|chapter| chapter.index as usize);
        let extent = chapter.map(|chapter| self.placement.extent(chapter));
        let pages = within(
            extent.unwrap_or_default(),
            all().filter_map(|entry| entry.pages),
        );
        let coverage = index.and_then(|index| self.coverage.get(index).cloned());
        let dates = || all().filter_map(|entry| entry.date);
        let (new, recurring) = self.concepts.count(chapter, &entries);
        let references_out = entries
            .iter()
            .flat_map(|&entry| self.placement.references(entry).iter().cloned())
            .filter(|reference| Some(reference.chapter) != chapter)
            .collect();
        let references_in = index.map_or(&[][..], |index| &self.references_in[index]);
        let references_in = references_in
            .iter()
            .filter(|reference| entries.binary_search(&reference.entry).is_err())
            .map(|&reference| reference.clone())
            .collect();
        ChapterSummary {
            chapter,
            pages,
            coverage,
            dates: dates().min().zip(dates().max()),
            new,
            recurring,
            references_out,
            references_in,
            near: Vec::new(),
            entries,
        }
    }
}

/// Of some entries of a book those of every chapter, in reading order.
fn entries_of_chapters(
    library: &Library,
    placement: &Placement,
    book: BookId,
    some: &[EntryId],
) -> Vec<Vec<EntryId>> {
    let mut entries = vec![Vec::new(); library.book(book).outline.chapters.len()];
    for &entry in some {
        for chapter in placement.chapters(library, entry) {
            entries[chapter.index as usize].push(entry);
        }
    }
    entries
}
