//! Which entries answer a question, and in which order.

use super::condition::Condition;
use super::evaluate::Corpus;
use super::filter::EntryFilter;
use super::roles::Roles;
use crate::model::{BookId, EntryId, Library};

/// Whether an entry must be about all of the concepts or about any of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ask {
    /// About every one.
    #[default]
    All,
    /// About at least one.
    Any,
}

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Find {
    /// What entries must be like.
    pub condition: Condition,
    /// Only these entries.
    pub filter: EntryFilter,
}

impl Find {
    /// The entries that pass the filter.
    pub fn filtered(&self, corpus: Corpus<'_>) -> Vec<EntryId> {
        self.filter.condition().entries(corpus)
    }
}

/// The entries that were found, book by book: of each book those that are about the
/// concepts, and then those that name them in passing; both in reading order.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The entries.
    pub entries: Vec<Found>,
}

/// An entry that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The entry.
    pub entry: EntryId,
    /// Whether it names the concepts that it was found for only in passing.
    pub in_passing: bool,
}

impl Answer {
    /// The entries in another order: those of a higher score first, and of equals the
    /// earlier one.
    #[must_use]
    pub fn ranked(mut self, score: impl Fn(EntryId) -> f64) -> Self {
        let scored = self
            .entries
            .drain(..)
            .map(|found| (score(found.entry), found));
        let mut scored: Vec<(f64, Found)> = scored.collect();
        scored.sort_by(|(a, one), (b, other)| b.total_cmp(a).then(one.entry.cmp(&other.entry)));
        self.entries = scored.into_iter().map(|(_, found)| found).collect();
        self
    }

    /// Those of one book, of an answer that is not ranked.
    pub fn of_book(&self, library: &Library, book: BookId) -> &[Found] {
        let before = |found: &Found| library.book_of(found.entry) < book;
        let first = self.entries.partition_point(before);
        let from = &self.entries[first..];
        &from[..from.partition_point(|found| library.book_of(found.entry) == book)]
    }

    /// The ids of the entries, in the order of the answer.
    pub fn ids(&self) -> Vec<EntryId> {
        self.entries.iter().map(|found| found.entry).collect()
    }
}

/// Finds the entries that answer.
pub fn find(corpus: Corpus<'_>, question: &Find) -> Answer {
    let both = Condition::All(vec![
        question.condition.clone(),
        question.filter.condition(),
    ]);
    let roles = Roles::of(&question.condition);
    let weigh = |entry| Found {
        entry,
        in_passing: roles.is_passing(corpus.tagging, entry),
    };
    let mut entries: Vec<Found> = both.entries(corpus).into_iter().map(weigh).collect();
    entries.sort_by_key(|found| (corpus.library.book_of(found.entry), found.in_passing));
    Answer { entries }
}
