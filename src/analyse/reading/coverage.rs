//! Which pages of a book and of its chapters the notes are about.

use super::share::share;
use crate::model::{BookId, ChapterId, EntryId, Extent, Library, PageRange, PageSet};
use crate::place::Placement;

/// What some entries of a book cover of it.
#[derive(Clone, Debug)]
pub struct BookCoverage {
    /// The book.
    pub book: BookId,
    /// The entries, in reading order.
    pub entries: Vec<EntryId>,
    /// The pages of the entries.
    pub noted: PageSet,
    /// How many of these the book has, as far as its last page is known; a
    /// page beyond it is none of the book's.
    pub inside: u32,
    /// How many pages the book has, if that is known.
    pub pages: Option<u32>,
    /// Entries that say no page.
    pub without_pages: Vec<EntryId>,
    /// Entries whose chapter is not known.
    pub without_chapter: Vec<EntryId>,
    /// Its chapters, in order.
    pub chapters: Vec<ChapterCoverage>,
}

/// What the entries cover of a chapter. The ends of a chapter may be known to
/// an interval only; then its figures are the least and the most they can be.
#[derive(Clone, Debug)]
pub struct ChapterCoverage {
    /// The chapter.
    pub chapter: ChapterId,
    /// Where it starts and ends, as far as the outline and the number of the
    /// book's pages tell.
    pub extent: Extent,
    /// The entries placed in it.
    pub entries: Vec<EntryId>,
    /// How many of its pages are noted.
    pub noted: [u32; 2],
    /// How many pages it has; what is not known is `None`.
    pub length: [Option<u32>; 2],
    /// The share of its pages that are noted, from 0 to 1; `None` while an
    /// end is open.
    pub share: Option<[f64; 2]>,
    /// Pages that are certainly its own and that no entry is about.
    pub missing: Vec<PageRange>,
}

impl BookCoverage {
    /// The share of the book's pages that are noted, if their number is known.
    pub fn share(&self) -> Option<f64> {
        let pages = self.pages.filter(|&pages| pages > 0)?;
        Some(f64::from(self.inside) / f64::from(pages))
    }
}

/// What some entries (in order) cover of the books they are about.
pub fn coverage(
    library: &Library,
    placement: &Placement,
    entries: &[EntryId],
) -> Vec<BookCoverage> {
    entries
        .chunk_by(|a, b| library.entry(*a).book == library.entry(*b).book)
        .map(|entries| book(library, placement, entries))
        .collect()
}

fn book(library: &Library, placement: &Placement, entries: &[EntryId]) -> BookCoverage {
    let book = library.entry(entries[0]).book;
    let pages = library.book(book).edition.pages;
    let noted = PageSet::of(entries.iter().filter_map(|&it| library.entry(it).pages));
    let mut in_chapter = vec![Vec::new(); library.book(book).outline.chapters.len()];
    let mut without_chapter = Vec::new();
    for &entry in entries {
        let chapters = placement.chapters(library, entry);
        if chapters.len() == 0 {
            without_chapter.push(entry);
        }
        for chapter in chapters {
            in_chapter[chapter.index as usize].push(entry);
        }
    }
    let extents = Extent::of(&library.book(book).outline);
    let chapters = library.chapters_of(book).zip(extents).zip(in_chapter);
    BookCoverage {
        book,
        inside: match pages {
            Some(last) => PageRange::new(1, last).map_or(0, |all| noted.count_in(all)),
            None => noted.count(),
        },
        pages,
        without_pages: entries
            .iter()
            .copied()
            .filter(|&entry| library.entry(entry).pages.is_none())
            .collect(),
        without_chapter,
        chapters: chapters
            .map(|((chapter, extent), entries)| {
                of_chapter(
                    library,
                    &noted,
                    chapter,
                    within_book(extent, pages),
                    entries,
                )
            })
            .collect(),
        entries: entries.to_vec(),
        noted,
    }
}

/// A chapter ends with the book at the latest. One that goes on to the end of
/// a book whose last page is not known has an open end.
fn within_book(mut extent: Extent, pages: Option<u32>) -> Extent {
    let ends = &mut extent.ends;
    match pages {
        Some(last) => {
            ends.earliest = ends.earliest.map(|page| page.min(last));
            ends.latest = Some(ends.latest.map_or(last, |page| page.min(last)));
        }
        None if ends.earliest == Some(u32::MAX) => ends.earliest = None,
        None => {}
    }
    extent
}

fn of_chapter(
    library: &Library,
    noted: &PageSet,
    chapter: ChapterId,
    extent: Extent,
    entries: Vec<EntryId>,
) -> ChapterCoverage {
    let (starts, ends) = (extent.starts, extent.ends);
    let range = |first: Option<u32>, last: Option<u32>| PageRange::new(first?, last?);
    // The pages that are certainly its own, and those that may be.
    let certain = range(starts.latest, ends.earliest);
    let possible = range(starts.earliest, ends.latest);
    let count = |range: Option<PageRange>| range.map(|range| noted.count_in(range));
    let least = count(certain).unwrap_or(0);
    let most = count(possible).unwrap_or_else(|| {
        let own = PageSet::of(entries.iter().filter_map(|&it| library.entry(it).pages));
        let from = starts.earliest.unwrap_or(1);
        range(Some(from), ends.latest.or(Some(u32::MAX))).map_or(0, |may| own.count_in(may))
    });
    ChapterCoverage {
        chapter,
        extent,
        entries,
        noted: [least, most.max(least)],
        length: [certain, possible].map(|pages| pages.map(PageRange::count)),
        share: certain
            .zip(possible)
            .map(|(certain, possible)| share(noted, certain, possible)),
        missing: certain.map_or_else(Vec::new, |pages| noted.missing_in(pages)),
    }
}
