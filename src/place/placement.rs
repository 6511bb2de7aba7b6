//! The chapters of every entry, with the reason.

use super::Reference;
use super::placed::{AllPlaced, Placed, PlacementSource};
use crate::model::{Book, BookId, Cells, ChapterId, EntryId, Extent, Library, PageRange};
use crate::steps;
use crate::text::chapter_mention::{ChapterMention, Stance, chapter_mentions};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::Arc;

/// Why an entry belongs to its chapters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Basis {
    /// The reader wrote it down.
    Given,
    /// The reader wrote it down as an inference.
    GivenAsInferred,
    /// The text says so: "9장에서는 …".
    Stated,
    /// Its pages are pages of the chapter, as far as the outline knows them.
    Pages,
    /// The entries around it are in the chapter.
    Neighbours,
    /// Nothing tells.
    Unknown,
}

impl Basis {
    /// Whether somebody said so, rather than this program working it out.
    pub fn is_certain(self) -> bool {
        matches!(self, Self::Given | Self::Stated)
    }

    /// The name in files and answers that programs read.
    pub fn name(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::GivenAsInferred => "given-as-inferred",
            Self::Stated => "stated",
            Self::Pages => "pages",
            Self::Neighbours => "neighbours",
            Self::Unknown => "unknown",
        }
    }
}

/// The chapters of all entries of a library, and the references between them.
#[derive(Debug)]
pub struct Placement {
    placed: AllPlaced,
    /// By book and chapter.
    extents: Cells<Vec<Extent>>,
}

impl Placement {
    /// Places every entry.
    pub fn of(library: &Library) -> Self {
        let mentions: Vec<Vec<ChapterMention>> = library
            .entries()
            .map(|entry| chapter_mentions(&entry.text))
            .collect();
        Self::by_mentions(library, &|entry| &mentions[entry.index()])
    }

    /// Places every entry by the chapters that its text mentions; the texts are not looked
    /// at.
    pub fn by_mentions<'a>(
        library: &Library,
        mentions: &dyn Fn(EntryId) -> &'a [ChapterMention],
    ) -> Self {
        let extents: Vec<Vec<Extent>> = library
            .books()
            .iter()
            .map(|book| Extent::of(&book.outline))
            .collect();
        let mut placed: Vec<(Vec<u32>, Basis)> = library
            .entry_ids()
            .map(|entry| {
                let extents = &extents[library.book_of(entry).index()];
                by_itself(library, entry, extents, mentions(entry))
            })
            .collect();
        for book in library.book_ids() {
            by_neighbours(library, book, &extents[book.index()], &mut placed);
        }
        let mut all = Placed::default();
        for (entry, (chapters, basis)) in library.entry_ids().zip(placed) {
            let references = references(library, entry, &chapters, mentions(entry));
            all.add(&chapters, basis, references);
        }
        let placement = Self {
            placed: AllPlaced::Read(all),
            extents: Cells::new(library.book_count()),
        };
        for book in library.book_ids() {
            let told = || placement.told_extents(library, book);
            placement.extents.get(book.index(), told);
        }
        placement
    }

    /// That of a stored library, which is read when it is asked for.
    pub fn stored(library: &Library, source: Arc<dyn PlacementSource>) -> Self {
        Self {
            placed: AllPlaced::lazy(library.entries().len(), source),
            extents: Cells::new(library.book_count()),
        }
    }

    /// The extents of a book's chapters, by the outline, the number of the book's
    /// pages, and the entries of which somebody said in which chapter they are.
    fn told_extents(&self, library: &Library, book: BookId) -> Vec<Extent> {
        let said = library
            .entries_of(book)
            .filter(|&entry| self.basis(entry).is_certain());
        let ranges = said.flat_map(|entry| {
            let pages = library.brief(entry).pages;
            let chapters = self.chapters(library, entry);
            chapters.filter_map(move |chapter| Some((chapter.index as usize, pages?)))
        });
        let ranges: Vec<(usize, PageRange)> = ranges.collect();
        let Book {
            outline, edition, ..
        } = library.book(book);
        Extent::of_book(outline, edition.pages, &ranges)
    }

    /// Where a chapter starts and ends, as far as outline and notes tell.
    pub fn extent(&self, chapter: ChapterId) -> Extent {
        self.extents_of(chapter.book)[chapter.index as usize]
    }

    /// The extents of all chapters of a book.
    pub fn extents_of(&self, book: BookId) -> &[Extent] {
        self.extents.get(book.index(), || self.placed.extents(book))
    }

    /// The chapters of an entry, in the order of the book; empty if unknown.
    pub fn chapters(
        &self,
        library: &Library,
        entry: EntryId,
    ) -> impl ExactSizeIterator<Item = ChapterId> {
        let book = library.book_of(entry);
        let chapters = self.row(entry).iter();
        chapters.map(move |&index| ChapterId { book, index })
    }

    /// Why they are.
    pub fn basis(&self, entry: EntryId) -> Basis {
        let (placed, at) = self.placed.find(entry);
        placed.bases[at]
    }

    /// Whether an entry is in a chapter.
    pub fn is_in(&self, library: &Library, entry: EntryId, chapter: ChapterId) -> bool {
        library.book_of(entry) == chapter.book && self.row(entry).contains(&chapter.index)
    }

    /// The entries of a chapter, in reading order.
    pub fn entries_in(&self, library: &Library, chapter: ChapterId) -> Vec<EntryId> {
        library
            .entries_of(chapter.book)
            .filter(|entry| self.row(*entry).contains(&chapter.index))
            .collect()
    }

    /// The references of an entry's text to other chapters, in its order.
    pub fn references(&self, entry: EntryId) -> &[Reference] {
        let (placed, at) = self.placed.find(entry);
        placed.references(at)
    }

    /// All references, by entry.
    pub fn all_references(&self) -> &[Reference] {
        self.placed.all_references()
    }

    /// The entries of a range as they are stored.
    pub fn placed(&self, entries: Range<usize>) -> Placed {
        let mut placed = Placed::default();
        for entry in entries.map(EntryId::from) {
            let references = self.references(entry).to_vec();
            placed.add(self.row(entry), self.basis(entry), references);
        }
        placed
    }

    fn row(&self, entry: EntryId) -> &[u32] {
        steps::count(1);
        let (placed, at) = self.placed.find(entry);
        placed.chapters(at)
    }
}

