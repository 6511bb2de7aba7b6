//! Which entries a question is about.

use super::condition::Condition;
use super::evaluate::Corpus;
use super::fact::{Fact, FactKind};
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
        let corpus = Corpus::new(library, tagging, placement);
        self.condition().entries(corpus)
    }

    /// The filter as one condition; of a filter that lets all pass one that all meet.
    pub fn condition(&self) -> Condition {
        let since = self.since.unwrap_or(Date::MIN);
        let until = self.until.unwrap_or(Date::MAX);
        let dated = self.since.is_some() || self.until.is_some();
        let chapters = Some(self.chapters.clone()).filter(|chapters| !chapters.is_empty());
        let facts = [
            self.book.map(FactKind::Book),
            chapters.map(FactKind::Chapters),
            self.pages.map(FactKind::Pages),
            dated.then_some(FactKind::Dates(since, until)),
        ];
        let facts = facts.into_iter().flatten().map(|kind| {
            let told = String::new();
            Condition::Is(Fact { told, kind })
        });
        Condition::All(facts.chain(self.only.clone()).collect())
    }
}
