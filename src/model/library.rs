//! A library: books, their entries, and one vocabulary.

use super::entries::Entries;
use super::many::Many;
use super::{
    Book, BookId, Brief, Chapter, ChapterId, Clue, Entry, EntryId, EntryReference, LibrarySource,
    LinkNames, MarkdownSettings, SavedQuery, TextSource, Vocabulary,
};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Everything that was read from a library's folder, in flat arrays; or that is read
/// from where it is stored, when it is asked for.
#[derive(Clone, Debug, Default)]
pub struct Library {
    books: Many<Book>,
    entries: Entries,
    entries_of_book: Vec<Range<usize>>,
    /// For each entry how many were read before it.
    reading_positions: OnceLock<Vec<u32>>,
    vocabulary: Vocabulary,
    queries: OnceLock<Vec<SavedQuery>>,
    references: OnceLock<Vec<EntryReference>>,
    markdown: OnceLock<MarkdownSettings>,
    texts: Option<Arc<dyn TextSource>>,
    /// Where it is stored, if it is.
    source: Option<Arc<dyn LibrarySource>>,
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
            reading_positions: OnceLock::from(reading_positions(&entries)),
            references: OnceLock::from(references(&entries)),
            books: Many::read(books),
            entries: Entries::Read(entries),
            entries_of_book,
            vocabulary,
            ..Self::default()
        }
    }

    /// The order in which [`Self::new`] puts entries, as indices.
    pub fn order_of(entries: &[&Entry]) -> Vec<u32> {
        let mut order: Vec<u32> = (0..entries.len() as u32).collect();
        order.sort_by(|&a, &b| in_reading_order(entries[a as usize], entries[b as usize]));
        order
    }

    /// The same library with these entries.
    #[must_use]
    pub fn with_entries(self, entries: Vec<Entry>) -> Self {
        let settings = self.markdown().clone();
        let (books, _, vocabulary, queries) = self.into_parts();
        let library = Self::new(books, entries, vocabulary);
        library.with_queries(queries).with_markdown(settings)
    }

    /// A library of which books and entries are read when they are asked for. They are
    /// in the order of [`Self::new`].
    pub fn lazy(source: Arc<dyn LibrarySource>, vocabulary: Vocabulary) -> Self {
        let mut end = 0;
        let ranges = source.entries_of_book().into_iter().map(|count| {
            let start = end;
            end += count;
            start..end
        });
        let entries_of_book: Vec<Range<usize>> = ranges.collect();
        Self {
            books: Many::lazy(entries_of_book.len()),
            entries: Entries::lazy(end, source.clone()),
            entries_of_book,
            vocabulary,
            source: Some(source),
            ..Self::default()
        }
    }

    /// Takes it apart: books, entries, vocabulary and saved queries.
    pub fn into_parts(self) -> (Vec<Book>, Vec<Entry>, Vocabulary, Vec<SavedQuery>) {
        let queries = self.queries().to_vec();
        let source = self.source;
        let books = || source.map(|source| source.books());
        let books = self.books.into_all(|| books().unwrap_or_default());
        (books, self.entries.into_vec(), self.vocabulary, queries)
    }

    /// The library with these saved queries.
    #[must_use]
    pub fn with_queries(mut self, queries: Vec<SavedQuery>) -> Self {
        self.queries = OnceLock::from(queries);
        self
    }

    /// The library with what it says about its Markdown notes.
    #[must_use]
    pub fn with_markdown(mut self, settings: MarkdownSettings) -> Self {
        self.markdown = OnceLock::from(settings);
        self
    }

    /// What it says about its Markdown notes.
    pub fn markdown(&self) -> &MarkdownSettings {
        let read = || self.source.as_ref().map(|source| source.markdown());
        self.markdown.get_or_init(|| read().unwrap_or_default())
    }

    /// All links between entries, by where they stand.
    pub fn references(&self) -> &[EntryReference] {
        let read = || self.source.as_ref().map(|source| source.references());
        self.references.get_or_init(|| read().unwrap_or_default())
    }

    /// The links that stand in an entry, in order.
    pub fn references_of(&self, entry: EntryId) -> &[EntryReference] {
        let all = self.references();
        let start = all.partition_point(|it| it.from < entry);
        let count = all[start..].partition_point(|it| it.from == entry);
        &all[start..start + count]
    }

    /// The entries that one has links to, in the order of these, each once.
    pub fn links_of(&self, entry: EntryId) -> Vec<EntryId> {
        let mut to: Vec<EntryId> = Vec::new();
        for link in self.references_of(entry) {
            if !to.contains(&link.to) {
                to.push(link.to);
            }
        }
        to
    }

    /// The entries with a link to one, in order, each once.
    pub fn linked_from(&self, entry: EntryId) -> Vec<EntryId> {
        let links = self.references().iter().filter(|it| it.to == entry);
        let mut from: Vec<EntryId> = links.map(|it| it.from).collect();
        from.dedup();
        from
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
        let read = || self.source.as_ref().map(|source| source.queries());
        self.queries.get_or_init(|| read().unwrap_or_default())
    }

    /// The books, sorted by id. Who needs a few of them asks for each by
    /// [`Self::book`].
    pub fn books(&self) -> &[Book] {
        self.books.all(|| self.stored().books())
    }

    /// How many books there are.
    pub fn book_count(&self) -> usize {
        self.books.len()
    }

    /// One book.
    pub fn book(&self, id: BookId) -> &Book {
        self.books.get(id.index(), || self.stored().book(id))
    }

    /// The ids of all books.
    pub fn book_ids(&self) -> impl Iterator<Item = BookId> + use<> {
        (0..self.books.len()).map(BookId::from)
    }

    /// The book with a user's id.
    pub fn find_book(&self, id: &str) -> Option<BookId> {
        let called = match &self.source {
            Some(source) => source.books_called(id),
            None => self.book_ids().collect(),
        };
        called.into_iter().find(|&book| self.book(book).id == id)
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

    /// What is short in an entry, for those who need no more: its text is not read.
    pub fn brief(&self, id: EntryId) -> Brief<'_> {
        self.entries.brief(id)
    }

    /// Takes what is short in some entries, which are in order, for those who look at each
    /// once: what has to be read is not kept.
    ///
    /// # Errors
    ///
    /// The first that `take` gives.
    pub fn each_brief<E>(
        &self,
        ids: &[EntryId],
        take: impl FnMut(EntryId, Brief<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        self.entries.each_brief(ids, take)
    }

    /// Lets go of the entries that were read and can be read again.
    pub fn forget_entries(&mut self) {
        self.entries.forget();
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
        let read = || self.stored().reading_positions();
        self.reading_positions.get_or_init(read)[id.index()] as usize
    }

    /// The entries a user's id may mean: `day-19`, or `book/day-19`.
    pub fn find_entries(&self, id: &str) -> Vec<EntryId> {
        let mut found = self.entries_with(&Clue::Id(id));
        for (at, _) in id.match_indices('/') {
            let entries = self.entries_with(&Clue::Id(&id[at + 1..])).into_iter();
            found.extend(entries.filter(|&entry| self.qualified_id(entry) == id));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The entries of which a clue is true, in order.
    pub fn entries_with(&self, clue: &Clue<'_>) -> Vec<EntryId> {
        let mut entries = match &self.source {
            Some(source) => source.entries_with(clue),
            None => self.entry_ids().collect(),
        };
        entries.retain(|&entry| clue.fits(self.entry(entry)));
        entries.sort_unstable();
        entries.dedup();
        entries
    }

    fn stored(&self) -> &dyn LibrarySource {
        let source = self.source.as_deref();
        source.expect("what is not at hand is stored")
    }

    /// An entry's id with its book's: `working-backwards/day-19`.
    pub fn qualified_id(&self, entry: EntryId) -> String {
        let book = &self.book(self.book_of(entry)).id;
        format!("{book}/{}", self.brief(entry).id)
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
/// after 9, and those of a Markdown note by its name and their places in it.
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
    let by_number = || natord::compare(&a.id, &b.id).then_with(|| a.id.cmp(&b.id));
    let by_note = || {
        natord::compare(note_name(a), note_name(b)).then_with(|| note_line(a).cmp(&note_line(b)))
    };
    known(a)
        .cmp(&known(b))
        .then_with(by_note)
        .then_with(by_number)
}

/// What the entries of a Markdown note have in common: the name of its file. The others
/// have their ids for themselves.
fn note_name(entry: &Entry) -> &str {
    let file = entry.file.rsplit('/').next().unwrap_or_default();
    file.strip_suffix(".md").unwrap_or(&entry.id)
}

/// Where an entry stands in its note.
fn note_line(entry: &Entry) -> usize {
    match entry.file.ends_with(".md") {
        true => entry.line,
        false => 0,
    }
}

/// The links between entries in the order of a library.
fn references(entries: &[Entry]) -> Vec<EntryReference> {
    match entries.iter().any(|entry| !entry.links.is_empty()) {
        true => LinkNames::of(entries.iter()).references(entries),
        false => Vec::new(),
    }
}
