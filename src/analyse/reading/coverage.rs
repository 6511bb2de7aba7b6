//! Which pages of a book and of its chapters the notes are about.

use super::share::share;
use crate::model::{BookId, ChapterId, EntryId, Extent, Library, PageBound, PageRange, PageSet};
use crate::place::Placement;

/// An end that may be on more pages than this leaves the share open.
const VAGUE: u32 = 64;

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
    /// Where it starts and ends: see [`Placement::extent`].
    pub extent: Extent,
    /// The entries placed in it.
    pub entries: Vec<EntryId>,
    /// How many of its pages are noted.
    pub noted: [u32; 2],
    /// How many pages it has; what is not known is `None`.
    pub length: [Option<u32>; 2],
    /// The share of its pages that are noted, from 0 to 1; `None` while an end is
    /// open, or may be on very many pages.
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
        .chunk_by(|a, b| library.book_of(*a) == library.book_of(*b))
        .map(|entries| book(library, placement, entries))
        .collect()
}

fn book(library: &Library, placement: &Placement, entries: &[EntryId]) -> BookCoverage {
    let book = library.book_of(entries[0]);
    let pages = library.book(book).edition.pages;
    let noted = PageSet::of(entries.iter().filter_map(|&it| library.brief(it).pages));
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
    let chapters = library.chapters_of(book).zip(in_chapter);
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
            .filter(|&entry| library.brief(entry).pages.is_none())
            .collect(),
        without_chapter,
        chapters: chapters
            .map(|(chapter, entries)| {
                let extent = placement.extent(chapter);
                of_chapter(library, &noted, chapter, extent, entries)
            })
            .collect(),
        entries: entries.to_vec(),
        noted,
    }
}

fn of_chapter(
    library: &Library,
    noted: &PageSet,
    chapter: ChapterId,
    extent: Extent,
    entries: Vec<EntryId>,
) -> ChapterCoverage {
    let (certain, possible) = (extent.certain(), extent.possible());
    let count = |range: Option<PageRange>| range.map(|range| noted.count_in(range));
    let least = count(certain).unwrap_or(0);
    let most = count(possible).unwrap_or_else(|| {
        let own = PageSet::of(entries.iter().filter_map(|&it| library.brief(it).pages));
        let first = extent.starts.earliest.unwrap_or(1);
        let last = extent.ends.latest.unwrap_or(u32::MAX);
        PageRange::new(first, last).map_or(0, |may| own.count_in(may))
    });
    ChapterCoverage {
        chapter,
        extent,
        entries,
        noted: [least, most.max(least)],
        length: [certain, possible].map(|pages| pages.map(PageRange::count)),
        share: certain
            .zip(possible)
            .filter(|_| !is_vague(extent.starts) && !is_vague(extent.ends))
            .map(|(certain, possible)| share(noted, certain, possible)),
        missing: certain.map_or_else(Vec::new, |pages| noted.missing_in(pages)),
    }
}

/// Whether an end may be on so many pages that a share says nothing.
fn is_vague(bound: PageBound) -> bool {
    match (bound.earliest, bound.latest) {
        (Some(earliest), Some(latest)) => latest.saturating_sub(earliest) > VAGUE,
        _ => true,
    }
}
