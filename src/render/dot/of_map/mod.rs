//! Maps as DOT, the language of Graphviz, printed by `graphviz-rust`.
//!
//! The crate prints what it is given and never escapes, so every text goes
//! through [`quoted`] (or its twin for HTML-like labels), and ids are `n0`, `n1`, …, never anything a user wrote; the user's ids, which
//! hold letters, digits and `-_.` only, stand in the attribute `id`.

mod labels;
mod looks;

use super::escape::quoted;
use crate::map::{Map, MapEdge, MapKind, MapNode, Relation};
use crate::text::width::shorten;
use graphviz_rust::dot_structures::{
    Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node, NodeId, Stmt, Subgraph, Vertex,
};
use graphviz_rust::printer::{DotPrinter, PrinterContext};
use labels::NodeLabel;
use looks as theme;

/// Graphviz rejects quoted strings of more than 16,380 bytes.
const LONGEST_LABEL: usize = 200;
/// See [`LONGEST_LABEL`]; tooltips may say more.
const LONGEST_TOOLTIP: usize = 1_000;

/// Prints a map as a DOT file.
pub fn print(map: &Map) -> String {
    let mut stmts = vec![
        Stmt::GAttribute(GraphAttributes::Graph(graph_attributes(map))),
        Stmt::GAttribute(GraphAttributes::Node(node_attributes())),
        Stmt::GAttribute(GraphAttributes::Edge(edge_attributes())),
    ];
    for group in 0..map.groups.len() {
        stmts.push(Stmt::Subgraph(cluster(map, group)));
    }
    stmts.extend(
        map.edges
            .iter()
            .map(|edge| Stmt::Edge(edge_statement(map, edge))),
    );
    let id = Id::Plain("bookgraph".to_owned());
    let graph = match map.kind {
        MapKind::Concepts => Graph::Graph {
            id,
            strict: false,
            stmts,
        },
        MapKind::Entries | MapKind::Chapters => Graph::DiGraph {
            id,
            strict: false,
            stmts,
        },
    };
    let mut printer = PrinterContext::default();
    // One statement a line, whatever its length.
    printer.with_semi().with_inline_size(0);
    format!("{}\n", graph.print(&mut printer))
}

fn graph_attributes(map: &Map) -> Vec<Attribute> {
    let mut attributes = vec![
        Attribute(Id::Plain("label".to_owned()), labels::heading(map)),
        plain("labelloc", "t"),
        plain("labeljust", "l"),
        number("fontsize", 16.0),
        text("fontname", theme::FONTS, LONGEST_LABEL),
        text("fontcolor", theme::INK, LONGEST_LABEL),
        text("bgcolor", theme::PAPER, LONGEST_LABEL),
        plain("outputorder", "edgesfirst"),
        number("pad", 0.3),
    ];
    attributes.extend(match map.kind {
        MapKind::Concepts => vec![
            plain("layout", "neato"),
            plain("start", "7"),
            plain("overlap", "prism"),
            plain("splines", "true"),
            text("sep", "+10", LONGEST_LABEL),
        ],
        MapKind::Entries => vec![
            plain("rankdir", "LR"),
            number("nodesep", 0.3),
            number("ranksep", 0.5),
        ],
        MapKind::Chapters => vec![
            plain("rankdir", "TB"),
            number("nodesep", 0.4),
            number("ranksep", 0.6),
        ],
    });
    attributes
}

fn node_attributes() -> Vec<Attribute> {
    vec![
        plain("shape", "box"),
        text("style", "rounded,filled", LONGEST_LABEL),
        plain("fixedsize", "true"),
        text("fontname", theme::FONTS, LONGEST_LABEL),
        text("fontcolor", theme::INK, LONGEST_LABEL),
        text("fillcolor", theme::PAPER, LONGEST_LABEL),
    ]
}

fn edge_attributes() -> Vec<Attribute> {
    vec![
        text("fontname", theme::FONTS, LONGEST_LABEL),
        number("fontsize", 10.0),
        text("fontcolor", theme::FAINT, LONGEST_LABEL),
        text("color", theme::BRIDGE, LONGEST_LABEL),
        number("arrowsize", 0.7),
    ]
}

