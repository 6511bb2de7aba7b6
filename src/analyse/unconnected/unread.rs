//! Chapters and pages without a note.

use crate::model::{BookId, ChapterId, EntryId, Extent, Library, PageRange};
use crate::place::{Placement, Reference};

/// A chapter that no entry is in.
#[derive(Clone, Debug, PartialEq)]
pub struct ChapterGap {
    /// The chapter.
    pub chapter: ChapterId,
    /// Where it starts and ends: see [`Placement::extent`].
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
        .filter(|chapter| !has_entry[chapter.index as usize]);
    empty
        .map(|chapter| {
            let pointing = placement.all_references().iter();
            let pointing = pointing.filter(|reference| reference.chapter == chapter);
            ChapterGap {
                chapter,
                extent: placement.extent(chapter),
                pointing: pointing.cloned().collect(),
            }
        })
        .collect()
}

/// The pages of a book without an entry, in order: up to its last page if that is
/// known, or else up to the last page with an entry. None where no entry has pages.
pub(super) fn page_gaps(library: &Library, placement: &Placement, book: BookId) -> Vec<PageGap> {
    let mut noted: Vec<(PageRange, EntryId)> = library
        .entries_of(book)
        .filter_map(|entry| Some((library.brief(entry).pages?, entry)))
        .collect();
    noted.sort_unstable();
    let last_page = library.book(book).edition.pages;
    let mut gaps = Vec::new();
    let mut gap = |first: u32, last: u32, before: Option<EntryId>, after: Option<EntryId>| {
        gaps.extend(PageRange::new(first, last).map(|pages| {
            let inside = library
                .chapters_of(book)
                .filter(|&chapter| placement.extent(chapter).certainly_overlaps(pages));
            PageGap {
                book,
                pages,
                before,
                after,
                chapters: inside.collect(),
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
