//! `bookgraph.entries/1`, `bookgraph.concepts/1`, `bookgraph.chapters/1` and
//! `bookgraph.books/1`.

use super::pretty;
use super::shapes::{EntryShape, bound, localized};
use crate::model::{BookId, ChapterId, ConceptId, EntryId, Library};
use crate::place::Placement;
use crate::tag::Count;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct ListShape<T> {
    schema: &'static str,
    count: usize,
    items: Vec<T>,
}

fn list<T: Serialize>(schema: &'static str, items: impl Iterator<Item = T>) -> String {
    let items: Vec<T> = items.collect();
    pretty(&ListShape {
        schema,
        count: items.len(),
        items,
    })
}

/// Entries, in the order given.
pub fn entries(library: &Library, placement: &Placement, entries: &[EntryId]) -> String {
    list(
        "bookgraph.entries/1",
        entries
            .iter()
            .map(|&entry| EntryShape::new(library, placement, entry)),
    )
}

#[derive(Serialize)]
struct ConceptItem {
    id: String,
    label: BTreeMap<String, String>,
    aliases: Vec<String>,
    kind: Option<String>,
    broader: Vec<String>,
    related: Vec<String>,
    entries: u32,
    mentions: u32,
}

/// Concepts, in the order given, with how much each is named.
pub fn concepts(library: &Library, counts: &[Count], concepts: &[ConceptId]) -> String {
    let id = |id: &ConceptId| library.vocabulary().get(*id).id.clone();
    let shape = |&concept: &ConceptId| {
        let item = library.vocabulary().get(concept);
        ConceptItem {
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
            entries: counts[concept.index()].entries,
            mentions: counts[concept.index()].mentions,
        }
    };
    list("bookgraph.concepts/1", concepts.iter().map(shape))
}

#[derive(Serialize)]
struct ChapterItem {
    id: String,
    book: String,
    number: Option<u32>,
    title: BTreeMap<String, String>,
    starts: [Option<u32>; 2],
    ends: [Option<u32>; 2],
    entries: usize,
}

/// Chapters, in the order given.
pub fn chapters(library: &Library, placement: &Placement, chapters: &[ChapterId]) -> String {
    let shape = |&id: &ChapterId| {
        let chapter = library.chapter(id);
        ChapterItem {
            id: chapter.id.clone(),
            book: library.book(id.book).id.clone(),
            number: chapter.number,
            title: localized(&chapter.title),
            starts: bound(chapter.starts),
            ends: bound(chapter.ends),
            entries: placement.entries_in(library, id).len(),
        }
    };
    list("bookgraph.chapters/1", chapters.iter().map(shape))
}

#[derive(Serialize)]
struct BookItem {
    id: String,
    title: BTreeMap<String, String>,
    authors: Vec<String>,
    language: String,
    pages: Option<u32>,
    chapters: usize,
    entries: usize,
}

/// Books, in the order given.
pub fn books(library: &Library, books: &[BookId]) -> String {
    let shape = |&id: &BookId| {
        let book = library.book(id);
        BookItem {
            id: book.id.clone(),
            title: localized(&book.title),
            authors: book.authors.clone(),
            language: book.language.to_string(),
            pages: book.edition.pages,
            chapters: book.outline.chapters.len(),
            entries: library.entries_of(id).count(),
        }
    };
    list("bookgraph.books/1", books.iter().map(shape))
}
