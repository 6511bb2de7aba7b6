//! `bookgraph.show/1`.

use super::list::{BookItem, ChapterItem, ConceptItem};
use super::print;
use super::schema::JsonAnswer;
use super::shapes::{ConceptShape, EntryShape, localized, rounded};
use crate::graph::BookGraph;
use crate::model::{ConceptId, EntryId};
use crate::query::Called;
use crate::render::AnswerSource;
use crate::render::document::neighbours;
use crate::tag::Tag;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// All that is called so.
#[derive(Serialize, JsonSchema)]
pub(super) struct ShowShape {
    schema: &'static str,
    name: String,
    entries: Vec<ShownEntry>,
    concepts: Vec<ShownConcept>,
    chapters: Vec<ShownChapter>,
    books: Vec<BookItem>,
}

#[derive(Serialize, JsonSchema)]
struct ShownEntry {
    entry: EntryShape,
    gist: BTreeMap<String, String>,
    text: String,
    tags: Vec<ShownTag>,
    points_to: Vec<String>,
    /// The entries that its reader linked it to, with their books.
    links_to: Vec<String>,
    /// The entries with a link to it.
    linked_from: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
struct ShownTag {
    concept: ConceptShape,
    origin: &'static str,
    mentions: u32,
    /// From 0 to 1, with three digits.
    salience: f64,
    in_passing: bool,
}

#[derive(Serialize, JsonSchema)]
struct ShownConcept {
    /// Its names and relations, and how often each book names it.
    concept: ConceptItem,
    definition: BTreeMap<String, String>,
    narrower: Vec<String>,
    note: Option<String>,
    about: Vec<NamingEntry>,
    named_with: Vec<ConceptShape>,
}

/// An entry about a concept.
#[derive(Serialize, JsonSchema)]
struct NamingEntry {
    entry: EntryShape,
    mentions: u32,
}

#[derive(Serialize, JsonSchema)]
struct ShownChapter {
    chapter: ChapterItem,
    sections: Vec<BTreeMap<String, String>>,
    note: Option<String>,
    noted_in: Vec<EntryShape>,
}

impl JsonAnswer for ShowShape {
    const SCHEMA: &'static str = "bookgraph.show/1";
}

/// All that a name means.
pub fn show(source: &AnswerSource<'_>, graph: &BookGraph, name: &str, called: &Called) -> String {
    let library = source.library;
    let entry = |id| EntryShape::new(library, source.placement, id);
    let chapters = called.chapters.iter().map(|&id| {
        let chapter = library.chapter(id);
        let entries = source.placement.entries_in(library, id).into_iter();
        ShownChapter {
            chapter: ChapterItem::new(library, source.placement, id),
            sections: chapter.sections.iter().map(localized).collect(),
            note: chapter.note.clone(),
            noted_in: entries.map(entry).collect(),
        }
    });
    let books = called.books.iter();
    print(&ShowShape {
        schema: ShowShape::SCHEMA,
        name: name.to_owned(),
        entries: called
            .entries
            .iter()
            .map(|&id| shown_entry(source, id))
            .collect(),
        concepts: called
            .concepts
            .iter()
            .map(|&id| shown_concept(source, graph, id))
            .collect(),
        chapters: chapters.collect(),
        books: books
            .map(|&id| BookItem::new(library, source.tagging, id))
            .collect(),
    })
}

fn shown_entry(source: &AnswerSource<'_>, id: EntryId) -> ShownEntry {
    let library = source.library;
    let entry = library.entry(id);
    let tag = |tag: &Tag| ShownTag {
        concept: ConceptShape::new(library, source.words, tag.concept),
        origin: tag.origin.name(),
        mentions: tag.mentions,
        salience: rounded(tag.salience),
        in_passing: tag.is_passing(),
    };
    let references = source.placement.references(id).iter();
    let ids = |ids: Vec<EntryId>| ids.into_iter().map(|id| library.qualified_id(id)).collect();
    ShownEntry {
        entry: EntryShape::new(library, source.placement, id),
        gist: localized(&entry.gist),
        text: entry.text.clone(),
        tags: source.tagging.tags(id).iter().map(tag).collect(),
        points_to: references
            .map(|reference| library.chapter(reference.chapter).id.clone())
            .collect(),
        links_to: ids(library.links_of(id)),
        linked_from: ids(library.linked_from(id)),
    }
}

fn shown_concept(source: &AnswerSource<'_>, graph: &BookGraph, id: ConceptId) -> ShownConcept {
    let (library, words) = (source.library, source.words);
    let concept = library.vocabulary().get(id);
    let narrower = concept.narrower.iter();
    let shape = |id| ConceptShape::new(library, words, id);
    ShownConcept {
        concept: ConceptItem::new(library, source.tagging, id),
        definition: localized(&concept.definition),
        narrower: narrower
            .map(|&id| library.vocabulary().get(id).id.clone())
            .collect(),
        note: concept.note.clone(),
        about: source
            .tagging
            .about(id)
            .map(|tag| NamingEntry {
                entry: EntryShape::new(library, source.placement, tag.entry),
                mentions: tag.mentions,
            })
            .collect(),
        named_with: neighbours(graph, id).into_iter().map(shape).collect(),
    }
}
