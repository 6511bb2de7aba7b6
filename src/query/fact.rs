//! What is written down with an entry, as a condition.

use super::term::Origins;
use crate::model::{BookId, ChapterId, EntryId, Library, PageRange};
use crate::place::Placement;
use crate::tag::Tagging;
use jiff::civil::Date;

/// A condition on what is written down with an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// How it is written: `chapter:9..10`.
    pub told: String,
    /// What it is.
    pub kind: FactKind,
}

/// What is written down.
#[derive(Clone, Debug, PartialEq)]
pub enum FactKind {
    /// The entry is of this book.
    Book(BookId),
    /// It is in one of these chapters.
    Chapters(Vec<ChapterId>),
    /// It is about at least one of these pages. An entry without pages never is.
    Pages(PageRange),
    /// It was written from this day to that one. An entry without a date never was.
    Dates(Date, Date),
    /// It is from this day of reading to that one. An entry without never is.
    Days(u32, u32),
    /// It has a tag of these origins.
    Tagged(Origins),
    /// It is one of these.
    Entries(Vec<EntryId>),
}

impl Fact {
    /// Whether it is true of an entry.
    pub fn holds(
        &self,
        library: &Library,
        tagging: &Tagging,
        placement: &Placement,
        id: EntryId,
    ) -> bool {
        let entry = || library.entry(id);
        match &self.kind {
            FactKind::Book(book) => library.book_of(id) == *book,
            FactKind::Chapters(chapters) => {
                let inside = |chapter: &ChapterId| placement.is_in(library, id, *chapter);
                chapters.iter().any(inside)
            }
            FactKind::Pages(wanted) => entry()
                .pages
                .is_some_and(|pages| pages.first <= wanted.last && wanted.first <= pages.last),
            FactKind::Dates(first, last) => entry()
                .date
                .is_some_and(|date| (first..=last).contains(&&date)),
            FactKind::Days(first, last) => {
                let day = entry().day;
                day.is_some_and(|day| (first..=last).contains(&&day))
            }
            FactKind::Tagged(origins) => {
                let mut tags = tagging.tags(id).iter();
                tags.any(|tag| origins.count(tag.origin))
            }
            FactKind::Entries(entries) => entries.contains(&id),
        }
    }
}
