//! What the notes leave out or leave unconnected.

mod groups;
mod once;
mod pairs;
mod unread;

use super::grouped::Grouped;
use super::meeting::concepts_by_chapter;
use crate::model::{BookId, ChapterId, ConceptId, EntryId, Library};
use crate::place::Placement;
use crate::tag::Tagging;

pub use groups::GroupGap;
pub use once::NamedOnce;
pub use pairs::ApartPair;
pub use unread::{ChapterGap, PageGap};

/// So many links for each concept, as on a map.
const EDGES_PER_NODE: f32 = 1.75;

/// What notes leave out or leave unconnected.
#[derive(Clone, Debug, Default)]
pub struct Unconnected {
    /// Groups of concepts that are hardly named together, the widest gap first.
    pub groups: Vec<GroupGap>,
    /// Concepts that were read together and never noted together, those that chance
    /// would have noted together most often first.
    pub pairs: Vec<ApartPair>,
    /// Chapters without an entry, book by book.
    pub chapters: Vec<ChapterGap>,
    /// Pages without an entry, book by book.
    pub pages: Vec<PageGap>,
    /// Concepts that the library names once.
    pub once: Vec<NamedOnce>,
    /// Concepts that the library never names, in the order of the vocabulary.
    pub never: Vec<ConceptId>,
}

impl Unconnected {
    /// The gaps in some entries (in order). Chapters and pages are those of `book`, or
    /// else of all books, whichever entries of these are asked for.
    pub fn of(
        library: &Library,
        tagging: &Tagging,
        placement: &Placement,
        entries: &[EntryId],
        book: Option<BookId>,
    ) -> Self {
        let chapters = concepts_by_chapter(library, tagging, placement, entries);
        let grouped = Grouped::of(library, tagging, entries, EDGES_PER_NODE);
        let asked = |id: &BookId| book.is_none_or(|book| book == *id);
        let books: Vec<BookId> = library.book_ids().filter(asked).collect();
        let concepts = library.vocabulary().ids();
        let never = concepts.filter(|&concept| tagging.entries_about(concept) == 0);
        let (pairs, hubs) = (&grouped.pairs, &grouped.hubs);
        Self {
            groups: groups::group_gaps(library, tagging, entries, &chapters, &grouped),
            pairs: pairs::apart_pairs(library, tagging, &chapters, hubs),
            chapters: books
                .iter()
                .flat_map(|&book| unread::chapter_gaps(library, placement, book))
                .collect(),
            pages: books
                .iter()
                .flat_map(|&book| unread::page_gaps(library, placement, book))
                .collect(),
            once: once::named_once(library, tagging, entries, pairs, hubs),
            never: never.collect(),
        }
    }

    /// Keeps only those chapters without an entry, and those pages, that may be of
    /// some chapters.
    pub fn within(&mut self, chapters: &[ChapterId]) {
        self.chapters.retain(|gap| chapters.contains(&gap.chapter));
        self.pages.retain(|gap| {
            gap.chapters
                .iter()
                .any(|chapter| chapters.contains(chapter))
        });
    }
}
