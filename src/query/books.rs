//! In which books concepts come up.

use crate::model::{BookId, ConceptId, EntryId, Library};
use crate::tag::{Count, Tagging};
use jiff::civil::Date;

/// How much one book names a concept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BookCount {
    /// The book.
    pub book: BookId,
    /// Its entries about the concept, and the mentions in them.
    pub count: Count,
}

/// What the notes have about a book.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BookFacts {
    /// Its entries.
    pub entries: usize,
    /// The concepts that they are about.
    pub concepts: usize,
    /// The first day of an entry, and the last.
    pub dates: Option<(Date, Date)>,
}

impl BookFacts {
    /// Counts what is there about a book.
    pub fn of(library: &Library, tagging: &Tagging, book: BookId) -> Self {
        let mut facts = Self::default();
        let mut named = vec![false; library.vocabulary().len()];
        for entry in library.entries_of(book) {
            facts.entries += 1;
            for tag in tagging.tags(entry) {
                let known = std::mem::replace(&mut named[tag.concept.index()], true);
                facts.concepts += usize::from(!known);
            }
            if let Some(date) = library.brief(entry).date {
                let (first, last) = facts.dates.unwrap_or((date, date));
                facts.dates = Some((first.min(date), last.max(date)));
            }
        }
        facts
    }

    /// `2023-10-17 – 2023-10-26`, or one day.
    pub fn days(&self) -> Option<String> {
        self.dates.map(|(first, last)| match first == last {
            true => first.to_string(),
            false => format!("{first} – {last}"),
        })
    }
}

/// For every concept of the vocabulary the books that name it in some entries,
/// which are in reading order.
pub fn count_by_book(
    library: &Library,
    tagging: &Tagging,
    entries: &[EntryId],
) -> Vec<Vec<BookCount>> {
    let mut counts = vec![Vec::new(); library.vocabulary().len()];
    for &entry in entries {
        let book = library.book_of(entry);
        for tag in tagging.tags(entry) {
            add(&mut counts[tag.concept.index()], book, tag.mentions);
        }
    }
    counts
}

/// The books that name a concept, by their ids.
pub fn books_naming(library: &Library, tagging: &Tagging, concept: ConceptId) -> Vec<BookCount> {
    let mut counts = Vec::new();
    for tag in tagging.about(concept) {
        add(&mut counts, library.book_of(tag.entry), tag.mentions);
    }
    counts
}

/// Counts an entry; those of a book come one after the other.
fn add(counts: &mut Vec<BookCount>, book: BookId, mentions: u32) {
    match counts.last_mut() {
        Some(last) if last.book == book => {
            last.count.entries += 1;
            last.count.mentions += mentions;
        }
        _ => counts.push(BookCount {
            book,
            count: Count {
                entries: 1,
                mentions,
            },
        }),
    }
}
