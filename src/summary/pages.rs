//! How much of a chapter's pages the notes cover.

use crate::model::{BookId, Chapter, Extent, Library, PageBound, PageRange};

/// What the notes cover of a chapter, as far as its ends are known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage {
    /// How many pages the chapter has, at least and at most; the most is `None`
    /// when an end is not known.
    pub size: Option<(u32, Option<u32>)>,
    /// The part of these that an entry of the book covers, from 0 to 1, at least
    /// and at most: the unknown ends of a chapter make the difference. `None`
    /// when nothing can be said.
    pub share: Option<(f32, f32)>,
    /// Pages that certainly are the chapter's and that no entry covers.
    pub gaps: Vec<PageRange>,
}

/// Pages beyond this are those of the last chapter, whose end nobody knows.
const MANY: u32 = 1_000_000;

/// An end that may be on more pages than this says nothing about the share.
const VAGUE: u32 = 64;

/// What entries, with the pages of all entries of the book (merged, ascending),
/// cover of a chapter; `own` are those of its own entries.
pub(super) fn coverage(extent: Extent, noted: &[PageRange], own: &[PageRange]) -> Coverage {
    let (starts, ends) = (extent.starts, extent.ends);
    // From the first page to the last that are the chapter's in any case.
    let of_own = own.first().map(|range| range.first);
    let first = starts.latest.into_iter().chain(of_own).min();
    let certain_end = ends.earliest.filter(|&page| page < MANY);
    let last = certain_end.max(own.last().map(|range| range.last));
    let certain = first.zip(last).and_then(|(a, b)| PageRange::new(a, b));
    let gaps = certain.map_or_else(Vec::new, |range| uncovered(range, noted));
    let least = match (starts.latest, certain_end) {
        (Some(first), Some(last)) => (last + 1).saturating_sub(first),
        _ => own.iter().map(|range| range.count()).sum(),
    };
    let most = match (starts.earliest, ends.latest) {
        (Some(first), Some(last)) if last >= first => Some(last - first + 1),
        _ => None,
    };
    Coverage {
        size: (least > 0 || most.is_some()).then_some((least, most)),
        share: share(extent, noted),
        gaps,
    }
}

/// The part of a chapter that is covered, at the worst and the best of the places
/// that its ends can have: those where the part turns.
fn share(extent: Extent, noted: &[PageRange]) -> Option<(f32, f32)> {
    let turns = |earliest: u32, latest: u32| {
        let within = move |&page: &u32| earliest < page && page < latest;
        let edges = noted.iter().flat_map(|range| [range.first, range.last]);
        let near = edges.flat_map(|page| [page.saturating_sub(1), page, page + 1]);
        near.filter(within)
            .chain([earliest, latest])
            .collect::<Vec<u32>>()
    };
    let (starts, ends) = (extent.starts, extent.ends);
    if width(starts)? > VAGUE || width(ends)? > VAGUE {
        return None;
    }
    let firsts = turns(starts.earliest?, starts.latest?);
    let lasts = turns(ends.earliest?, ends.latest?);
    let mut bounds: Option<(f32, f32)> = None;
    for &first in &firsts {
        for range in lasts.iter().filter_map(|&last| PageRange::new(first, last)) {
            let missing: u32 = uncovered(range, noted).iter().map(|gap| gap.count()).sum();
            let share = 1.0 - missing as f32 / range.count() as f32;
            let (least, most) = bounds.unwrap_or((share, share));
            bounds = Some((least.min(share), most.max(share)));
        }
    }
    bounds
}

/// On how many pages more than one an end may be.
fn width(bound: PageBound) -> Option<u32> {
    bound.latest?.checked_sub(bound.earliest?)
}

/// The pages of a range that are in none of others, which are merged and
/// ascending.
fn uncovered(range: PageRange, noted: &[PageRange]) -> Vec<PageRange> {
    let mut gaps = Vec::new();
    let mut next = range.first;
    let start = noted.partition_point(|pages| pages.last < range.first);
    for pages in noted[start..]
        .iter()
        .take_while(|pages| pages.first <= range.last)
    {
        gaps.extend(PageRange::new(next, pages.first.saturating_sub(1)));
        next = next.max(pages.last + 1);
    }
    gaps.extend(PageRange::new(next, range.last));
    gaps
}

/// Ranges as few as possible, ascending.
pub(super) fn merged(mut ranges: Vec<PageRange>) -> Vec<PageRange> {
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

/// The pages of all entries of a book, merged.
pub(super) fn of_book(library: &Library, book: BookId) -> Vec<PageRange> {
    let pages = library.entries_of(book);
    merged(
        pages
            .filter_map(|entry| library.entry(entry).pages)
            .collect(),
    )
}

/// The extents of a book's chapters. The last one ends with the book, where the
/// pages of the book are known.
pub(super) fn extents(library: &Library, book: BookId) -> Vec<Extent> {
    let outline = &library.book(book).outline;
    let mut extents = Extent::of(outline);
    if let Some(pages) = library.book(book).edition.pages {
        for extent in &mut extents {
            extent.ends.latest = extent.ends.latest.or(Some(pages));
            extent.ends.earliest = extent.ends.earliest.map(|page| page.min(pages));
        }
    }
    extents
}

/// The pages of some entries of a chapter, merged, cut to where the chapter can
/// be.
pub(super) fn within(chapter: Option<&Chapter>, pages: Vec<PageRange>) -> Vec<PageRange> {
    let earliest = chapter.and_then(|chapter| chapter.starts.earliest);
    let latest = chapter.and_then(|chapter| chapter.ends.latest);
    let cut = pages.into_iter().filter_map(|pages| {
        let first = pages.first.max(earliest.unwrap_or(0));
        let last = pages.last.min(latest.unwrap_or(u32::MAX));
        PageRange::new(first, last)
    });
    merged(cut.collect())
}
