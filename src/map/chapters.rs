//! The chapter map: the book's course, what each chapter adds, and what ties
//! chapters together.

use super::heading::{page_span, title};
use super::{Group, Map, MapEdge, MapKind, MapNode, Relation, Selection, Words};
use crate::graph::{BookGraph, Node};
use crate::model::{BookId, ChapterId, ConceptId, EntryId, Library};
use crate::summary::{ChapterSummary, summarize};
use crate::tag::Tagging;
use std::collections::BTreeSet;

/// So many new concepts stand below a chapter's title.
const CONCEPTS_SHOWN: usize = 5;
/// So many shared concepts are named on an edge.
const SHARED_SHOWN: usize = 2;

/// Draws the chapters that have entries or are pointed to, in the order of
/// their books.
pub fn chapters(
    library: &Library,
    tagging: &Tagging,
    graph: &BookGraph,
    selection: &Selection,
) -> Map {
    let entries = selection.entries(library, graph.placement());
    let words = Words::new(selection.language(library, &entries));
    let mut books: Vec<BookId> = entries
        .iter()
        .map(|&entry| library.entry(entry).book)
        .collect();
    books.dedup();
    let summaries: Vec<(BookId, ChapterSummary)> = books
        .iter()
        .flat_map(|&book| {
            let summaries = summarize(library, tagging, graph.placement(), book);
            summaries.into_iter().map(move |summary| (book, summary))
        })
        .filter(|(_, summary)| {
            let chapter =
                |chapter| selection.chapters.is_empty() || selection.chapters.contains(&chapter);
            summary.chapter.is_some_and(chapter)
        })
        .collect();
    let most = summaries
        .iter()
        .map(|(_, summary)| summary.entries.len())
        .max()
        .unwrap_or(1)
        .max(1);
    let nodes: Vec<MapNode> = summaries
        .iter()
        .filter_map(|(book, summary)| {
            let group = books.iter().position(|other| other == book)?;
            node(library, words, summary, group, most)
        })
        .collect();
    let edges = edges(library, tagging, words, &summaries);
    let mut drawn: Vec<EntryId> = summaries
        .iter()
        .flat_map(|(_, summary)| summary.entries.clone())
        .collect();
    drawn.sort_unstable();
    drawn.dedup();
    let mut subtitle = vec![words.entries(drawn.len())];
    subtitle.extend(page_span(library, &drawn).map(|pages| words.pages(pages)));
    Map {
        kind: MapKind::Chapters,
        title: title(
            library,
            &entries,
            words,
            selection,
            words.pick("장 지도", "chapter map"),
            None,
        ),
        subtitle: subtitle.join(" · "),
        groups: books
            .into_iter()
            .map(|book| Group {
                label: library.book(book).title_in(words.language()).to_owned(),
            })
            .collect(),
        nodes,
        edges,
    }
}

fn node(
    library: &Library,
    words: Words,
    summary: &ChapterSummary,
    group: usize,
    most: usize,
) -> Option<MapNode> {
    let id = summary.chapter?;
    let label = |concept| library.vocabulary().get(concept).label_in(words.language());
    let pages: Vec<String> = summary
        .pages
        .iter()
        .map(|pages| words.pages(pages))
        .collect();
    let mut lines = vec![words.chapter(library.chapter(id))];
    if summary.entries.is_empty() {
        lines.push(words.pick("기록 없음", "no entries").to_owned());
    } else {
        lines.push(format!(
            "{} · {}",
            words.entries(summary.entries.len()),
            pages.join(", ")
        ));
    }
    let new: Vec<&str> = summary
        .new
        .iter()
        .take(CONCEPTS_SHOWN)
        .map(|count| label(count.concept))
        .collect();
    lines.extend(new.chunks(3).map(|names| names.join(", ")));
    let entries: Vec<String> = summary
        .entries
        .iter()
        .map(|&entry| words.entry(library, entry))
        .collect();
    Some(MapNode {
        node: Node::Chapter(id),
        id: format!("{}/{}", library.book(id.book).id, library.chapter(id).id),
        lines,
        tooltip: entries.join(", "),
        size: summary.entries.len() as f32 / most as f32,
        group,
    })
}

fn edges(
    library: &Library,
    tagging: &Tagging,
    words: Words,
    summaries: &[(BookId, ChapterSummary)],
) -> Vec<MapEdge> {
    let mut edges = Vec::new();
    for (index, (book, summary)) in summaries.iter().enumerate() {
        for (other, (later_book, later)) in summaries.iter().enumerate().skip(index + 1) {
            let shared = shared(library, tagging, &summary.entries, &later.entries);
            let label = shared_label(library, words, &shared);
            let weight = (shared.len() as f32 / 10.0).min(1.0);
            if other == index + 1 && later_book == book {
                edges.push(edge(index, other, Relation::Next, weight, label));
            } else if label.is_some() {
                edges.push(edge(index, other, Relation::Together, weight, label));
            }
        }
        let mut targets: Vec<(ChapterId, Vec<EntryId>)> = Vec::new();
        for reference in &summary.references_out {
            match targets
                .iter_mut()
                .find(|(chapter, _)| *chapter == reference.chapter)
            {
                Some((_, entries)) => entries.push(reference.entry),
                None => targets.push((reference.chapter, vec![reference.entry])),
            }
        }
        for (chapter, entries) in targets {
            let target = summaries
                .iter()
                .position(|(_, summary)| summary.chapter == Some(chapter));
            let names: Vec<String> = entries
                .iter()
                .map(|&entry| words.entry(library, entry))
                .collect();
            edges.extend(target.map(|target| {
                edge(
                    index,
                    target,
                    Relation::RefersTo,
                    0.5,
                    Some(names.join(", ")),
                )
            }));
        }
    }
    edges
}

fn edge(from: usize, to: usize, relation: Relation, weight: f32, label: Option<String>) -> MapEdge {
    MapEdge {
        from,
        to,
        relation,
        weight,
        tooltip: label.clone().unwrap_or_default(),
        label,
    }
}

/// The concepts that two chapters' entries share, those on the fewest entries
/// first; concepts that are everywhere tie nothing together.
fn shared(library: &Library, tagging: &Tagging, a: &[EntryId], b: &[EntryId]) -> Vec<ConceptId> {
    // A chapter's entries are in reading order.
    let common = a
        .iter()
        .filter(|entry| b.binary_search(entry).is_ok())
        .count();
    if common == a.len() || common == b.len() {
        return Vec::new();
    }
    let of = |entries: &[EntryId]| -> BTreeSet<ConceptId> {
        let tags = entries.iter().flat_map(|&entry| tagging.tags(entry));
        tags.map(|tag| tag.concept).collect()
    };
    let everywhere = (library.entries().len() * 7).div_ceil(10).max(3);
    let mut concepts: Vec<ConceptId> = of(a)
        .intersection(&of(b))
        .copied()
        .filter(|&concept| tagging.about(concept).len() < everywhere)
        .collect();
    concepts.sort_by_key(|&concept| (tagging.about(concept).len(), concept));
    concepts
}

fn shared_label(library: &Library, words: Words, shared: &[ConceptId]) -> Option<String> {
    let label = |concept: &ConceptId| {
        library
            .vocabulary()
            .get(*concept)
            .label_in(words.language())
            .to_owned()
    };
    let names: Vec<String> = shared.iter().take(SHARED_SHOWN).map(label).collect();
    match shared.len() {
        0 => None,
        count if count > SHARED_SHOWN => {
            Some(format!("{} +{}", names.join(", "), count - SHARED_SHOWN))
        }
        _ => Some(names.join(", ")),
    }
}
