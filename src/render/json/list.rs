//! `bookgraph.entries/1`, `bookgraph.concepts/1`, `bookgraph.chapters/1` and
//! `bookgraph.books/1`.

use super::print;
use super::schema::JsonAnswer;
use super::shapes::{EntryShape, bound, localized};
use crate::analyse::Family;
use crate::model::{BookId, ChapterId, ConceptId, EntryId, Library};
use crate::place::Placement;
use crate::query::{BookCount, BookFacts, SavedAnswer, books_naming};
use crate::tag::{Count, Tagging};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// A list of items, one kind of which each schema is about.
#[derive(Serialize, JsonSchema)]
pub(super) struct ListShape<T> {
    schema: &'static str,
    count: usize,
    items: Vec<T>,
}

pub(super) trait Item: Serialize + JsonSchema {
    const SCHEMA: &'static str;
}

impl<T: Item> JsonAnswer for ListShape<T> {
    const SCHEMA: &'static str = T::SCHEMA;
}

pub(super) type EntriesShape = ListShape<EntryShape>;
pub(super) type ConceptsShape = ListShape<ConceptItem>;
pub(super) type ChaptersShape = ListShape<ChapterItem>;
pub(super) type BooksShape = ListShape<BookItem>;
pub(super) type QueriesShape = ListShape<QueryItem>;

fn list<T: Item>(items: impl Iterator<Item = T>) -> String {
    let items: Vec<T> = items.collect();
    print(&ListShape {
        schema: T::SCHEMA,
        count: items.len(),
        items,
    })
}

impl Item for EntryShape {
    const SCHEMA: &'static str = "bookgraph.entries/1";
}

/// Entries, in the order given.
pub fn entries(library: &Library, placement: &Placement, entries: &[EntryId]) -> String {
    list(
        entries
            .iter()
            .map(|&entry| EntryShape::new(library, placement, entry)),
    )
}

#[derive(Serialize, JsonSchema)]
pub(super) struct ConceptItem {
    id: String,
    label: BTreeMap<String, String>,
    aliases: Vec<String>,
    kind: Option<String>,
    broader: Vec<String>,
    related: Vec<String>,
    entries: u32,
    entries_with_narrower: usize,
    mentions: u32,
    books: Vec<InBook>,
}

/// How much one book names a concept.
#[derive(Serialize, JsonSchema)]
pub(super) struct InBook {
    book: String,
    entries: u32,
    mentions: u32,
}

impl InBook {
    pub(super) fn new(library: &Library, count: &BookCount) -> Self {
        Self {
            book: library.book(count.book).id.clone(),
            entries: count.count.entries,
            mentions: count.count.mentions,
        }
    }
}

impl Item for ConceptItem {
    const SCHEMA: &'static str = "bookgraph.concepts/1";
}

/// Concepts, in the order given, with how much each is named, on how many entries with
/// what is narrower (in that order), and in which books.
pub fn concepts(
    library: &Library,
    (counts, with_narrower): (&[Count], &[usize]),
    by_book: &[Vec<BookCount>],
    concepts: &[ConceptId],
) -> String {
    let shape = |(&concept, &entries): (&ConceptId, &usize)| {
        let index = concept.index();
        let counted = (counts[index], entries);
        ConceptItem::counted(library, concept, counted, &by_book[index])
    };
    list(concepts.iter().zip(with_narrower).map(shape))
}

impl ConceptItem {
    /// A concept with how much all entries name it.
    pub(super) fn new(library: &Library, tagging: &Tagging, concept: ConceptId) -> Self {
        let by_book = books_naming(library, tagging, concept);
        let mut count = Count::default();
        for book in &by_book {
            count.entries += book.count.entries;
            count.mentions += book.count.mentions;
        }
        let family = Family::of(library, concept);
        let with_narrower = library
            .entry_ids()
            .filter(|&entry| family.tag(tagging, entry).is_some());
        Self::counted(library, concept, (count, with_narrower.count()), &by_book)
    }

