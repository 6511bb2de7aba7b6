//! The entry map: what was read when, and which entries belong together.

use super::heading::{page_span, title};
use super::{Group, Map, MapEdge, MapKind, MapNode, Relation, Selection, Words};
use crate::graph::{BookGraph, EdgeKind, Node};
use crate::model::{ChapterId, ConceptId, EntryId, Library};
use crate::tag::Tagging;
use crate::text::width::shorten;

/// So many concepts stand below an entry's name.
const CONCEPTS_SHOWN: usize = 4;

/// Draws the selected entries in reading order, grouped by chapter, and links
/// those that share rare concepts.
pub fn entries(
    library: &Library,
    tagging: &Tagging,
    graph: &BookGraph,
    selection: &Selection,
) -> Map {
    let mut entries = selection.entries(library, graph.placement());
    if let Some((center, _)) = selection.around {
        let about = library.vocabulary().narrower_closure(center);
        entries.retain(|&entry| {
            about
                .iter()
                .any(|&concept| tagging.tag(entry, concept).is_some())
        });
    }
    let words = Words::new(selection.language(library, &entries));
    let chapter_of = |entry: EntryId| graph.placement().chapters(library, entry).next();
    let mut homes: Vec<Option<ChapterId>> =
        entries.iter().map(|&entry| chapter_of(entry)).collect();
    let mut seen = std::collections::BTreeSet::new();
    homes.retain(|home| seen.insert(*home));
    let nodes = entries
        .iter()
        .map(|&entry| {
            let home = chapter_of(entry);
            let group = homes.iter().position(|other| *other == home).unwrap_or(0);
            node(library, tagging, words, entry, group)
        })
        .collect();
    let edges = edges(library, graph, words, &entries);
    let center = selection
        .around
        .map(|(concept, _)| library.vocabulary().get(concept).label_in(words.language()));
    let links = edges
        .iter()
        .filter(|edge| edge.relation == Relation::Across)
        .count();
    let mut subtitle = vec![words.entries(entries.len())];
    subtitle.extend(page_span(library, &entries).map(|pages| words.pages(pages)));
    subtitle.push(words.links(links));
    Map {
        kind: MapKind::Entries,
        title: title(
            library,
            &entries,
            words,
            selection,
            words.pick("기록 지도", "entry map"),
            center,
        ),
        subtitle: subtitle.join(" · "),
        groups: homes
            .into_iter()
            .map(|home| Group {
                label: match home {
                    Some(chapter) => words.chapter(library.chapter(chapter)),
                    None => words.pick("장 미상", "chapter unknown").to_owned(),
                },
            })
            .collect(),
        nodes,
        edges,
    }
}

fn node(library: &Library, tagging: &Tagging, words: Words, id: EntryId, group: usize) -> MapNode {
    let entry = library.entry(id);
    let mut lines = vec![shorten(&words.entry(library, id), 28)];
    lines.extend(rarest(library, tagging, id).into_iter().map(|concept| {
        library
            .vocabulary()
            .get(concept)
            .label_in(words.language())
            .to_owned()
    }));
    let date = entry
        .date
        .map_or_else(String::new, |date| format!(" · {date}"));
    let gist = crate::summary::gist(library, tagging, id, words.language()).unwrap_or_default();
    MapNode {
        node: Node::Entry(id),
        id: library.qualified_id(id),
        lines,
        tooltip: format!("{}{date}\n{}", entry.title, shorten(gist, 160)),
        size: 0.5,
        group,
    }
}

/// The concepts that set an entry apart: on the fewest entries, most named.
fn rarest(library: &Library, tagging: &Tagging, entry: EntryId) -> Vec<ConceptId> {
    let mut tags: Vec<_> = tagging.tags(entry).iter().collect();
    tags.sort_by_key(|tag| {
        (
            tagging.about(tag.concept).len(),
            std::cmp::Reverse(tag.mentions),
            tag.concept,
        )
    });
    // A concept on every entry sets none apart.
    tags.retain(|tag| {
        library.entries().len() < 3 || tagging.about(tag.concept).len() < library.entries().len()
    });
    tags.into_iter()
        .take(CONCEPTS_SHOWN)
        .map(|tag| tag.concept)
        .collect()
}

fn edges(library: &Library, graph: &BookGraph, words: Words, entries: &[EntryId]) -> Vec<MapEdge> {
    let index = |node: Node| match node {
        Node::Entry(entry) => entries.binary_search(&entry).ok(),
        _ => None,
    };
    let label = |concept| library.vocabulary().get(concept).label_in(words.language());
    let mut edges: Vec<MapEdge> = graph
        .edges()
        .filter_map(|(from, to, edge)| {
            let (from, to) = (index(from)?, index(to)?);
            let (relation, words) = match edge.kind {
                EdgeKind::Next => (Relation::Next, None),
                EdgeKind::Shares {
                    rarest,
                    concepts: 1,
                } => (Relation::Across, Some(label(rarest).to_owned())),
                EdgeKind::Shares { rarest, concepts } => (
                    Relation::Across,
                    Some(format!("{} +{}", label(rarest), concepts - 1)),
                ),
                _ => return None,
            };
            Some(MapEdge {
                from,
                to,
                relation,
                weight: edge.weight,
                tooltip: words.clone().unwrap_or_default(),
                label: words,
            })
        })
        .collect();
    edges.sort_by_key(|edge| (edge.relation != Relation::Next, edge.from, edge.to));
    edges
}
