//! A concept, whole.

use super::{AnswerSource, Document, Line};
use crate::analyse::Family;
use crate::graph::{BookGraph, EdgeKind, Node};
use crate::model::{BookId, ConceptId, EntryId};
use crate::query::{BookCount, books_naming};
use crate::render::phrases;

/// So many neighbours of a concept are listed.
const NEIGHBOURS: usize = 8;

/// A concept: names, definition, relations, in which books and entries it is
/// named (of one book `only`, or of all), and with what.
pub fn show_concept(
    source: &AnswerSource<'_>,
    graph: &BookGraph,
    (id, only): (ConceptId, Option<BookId>),
) -> Document {
    let (library, words) = (source.library, source.words);
    let concept = library.vocabulary().get(id);
    let mut document = Document::default();
    let title = phrases::concept_title(library, words, id);
    document.title(Line::plain(title).faint(format!(" {}", concept.id)));
    if let Some(definition) = concept.definition.best(words.language()) {
        document.fact_line(Line::plain(definition));
    }
    let labels = |ids: &[ConceptId]| -> Vec<String> {
        let labels = ids.iter().map(|&id| source.label(id).to_owned());
        labels.collect()
    };
    let aliases = concept.aliases.iter().map(|alias| alias.text.clone());
    for (korean, english, values) in [
        ("종류", "kind", concept.kind.iter().cloned().collect()),
        ("다른 이름", "aliases", aliases.collect()),
        ("제외", "not inside", concept.exclude.clone()),
        ("상위 개념", "broader", labels(&concept.broader)),
        ("하위 개념", "narrower", labels(&concept.narrower)),
        ("관련 개념", "related", labels(&concept.related)),
        ("메모", "note", concept.note.iter().cloned().collect()),
    ] {
        document.fact(words.pick(korean, english), &values);
    }
    if library.book_count() > 1 {
        in_books(&mut document, source, id, only);
    } else {
        let entries = entries(source, id, None);
        document.fact(&words.entries(entries.len()), &entries);
    }
    let of_narrower = through_narrower(source, id, only);
    let heading = words.pick("하위 개념으로", "through narrower ones");
    let heading = format!("{heading}, {}", words.entries(of_narrower.len()));
    document.fact(&heading, &of_narrower);
    let company = labels(&neighbours(graph, id));
    document.fact(words.pick("함께 나오는 개념", "named with"), &company);
    document
}

/// The entries that name a concept, of one book or of all: `19일차 (p353–361) ×1`.
fn entries(source: &AnswerSource<'_>, id: ConceptId, book: Option<BookId>) -> Vec<String> {
    let tags = source.tagging.about(id);
    let of_book = |entry| book.is_none_or(|book| source.library.book_of(entry) == book);
    let tags = tags.filter(|tag| of_book(tag.entry));
    tags.map(|tag| format!("{} ×{}", source.entry(tag.entry), tag.mentions))
        .collect()
}

/// The entries that are about a concept by narrower ones alone, with these.
fn through_narrower(source: &AnswerSource<'_>, id: ConceptId, only: Option<BookId>) -> Vec<String> {
    let library = source.library;
    let family = Family::of(library, id);
    let of_book = |entry: EntryId| only.is_none_or(|only| only == library.book_of(entry));
    let entries = library.entry_ids().filter(|&entry| of_book(entry));
    let tags = entries.filter_map(|entry| family.tag(source.tagging, entry));
    let tags = tags.filter(|tag| !tag.through.is_empty());
    tags.map(|tag| {
        let name = match library.book_count() {
            0 | 1 => source.words.entry_name(library, tag.entry),
            _ => phrases::entry_id(library, tag.entry),
        };
        let by: Vec<&str> = tag.through.iter().map(|&it| source.label(it)).collect();
        format!("{name} ({})", by.join(", "))
    })
    .collect()
}

/// In how many books a concept is named, and in which entries of each.
fn in_books(
    document: &mut Document,
    source: &AnswerSource<'_>,
    id: ConceptId,
    only: Option<BookId>,
) {
    let (library, words) = (source.library, source.words);
    let naming = books_naming(library, source.tagging, id);
    let title = |book| library.book(book).title_in(words.language());
    if naming.len() > 1 {
        let told = naming.iter().map(|count| {
            let entries = words.entries(count.count.entries as usize);
            format!(
                "{} ({entries} ×{})",
                title(count.book),
                count.count.mentions
            )
        });
        let heading = match words.is_korean() {
            true => format!("책 {}권에서", naming.len()),
            false => format!("in {} books", naming.len()),
        };
        document.fact(&heading, &told.collect::<Vec<_>>());
    }
    let shown = |count: &&BookCount| only.is_none_or(|only| only == count.book);
    for count in naming.iter().filter(shown) {
        let entries = entries(source, id, Some(count.book));
        let heading = format!("{}, {}", title(count.book), words.entries(entries.len()));
        document.fact(&heading, &entries);
    }
}

/// The concepts most strongly named with one.
pub(in crate::render) fn neighbours(graph: &BookGraph, id: ConceptId) -> Vec<ConceptId> {
    let mut neighbours: Vec<(f32, ConceptId)> = graph
        .edges()
        .filter(|(_, _, edge)| matches!(edge.kind, EdgeKind::CoMention { .. }))
        .filter_map(|(from, to, edge)| match (from, to) {
            (Node::Concept(a), Node::Concept(b)) if a == id => Some((edge.weight, b)),
            (Node::Concept(a), Node::Concept(b)) if b == id => Some((edge.weight, a)),
            _ => None,
        })
        .collect();
    neighbours.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let neighbours = neighbours.into_iter().take(NEIGHBOURS);
    neighbours.map(|(_, concept)| concept).collect()
}