    fn counted(
        library: &Library,
        concept: ConceptId,
        (count, with_narrower): (Count, usize),
        by_book: &[BookCount],
    ) -> Self {
        let in_book = |count: &BookCount| InBook::new(library, count);
        let id = |id: &ConceptId| library.vocabulary().get(*id).id.clone();
        let item = library.vocabulary().get(concept);
        Self {
            id: item.id.clone(),
            label: localized(&item.label),
            aliases: item
                .aliases
                .iter()
                .map(|alias| alias.text.clone())
                .collect(),
            kind: item.kind.clone(),
            broader: item.broader.iter().map(id).collect(),
            related: item.related.iter().map(id).collect(),
            entries: count.entries,
            entries_with_narrower: with_narrower,
            mentions: count.mentions,
            books: by_book.iter().map(in_book).collect(),
        }
    }
}

#[derive(Serialize, JsonSchema)]
pub(super) struct ChapterItem {
    id: String,
    book: String,
    number: Option<u32>,
    title: BTreeMap<String, String>,
    starts: [Option<u32>; 2],
    ends: [Option<u32>; 2],
    entries: usize,
}

impl Item for ChapterItem {
    const SCHEMA: &'static str = "bookgraph.chapters/1";
}

/// Chapters, in the order given.
pub fn chapters(library: &Library, placement: &Placement, chapters: &[ChapterId]) -> String {
    let shape = |&id: &ChapterId| ChapterItem::new(library, placement, id);
    list(chapters.iter().map(shape))
}

impl ChapterItem {
    pub(super) fn new(library: &Library, placement: &Placement, id: ChapterId) -> Self {
        let chapter = library.chapter(id);
        Self {
            id: chapter.id.clone(),
            book: library.book(id.book).id.clone(),
            number: chapter.number,
            title: localized(&chapter.title),
            starts: bound(placement.extent(id).starts),
            ends: bound(placement.extent(id).ends),
            entries: placement.entries_in(library, id).len(),
        }
    }
}

#[derive(Serialize, JsonSchema)]
pub(super) struct BookItem {
    id: String,
    title: BTreeMap<String, String>,
    authors: Vec<String>,
    language: String,
    pages: Option<u32>,
    chapters: usize,
    entries: usize,
    concepts: usize,
    first_date: Option<String>,
    last_date: Option<String>,
}

impl Item for BookItem {
    const SCHEMA: &'static str = "bookgraph.books/1";
}

/// Books, in the order given.
pub fn books(library: &Library, tagging: &Tagging, books: &[BookId]) -> String {
    let shape = |&id: &BookId| BookItem::new(library, tagging, id);
    list(books.iter().map(shape))
}

impl BookItem {
    pub(super) fn new(library: &Library, tagging: &Tagging, id: BookId) -> Self {
        let book = library.book(id);
        let facts = BookFacts::of(library, tagging, id);
        Self {
            id: book.id.clone(),
            title: localized(&book.title),
            authors: book.authors.clone(),
            language: book.language.to_string(),
            pages: book.edition.pages,
            chapters: book.outline.chapters.len(),
            entries: facts.entries,
            concepts: facts.concepts,
            first_date: facts.dates.map(|(first, _)| first.to_string()),
            last_date: facts.dates.map(|(_, last)| last.to_string()),
        }
    }
}

#[derive(Serialize, JsonSchema)]
pub(super) struct QueryItem {
    name: String,
    query: String,
    /// How many entries answer it; null when it cannot be read.
    entries: Option<usize>,
    file: String,
    line: usize,
}

impl Item for QueryItem {
    const SCHEMA: &'static str = "bookgraph.queries/1";
}

/// Saved queries, in the order given.
pub fn queries(queries: &[SavedAnswer<'_>]) -> String {
    let shape = |answer: &SavedAnswer<'_>| {
        let place = &answer.saved.place;
        QueryItem {
            name: answer.saved.name.clone(),
            query: answer.saved.query.clone(),
            entries: answer.entries,
            file: place.file.name.clone(),
            line: place.position().line,
        }
    };
    list(queries.iter().map(shape))
}
