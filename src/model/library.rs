//! A library: books, their entries, and one vocabulary.

use super::entries::Entries;
use super::{
    Book, BookId, Chapter, ChapterId, Entry, EntryId, EntrySource, SavedQuery, TextSource,
    Vocabulary,
};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::Range;
use std::sync::Arc;

/// Everything that was read from a library's folder, in flat arrays.
#[derive(Clone, Debug, Default)]
pub struct Library {
    books: Vec<Book>,
    entries: Entries,
    entries_of_book: Vec<Range<usize>>,
    /// For each entry how many were read before it.
    reading_positions: Vec<u32>,
    vocabulary: Vocabulary,
    queries: Vec<SavedQuery>,
    texts: Option<Arc<dyn TextSource>>,
}

impl Library {
    /// Puts a library together. Entries are sorted by book and then into
    /// reading order: by date, day of reading, pages, and id; those without a
    /// date come after those with one.
    pub fn new(books: Vec<Book>, mut entries: Vec<Entry>, vocabulary: Vocabulary) -> Self {
        entries.sort_by(in_reading_order);
        let entries_of_book = (0..books.len())
            .map(|book| {
                let book = BookId::from(book);
                let start = entries.partition_point(|entry| entry.book < book);
                start..entries.partition_point(|entry| entry.book <= book)
            })
            .collect();
        Self {
            reading_positions: reading_positions(&entries),
            books,
            entries: Entries::Read(entries),
            entries_of_book,
            vocabulary,
            queries: Vec::new(),
            texts: None,
        }
    }

    /// Puts a library together of which entries are read when they are asked for.
    /// They are in the order of [`Self::new`]; `entries_of_book` has how many of
    /// them each book has, and `reading_positions` the [`Self::reading_position`] of
    /// each.
    pub fn lazy(
        books: Vec<Book>,
        entries_of_book: &[usize],
        reading_positions: Vec<u32>,
        source: Arc<dyn EntrySource>,
        vocabulary: Vocabulary,
    ) -> Self {
        let mut end = 0;
        let ranges = entries_of_book.iter().map(|count| {
            let start = end;
            end += count;
            start..end
        });
        Self {
            books,
            entries_of_book: ranges.collect(),
            reading_positions,
            entries: Entries::lazy(end, source),
            vocabulary,
            queries: Vec::new(),
            texts: None,
        }
    }

    /// Takes it apart: books, entries, vocabulary and saved queries.
    pub fn into_parts(self) -> (Vec<Book>, Vec<Entry>, Vocabulary, Vec<SavedQuery>) {
        let entries = self.entries.into_vec();
        (self.books, entries, self.vocabulary, self.queries)
    }

    /// The library with these saved queries.
    #[must_use]
    pub fn with_queries(mut self, queries: Vec<SavedQuery>) -> Self {
        self.queries = queries;
        self
    }

    /// The library with a place where its titles and texts are folded already.
    #[must_use]
    pub fn with_texts(mut self, texts: Arc<dyn TextSource>) -> Self {
        self.texts = Some(texts);
        self
    }

    /// Where its titles and texts are folded already, if anywhere.
    pub fn texts(&self) -> Option<&dyn TextSource> {
        self.texts.as_deref()
    }

    /// The queries that the reader saved, in the order of their files.
    pub fn queries(&self) -> &[SavedQuery] {
        &self.queries
    }

    /// The books, sorted by id.
    pub fn books(&self) -> &[Book] {
        &self.books
    }

    /// One book.
    pub fn book(&self, id: BookId) -> &Book {
        &self.books[id.index()]
    }

    /// The ids of all books.
    pub fn book_ids(&self) -> impl Iterator<Item = BookId> + use<> {
        (0..self.books.len()).map(BookId::from)
    }

    /// The book with a user's id.
    pub fn find_book(&self, id: &str) -> Option<BookId> {
        self.books
            .iter()
            .position(|book| book.id == id)
            .map(BookId::from)
    }

    /// All entries, by book and in reading order.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = &Entry> {
        (0..self.entries.len()).map(|index| self.entry(EntryId::from(index)))
    }

    /// One entry.
    pub fn entry(&self, id: EntryId) -> &Entry {
        self.entries.get(id)
    }

    /// One entry, for those who look at each once: one that has to be read is not kept.
    pub fn read_entry(&self, id: EntryId) -> Cow<'_, Entry> {
        self.entries.read(id)
    }

    /// The ids of all entries, in order.
    pub fn entry_ids(&self) -> impl Iterator<Item = EntryId> + use<> {
        (0..self.entries.len()).map(EntryId::from)
    }

    /// The book of an entry; the entry itself is not looked at.
    pub fn book_of(&self, entry: EntryId) -> BookId {
        let after = self
            .entries_of_book
            .partition_point(|range| range.end <= entry.index());
        BookId::from(after)
    }

    /// The ids of a book's entries, in reading order.
    pub fn entries_of(&self, book: BookId) -> impl Iterator<Item = EntryId> + use<> {
        self.entries_of_book[book.index()]
            .clone()
            .map(EntryId::from)
    }

    /// Where an entry stands in the reading of all books, told as one course: by
    /// date, those of one day by book; entries without a date come last, by book.
    pub fn reading_position(&self, id: EntryId) -> usize {
        self.reading_positions[id.index()] as usize
    }

    /// The entries a user's id may mean: `day-19`, or `book/day-19`.
    pub fn find_entries(&self, id: &str) -> Vec<EntryId> {
        self.entry_ids()
            .filter(|&entry| self.entry(entry).id == id || self.qualified_id(entry) == id)
            .collect()
    }

    /// An entry's id with its book's: `working-backwards/day-19`.
    pub fn qualified_id(&self, entry: EntryId) -> String {
        let entry = self.entry(entry);
        format!("{}/{}", self.book(entry.book).id, entry.id)
    }

    /// A chapter.
    pub fn chapter(&self, id: ChapterId) -> &Chapter {
        &self.book(id.book).outline.chapters[id.index as usize]
    }

    /// All chapters of a book, in order.
    pub fn chapters_of(&self, book: BookId) -> impl Iterator<Item = ChapterId> + use<> {
        let count = self.book(book).outline.chapters.len() as u32;
        (0..count).map(move |index| ChapterId { book, index })
    }

    /// The concepts.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }
}

/// For each entry, in the order of the library, where it stands by date.
fn reading_positions(entries: &[Entry]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|&at| (entries[at].date.is_none(), entries[at].date, at));
    let mut positions = vec![0; entries.len()];
    for (position, at) in order.into_iter().enumerate() {
        positions[at] = position as u32;
    }
    positions
}

/// By book, day and pages; entries without either by their ids, in which 10 comes
/// after 9.
fn in_reading_order(a: &Entry, b: &Entry) -> Ordering {
    let last = u32::MAX;
    let known = |entry: &Entry| {
        let pages = entry.pages;
        (
            entry.book,
            entry.date.is_none(),
            entry.date,
            entry.day.unwrap_or(last),
            pages.map_or((last, last), |pages| (pages.first, pages.last)),
        )
    };
    let by_number = natord::compare(&a.id, &b.id).then_with(|| a.id.cmp(&b.id));
    known(a).cmp(&known(b)).then(by_number)
}
