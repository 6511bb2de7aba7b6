//! All figures about some entries, together.

use super::reading::{BookCoverage, Growth, Origins, Pace, coverage};
use super::standing::Standings;
use crate::model::{BookId, ChapterId, EntryId, Library};
use crate::place::Placement;
use crate::tag::Tagging;

/// What can be counted in some entries.
#[derive(Clone, Debug)]
pub struct Stats {
    /// The entries, in order.
    pub entries: Vec<EntryId>,
    /// What they cover, book by book.
    pub coverage: Vec<BookCoverage>,
    /// The days of reading.
    pub pace: Pace,
    /// How many concepts they are about.
    pub growth: Growth,
    /// Who says so.
    pub origins: Origins,
    /// How much each concept matters.
    pub standings: Standings,
}

impl Stats {
    /// The figures of some entries, in order; `edges_per_node` as in
    /// [`Standings::of`].
    pub fn of(
        library: &Library,
        tagging: &Tagging,
        placement: &Placement,
        entries: Vec<EntryId>,
        edges_per_node: f32,
    ) -> Self {
        Self {
            coverage: coverage(library, placement, &entries),
            pace: Pace::of(library, tagging, &entries),
            growth: Growth::of(library, tagging, placement, &entries),
            origins: Origins::of(tagging, &entries),
            standings: Standings::of(library, tagging, &entries, edges_per_node),
            entries,
        }
    }

    /// Tells of some chapters only what of them is covered, by entries that were not
    /// chosen by their chapter: one of the chapter before may be about a page of these.
    pub fn within(
        &mut self,
        library: &Library,
        placement: &Placement,
        chapters: &[ChapterId],
        entries: &[EntryId],
    ) {
        let all = coverage(library, placement, entries);
        for book in &mut self.coverage {
            let wider = all.iter().find(|wider| wider.book == book.book);
            book.chapters = wider.map_or_else(Vec::new, |wider| wider.chapters.clone());
            book.chapters.retain(|it| chapters.contains(&it.chapter));
        }
    }

    /// The books of the entries, in order.
    pub fn books(&self) -> impl Iterator<Item = BookId> {
        self.coverage.iter().map(|coverage| coverage.book)
    }
}