/// A group of nodes: a box around them, or, on a concept map, only their
/// colour, since boxes drawn around a free layout would lie across each other.
fn cluster(map: &Map, group: usize) -> Subgraph {
    let (colour, tint) = theme::group(group);
    let mut stmts = vec![Stmt::Attribute(text(
        "label",
        &map.groups[group].label,
        LONGEST_LABEL,
    ))];
    stmts.extend(
        match map.kind {
            MapKind::Concepts => vec![plain("style", "invis")],
            MapKind::Entries | MapKind::Chapters => vec![
                number("fontsize", 13.0),
                text("fontcolor", colour, LONGEST_LABEL),
                text("style", "rounded,filled", LONGEST_LABEL),
                text("fillcolor", &tint, LONGEST_LABEL),
                text("color", &tint, LONGEST_LABEL),
            ],
        }
        .into_iter()
        .map(Stmt::Attribute),
    );
    let members = map
        .nodes
        .iter()
        .enumerate()
        .filter(|(_, node)| node.group == group);
    stmts.extend(members.map(|(index, node)| Stmt::Node(node_statement(map.kind, index, node))));
    Subgraph {
        id: Id::Plain(format!("cluster_{group}")),
        stmts,
    }
}

fn node_statement(kind: MapKind, index: usize, node: &MapNode) -> Node {
    let (colour, tint) = theme::group(node.group);
    let NodeLabel {
        label,
        font,
        width,
        height,
    } = labels::node(kind, node);
    let mut attributes = vec![
        Attribute(Id::Plain("label".to_owned()), label),
        text("id", &node.id, LONGEST_LABEL),
        text("tooltip", &node.tooltip, LONGEST_TOOLTIP),
        number("fontsize", font),
        number("width", width),
        number("height", height),
        text("color", colour, LONGEST_LABEL),
        number("penwidth", 1.0 + 1.5 * node.size),
    ];
    if kind == MapKind::Concepts {
        attributes.push(text("fillcolor", &tint, LONGEST_LABEL));
    }
    Node::new(NodeId(node_id(index), None), attributes)
}

fn edge_statement(map: &Map, edge: &MapEdge) -> Edge {
    let (colour, _) = theme::group(map.nodes[edge.from].group);
    let width = 0.8 + 3.2 * edge.weight;
    let mut attributes = match edge.relation {
        Relation::Together => vec![
            text("color", &format!("{colour}99"), LONGEST_LABEL),
            number("penwidth", width),
        ],
        Relation::Across => vec![
            plain("style", "dashed"),
            number("penwidth", 0.8 + 1.4 * edge.weight),
        ],
        Relation::Next => vec![
            text("color", theme::INK, LONGEST_LABEL),
            number("penwidth", 1.6),
        ],
        Relation::RefersTo => vec![plain("style", "dotted"), number("penwidth", 1.2)],
    };
    let directed = matches!(edge.relation, Relation::Next | Relation::RefersTo);
    if map.kind != MapKind::Concepts && !directed {
        attributes.push(plain("dir", "none"));
    }
    if map.kind != MapKind::Concepts && edge.relation != Relation::Next {
        attributes.push(plain("constraint", "false"));
    }
    if let Some(label) = &edge.label {
        // Two spaces keep the words off the line.
        attributes.push(text("label", &format!("  {label}"), LONGEST_LABEL));
    }
    if !edge.tooltip.is_empty() {
        attributes.push(text("tooltip", &edge.tooltip, LONGEST_TOOLTIP));
    }
    let vertex = |index| Vertex::N(NodeId(node_id(index), None));
    Edge {
        ty: EdgeTy::Pair(vertex(edge.from), vertex(edge.to)),
        attributes,
    }
}

fn node_id(index: usize) -> Id {
    Id::Plain(format!("n{index}"))
}

/// An attribute whose value is a plain word of DOT.
fn plain(name: &str, word: &str) -> Attribute {
    Attribute(Id::Plain(name.to_owned()), Id::Plain(word.to_owned()))
}

/// A number, with two decimals so that every machine writes the same.
fn number(name: &str, value: f32) -> Attribute {
    plain(name, &format!("{value:.2}"))
}

/// An attribute whose value is any text.
fn text(name: &str, value: &str, longest: usize) -> Attribute {
    let value = if value.len() > longest * 4 {
        &shorten(value, longest)
    } else {
        value
    };
    Attribute(Id::Plain(name.to_owned()), Id::Escaped(quoted(value)))
}
