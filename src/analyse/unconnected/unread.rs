//! Chapters and pages without a note.

use crate::model::{BookId, ChapterId, EntryId, Extent, Library, PageBound, PageRange};
use crate::place::{Placement, Reference};

/// A chapter that no entry is in.
#[derive(Clone, Debug, PartialEq)]
pub struct ChapterGap {
    /// The chapter.
    pub chapter: ChapterId,
    /// Where it starts and ends, as far as the outline and the number of the book's
    /// pages tell.
    pub extent: Extent,
    /// The places of entries that point to it.
    pub pointing: Vec<Reference>,
}

/// Pages of a book that no entry is about.
#[derive(Clone, Debug, PartialEq)]
pub struct PageGap {
    /// The book.
    pub book: BookId,
    /// The pages.
    pub pages: PageRange,
    /// The entry about the pages before, if there is one.
    pub before: Option<EntryId>,
    /// The entry about the pages after, if there is one.
    pub after: Option<EntryId>,
    /// The chapters that certainly have one of these pages.
    pub chapters: Vec<ChapterId>,
}

/// The chapters of a book without an entry, in order.
pub(super) fn chapter_gaps(
    library: &Library,
    placement: &Placement,
    book: BookId,
) -> Vec<ChapterGap> {
    let mut has_entry = vec![false; library.book(book).outline.chapters.len()];
    for entry in library.entries_of(book) {
        for chapter in placement.chapters(library, entry) {
            has_entry[chapter.index as usize] = true;
        }
    }
    let empty = library
        .chapters_of(book)
        .zip(extents(library, book))
        .filter(|(chapter, _)| !has_entry[chapter.index as usize]);
    empty
        .map(|(chapter, extent)| {
            let pointing = placement.all_references().iter();
            let pointing = pointing.filter(|reference| reference.chapter == chapter);
            ChapterGap {
                chapter,
                extent,
                pointing: pointing.cloned().collect(),
            }
        })
        .collect()
}

/// The pages of a book without an entry, in order: up to its last page if that is
/// known, or else up to the last page with an entry. None where no entry has pages.
pub(super) fn page_gaps(library: &Library, book: BookId) -> Vec<PageGap> {
    let mut noted: Vec<(PageRange, EntryId)> = library
        .entries_of(book)
        .filter_map(|entry| Some((library.entry(entry).pages?, entry)))
        .collect();
    noted.sort_unstable();
    let extents = extents(library, book);
    let last_page = library.book(book).edition.pages;
    let mut gaps = Vec::new();
    let mut gap = |first: u32, last: u32, before: Option<EntryId>, after: Option<EntryId>| {
        gaps.extend(PageRange::new(first, last).map(|pages| {
            let chapters = library.chapters_of(book).zip(&extents);
            let inside = chapters.filter(|(_, extent)| extent.certainly_overlaps(pages));
            PageGap {
                book,
                pages,
                before,
                after,
                chapters: inside.map(|(chapter, _)| chapter).collect(),
            }
        }));
    };
    let (mut next, mut before) = (1, None);
    for &(pages, entry) in &noted {
        gap(next, pages.first.saturating_sub(1), before, Some(entry));
        if pages.last >= next {
            (next, before) = (pages.last.saturating_add(1), Some(entry));
        }
    }
    if let (Some(last), Some(_)) = (last_page, before) {
        gap(next, last, before, None);
    }
    gaps
}

/// Where the chapters of a book start and end. One that goes on to the end of the
/// book ends with its last page, or in the open.
fn extents(library: &Library, book: BookId) -> Vec<Extent> {
    let last = library.book(book).edition.pages;
    let mut extents = Extent::of(&library.book(book).outline);
    for extent in &mut extents {
        let PageBound { earliest, latest } = &mut extent.ends;
        match last {
            Some(last) => {
                *earliest = earliest.map(|page| page.min(last));
                *latest = Some(latest.map_or(last, |page| page.min(last)));
            }
            None if *earliest == Some(u32::MAX) => *earliest = None,
            None => {}
        }
    }
    extents
}
