//! Maps as DOT, the language of Graphviz, printed by `graphviz-rust`.
//!
//! The crate prints what it is given and never escapes, so every text goes
//! through [`quoted`], and ids are `n0`, `n1`, …, never anything a user wrote.

use super::theme;
use crate::map::{Map, MapEdge, MapKind, MapNode, Relation};
use crate::text::width::{ems, shorten};
use graphviz_rust::dot_structures::{
    Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node, NodeId, Stmt, Subgraph, Vertex,
};
use graphviz_rust::printer::{DotPrinter, PrinterContext};

/// Graphviz rejects quoted strings of more than 16,380 bytes.
const LONGEST_LABEL: usize = 200;
/// See [`LONGEST_LABEL`]; tooltips may say more.
const LONGEST_TOOLTIP: usize = 1_000;

/// So many groups stand on one line of the legend.
const LEGEND_NAMES: usize = 4;

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
        Attribute(Id::Plain("label".to_owned()), Id::Html(heading(map))),
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

/// Title, subtitle and, where colours stand for groups, which is which. An
/// HTML-like label: every text in it is escaped by [`markup`].
fn heading(map: &Map) -> String {
    let mut lines = vec![
        format!("<FONT POINT-SIZE=\"18\">{}</FONT>", markup(&map.title)),
        format!(
            "<FONT POINT-SIZE=\"12\" COLOR=\"{}\">{}</FONT>",
            theme::FAINT,
            markup(&map.subtitle)
        ),
    ];
    if map.kind == MapKind::Concepts {
        let names: Vec<String> = map
            .groups
            .iter()
            .enumerate()
            .map(|(index, group)| {
                let (colour, _) = theme::group(index);
                format!("<FONT COLOR=\"{colour}\">■</FONT> {}", markup(&group.label))
            })
            .collect();
        lines.extend(
            names
                .chunks(LEGEND_NAMES)
                .map(|names| format!("<FONT POINT-SIZE=\"12\">{}</FONT>", names.join(" &#160; "))),
        );
    }
    // A thin empty line keeps lines of different sizes apart.
    let left = "<BR ALIGN=\"LEFT\"/>";
    let apart = format!("{left}<FONT POINT-SIZE=\"4\"> </FONT>{left}");
    format!("<{}{left}>", lines.join(&apart))
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
    let font = match kind {
        MapKind::Concepts => 12.0 + 8.0 * node.size,
        MapKind::Entries | MapKind::Chapters => 12.0,
    };
    let (width, height) = box_size(&node.lines, font);
    let mut attributes = vec![
        text("label", &node.lines.join("\n"), LONGEST_LABEL),
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

/// A box in inches that holds its text in any of the fonts.
fn box_size(lines: &[String], font: f32) -> (f32, f32) {
    let widest = lines.iter().map(|line| ems(line)).fold(0.0, f64::max) as f32;
    let points = (
        widest * font + 16.0,
        lines.len() as f32 * font * 1.25 + 10.0,
    );
    (points.0 / 72.0, points.1 / 72.0)
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
        Relation::Broader => vec![plain("arrowhead", "empty"), number("penwidth", 1.0)],
    };
    let directed = matches!(
        edge.relation,
        Relation::Next | Relation::RefersTo | Relation::Broader
    );
    if map.kind != MapKind::Concepts && !directed {
        attributes.push(plain("dir", "none"));
    }
    if map.kind != MapKind::Concepts && edge.relation != Relation::Next {
        attributes.push(plain("constraint", "false"));
    }
    if let Some(label) = &edge.label {
        attributes.push(text("label", label, LONGEST_LABEL));
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

/// A text as a quoted string of DOT that shows exactly that text.
///
/// Backslashes and quotation marks are escaped; `&` becomes `&amp;`, as
/// Graphviz reads entities in labels; control characters and non-characters,
/// which no XML may hold, become U+FFFD; carriage returns are dropped.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars().filter_map(printable) {
        match c {
            '\\' => quoted.push_str("\\\\"),
            '"' => quoted.push_str("\\\""),
            '\n' => quoted.push_str("\\n"),
            '&' => quoted.push_str("&amp;"),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// A text inside an HTML-like label.
fn markup(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in shorten(text, LONGEST_LABEL).chars().filter_map(printable) {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

/// What may stand in XML in place of a character; nothing for a carriage
/// return.
fn printable(c: char) -> Option<char> {
    match c {
        '\r' => None,
        '\t' => Some(' '),
        '\n' => Some('\n'),
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}' => Some('\u{FFFD}'),
        c => Some(c),
    }
}
