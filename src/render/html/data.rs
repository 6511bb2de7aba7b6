//! What the script of a page knows of the scenes, as JSON.

use super::words::PageWords;
use super::{address, name};
use crate::map::scene::{Scene, SceneEdge, SceneNode, Subject};
use serde::Serialize;

#[derive(Serialize)]
struct Data<'a> {
    words: &'a PageWords,
    maps: Vec<MapData<'a>>,
}

#[derive(Serialize)]
struct MapData<'a> {
    name: String,
    kind: &'static str,
    groups: Vec<GroupData<'a>>,
    chapters: Vec<&'a str>,
    entries: Vec<EntryData<'a>>,
    quotes: Vec<QuoteData<'a>>,
    nodes: Vec<NodeData<'a>>,
    edges: Vec<EdgeData<'a>>,
}

#[derive(Serialize)]
struct GroupData<'a> {
    name: &'a str,
    colour: u8,
}

#[derive(Serialize)]
struct EntryData<'a> {
    label: &'a str,
    date: Option<&'a str>,
    chapters: &'a [usize],
}

#[derive(Serialize)]
struct QuoteData<'a> {
    entry: usize,
    sentence: Option<&'a str>,
}

#[derive(Serialize)]
struct NodeData<'a> {
    id: &'a str,
    address: String,
    label: &'a str,
    names: &'a [String],
    facts: &'a [String],
    /// Left, top, width, height.
    #[serde(rename = "box")]
    place: [f64; 4],
    group: Option<usize>,
    weight: f32,
    quotes: &'a [u32],
    /// The chapters it is in, or is, whatever its quotes say.
    chapters: Vec<usize>,
    /// The map of the group that it stands for.
    opens: Option<String>,
}

#[derive(Serialize)]
struct EdgeData<'a> {
    from: usize,
    to: usize,
    directed: bool,
    weight: f32,
    label: &'a str,
    quotes: &'a [u32],
}

/// The data of a page, to stand in a `script` element: no `<` is left in it, so
/// nothing in it can end the element.
pub(super) fn json(scenes: &[Scene], words: &PageWords) -> String {
    let maps = (0..scenes.len()).map(|index| map(scenes, index)).collect();
    let json = serde_json::to_string(&Data { words, maps });
    json.expect("texts and numbers can be written as JSON")
        .replace('<', "\\u003c")
}

fn map(scenes: &[Scene], index: usize) -> MapData<'_> {
    let scene = &scenes[index];
    let groups = scene.groups.iter().map(|group| GroupData {
        name: &group.name,
        colour: group.colour,
    });
    let entries = scene.entries.iter().map(|entry| EntryData {
        label: &entry.label,
        date: entry.date.as_deref(),
        chapters: &entry.chapters,
    });
    let quotes = scene.quotes.iter().map(|quote| QuoteData {
        entry: quote.entry,
        sentence: quote.sentence.as_deref(),
    });
    let nodes = scene.nodes.iter().map(|each| node(scenes, index, each));
    MapData {
        name: name(scenes, index),
        kind: scene.kind.name(),
        groups: groups.collect(),
        chapters: scene
            .chapters
            .iter()
            .map(|chapter| chapter.label.as_str())
            .collect(),
        entries: entries.collect(),
        quotes: quotes.collect(),
        nodes: nodes.collect(),
        edges: scene.edges.iter().map(edge).collect(),
    }
}

fn node<'a>(scenes: &'a [Scene], index: usize, node: &'a SceneNode) -> NodeData<'a> {
    let scene = &scenes[index];
    let round = |number: f64| (number * 10.0).round() / 10.0;
    let (min, size) = (node.rect.min, node.rect.size);
    let chapters = match node.subject {
        Subject::Entry(_) => {
            let mut entries = scene.entries.iter();
            let found = entries.find(|entry| entry.id == node.id);
            found.map_or_else(Vec::new, |entry| entry.chapters.clone())
        }
        Subject::Chapter(_) => {
            let mut chapters = scene.chapters.iter();
            let found = chapters.position(|chapter| chapter.id == node.id);
            found.into_iter().collect()
        }
        Subject::Concept(_) | Subject::Group(_) => Vec::new(),
    };
    // The maps of groups are named as the groups' nodes are.
    let opens = (1..scenes.len())
        .map(|other| name(scenes, other))
        .find(|name| matches!(node.subject, Subject::Group(_)) && *name == node.id);
    NodeData {
        id: &node.id,
        address: address(scenes, index, node),
        label: &node.label,
        names: &node.names,
        facts: &node.facts,
        place: [min.x, min.y, size.width, size.height].map(round),
        group: node.group,
        weight: node.weight,
        quotes: &node.quotes,
        chapters,
        opens,
    }
}

fn edge(edge: &SceneEdge) -> EdgeData<'_> {
    EdgeData {
        from: edge.from,
        to: edge.to,
        directed: edge.relation.is_directed(),
        weight: edge.weight,
        label: &edge.label,
        quotes: &edge.quotes,
    }
}
