//! `bookgraph.scene/1`.

use super::print;
use super::scene_marks::{LineShape, MarkShape, OutlineShape, PaintShape};
use super::schema::JsonAnswer;
use super::shapes::rounded;
use crate::map::scene::{Scene, SceneEdge, SceneNode};
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Serialize, JsonSchema)]
pub(super) struct SceneShape<'a> {
    schema: &'static str,
    kind: &'static str,
    language: &'a str,
    title: &'a str,
    subtitle: &'a str,
    findings: &'a [String],
    /// Width and height.
    size: [f64; 2],
    groups: Vec<GroupShape<'a>>,
    chapters: Vec<ChapterShape<'a>>,
    entries: Vec<EntryShape<'a>>,
    quotes: Vec<QuoteShape<'a>>,
    nodes: Vec<NodeShape<'a>>,
    edges: Vec<EdgeShape<'a>>,
    backdrop: Vec<MarkShape<'a>>,
    captions: Vec<MarkShape<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct GroupShape<'a> {
    name: &'a str,
    colour: u8,
}

#[derive(Serialize, JsonSchema)]
struct ChapterShape<'a> {
    id: &'a str,
    label: &'a str,
}

#[derive(Serialize, JsonSchema)]
struct EntryShape<'a> {
    id: &'a str,
    label: &'a str,
    date: Option<&'a str>,
    chapters: &'a [usize],
}

#[derive(Serialize, JsonSchema)]
struct QuoteShape<'a> {
    entry: usize,
    sentence: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct NodeShape<'a> {
    id: &'a str,
    subject: &'static str,
    label: &'a str,
    group: Option<usize>,
    weight: f64,
    names: &'a [String],
    facts: &'a [String],
    quotes: &'a [u32],
    outline: OutlineShape,
    paint: PaintShape,
    lines: Vec<LineShape<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct EdgeShape<'a> {
    from: usize,
    to: usize,
    relation: &'static str,
    directed: bool,
    label: &'a str,
    weight: f64,
    quotes: &'a [u32],
    outline: Option<OutlineShape>,
    paint: PaintShape,
    lines: Vec<LineShape<'a>>,
}

impl JsonAnswer for SceneShape<'_> {
    const SCHEMA: &'static str = "bookgraph.scene/1";
}

/// A whole map: what stands on it, why, and where.
pub fn scene(scene: &Scene) -> String {
    let groups = scene.groups.iter().map(|group| GroupShape {
        name: &group.name,
        colour: group.colour,
    });
    let chapters = scene.chapters.iter().map(|chapter| ChapterShape {
        id: &chapter.id,
        label: &chapter.label,
    });
    let entries = scene.entries.iter().map(|entry| EntryShape {
        id: &entry.id,
        label: &entry.label,
        date: entry.date.as_deref(),
        chapters: &entry.chapters,
    });
    let quotes = scene.quotes.iter().map(|quote| QuoteShape {
        entry: quote.entry,
        sentence: quote.sentence.as_deref(),
    });
    print(&SceneShape {
        schema: SceneShape::SCHEMA,
        kind: scene.kind.name(),
        language: scene.language.code(),
        title: &scene.title,
        subtitle: &scene.subtitle,
        findings: &scene.findings,
        size: [scene.size.width, scene.size.height],
        groups: groups.collect(),
        chapters: chapters.collect(),
        entries: entries.collect(),
        quotes: quotes.collect(),
        nodes: scene.nodes.iter().map(node).collect(),
        edges: scene.edges.iter().map(edge).collect(),
        backdrop: scene.backdrop.iter().map(MarkShape::new).collect(),
        captions: scene.captions.iter().map(MarkShape::new).collect(),
    })
}

fn node(node: &SceneNode) -> NodeShape<'_> {
    NodeShape {
        id: &node.id,
        subject: node.subject.name(),
        label: &node.label,
        group: node.group,
        weight: rounded(node.weight),
        names: &node.names,
        facts: &node.facts,
        quotes: &node.quotes,
        outline: OutlineShape::new(&node.shape()),
        paint: PaintShape::new(&node.paint),
        lines: node.lines.iter().map(LineShape::new).collect(),
    }
}

fn edge(edge: &SceneEdge) -> EdgeShape<'_> {
    EdgeShape {
        from: edge.from,
        to: edge.to,
        relation: edge.relation.name(),
        directed: edge.relation.is_directed(),
        label: &edge.label,
        weight: rounded(edge.weight),
        quotes: &edge.quotes,
        outline: edge.shape.as_ref().map(OutlineShape::new),
        paint: PaintShape::new(&edge.paint),
        lines: edge.lines.iter().map(LineShape::new).collect(),
    }
}
