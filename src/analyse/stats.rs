//! All figures about some entries, together.

use super::reading::{BookCoverage, Growth, Origins, Pace, coverage};
use super::standing::Standings;
use crate::model::{BookId, EntryId, Library};
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

    /// The books of the entries, in order.
    pub fn books(&self) -> impl Iterator<Item = BookId> {
        self.coverage.iter().map(|coverage| coverage.book)
    }
}