/// What an entry says of itself: the reader's word, its text, its pages.
fn by_itself(
    library: &Library,
    id: EntryId,
    extents: &[Extent],
    mentions: &[ChapterMention],
) -> (Vec<u32>, Basis) {
    let entry = library.entry(id);
    let outline = &library.book(entry.book).outline;
    if !entry.chapters.is_empty() {
        let basis = if entry.chapters_inferred {
            Basis::GivenAsInferred
        } else {
            Basis::Given
        };
        return (entry.chapters.clone(), basis);
    }
    let on_pages: Vec<u32> = entry
        .pages
        .map(|pages| {
            let chapters = extents.iter().enumerate();
            chapters
                .filter(|(_, extent)| extent.certainly_overlaps(pages))
                .map(|(index, _)| index as u32)
                .collect()
        })
        .unwrap_or_default();
    let stated = mentions
        .iter()
        .filter(|mention| mention.stance == Stance::Own)
        .find_map(|mention| outline.by_number(mention.number));
    if let Some(stated) = stated {
        let mut chapters = on_pages;
        chapters.push(stated as u32);
        chapters.sort_unstable();
        chapters.dedup();
        return (chapters, Basis::Stated);
    }
    if on_pages.is_empty() {
        (Vec::new(), Basis::Unknown)
    } else {
        (on_pages, Basis::Pages)
    }
}

/// Readers go on where they stopped: an entry that tells nothing is in the
/// last chapter of the entry before it, as long as its pages allow that; and
/// the one right before a chapter is first named is in the chapter before.
fn by_neighbours(
    library: &Library,
    book: BookId,
    extents: &[Extent],
    placed: &mut [(Vec<u32>, Basis)],
) {
    let entries: Vec<EntryId> = library.entries_of(book).collect();
    for pair in entries.windows(2) {
        let (before, here) = (pair[0].index(), pair[1].index());
        if placed[here].1 != Basis::Unknown {
            continue;
        }
        let Some(&chapter) = placed[before].0.last() else {
            continue;
        };
        let pages = library.brief(pair[1]).pages;
        let extent = extents[chapter as usize];
        if pages.is_none_or(|pages| extent.may_overlap(pages)) {
            placed[here] = (vec![chapter], Basis::Neighbours);
        }
    }
    for pair in entries.windows(2) {
        let (here, after) = (pair[0].index(), pair[1].index());
        let contiguous = match (library.brief(pair[0]).pages, library.brief(pair[1]).pages) {
            (Some(here), Some(after)) => here.last + 1 == after.first,
            _ => false,
        };
        if placed[here].1 == Basis::Unknown
            && contiguous
            && placed[after].1 == Basis::Stated
            && let Some(chapter) = placed[after].0[0].checked_sub(1)
            && library
                .entry(pair[0])
                .pages
                .is_none_or(|pages| extents[chapter as usize].may_overlap(pages))
        {
            placed[here] = (vec![chapter], Basis::Neighbours);
        }
    }
}

fn references(
    library: &Library,
    id: EntryId,
    own: &[u32],
    mentions: &[ChapterMention],
) -> Vec<Reference> {
    let book = library.book_of(id);
    let outline = &library.book(book).outline;
    mentions
        .iter()
        .filter_map(|mention| {
            let index = outline.by_number(mention.number)? as u32;
            (!own.contains(&index)).then(|| Reference {
                entry: id,
                chapter: ChapterId { book, index },
                span: mention.span.clone(),
            })
        })
        .collect()
}
