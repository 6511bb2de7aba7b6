//! Which entries a question is about.

use super::expression::Condition;
use crate::model::{BookId, ChapterId, EntryId, Library, PageRange};
use crate::place::Placement;
use crate::tag::Tagging;
use jiff::civil::Date;

/// What entries must be like; the default lets all pass.
#[derive(Clone, Debug, Default)]
pub struct EntryFilter {
    /// Of this book.
    pub book: Option<BookId>,
    /// In one of these chapters; empty: in any.
    pub chapters: Vec<ChapterId>,
    /// On at least one of these pages. An entry without pages is on none.
    pub pages: Option<PageRange>,
    /// Of this day or later. An entry without a day never is.
    pub since: Option<Date>,
    /// Of this day or earlier. An entry without a day never is.
    pub until: Option<Date>,
    /// About these concepts.
    pub only: Option<Condition>,
}

impl EntryFilter {
    /// The entries that pass, in reading order.
    pub fn select(
        &self,
        library: &Library,
        tagging: &Tagging,
        placement: &Placement,
    ) -> Vec<EntryId> {
        let in_chapters = |id| {
            let inside = |chapter: &ChapterId| placement.is_in(library, id, *chapter);
            self.chapters.is_empty() || self.chapters.iter().any(inside)
        };
        let about = |id| match &self.only {
            Some(condition) => condition.holds(|concept| tagging.tag(id, concept).is_some()),
            None => true,
        };
        library
            .entry_ids()
            .filter(|&id| self.passes_alone(library, id) && in_chapters(id) && about(id))
            .collect()
    }

    /// Whether what is written down with an entry passes.
    fn passes_alone(&self, library: &Library, id: EntryId) -> bool {
        let entry = library.entry(id);
        let on_pages = |wanted: PageRange| {
            let on = |pages: PageRange| pages.first <= wanted.last && wanted.first <= pages.last;
            entry.pages.is_some_and(on)
        };
        let late_enough = |since| entry.date.is_some_and(|date| date >= since);
        let early_enough = |until| entry.date.is_some_and(|date| date <= until);
        self.book.is_none_or(|book| entry.book == book)
            && self.pages.is_none_or(on_pages)
            && self.since.is_none_or(late_enough)
            && self.until.is_none_or(early_enough)
    }
}
