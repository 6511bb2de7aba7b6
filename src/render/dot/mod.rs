//! Maps as DOT, the language of Graphviz, printed by `graphviz-rust`.
//!
//! A file holds the map as it was laid out: `dot -Tsvg` and `neato -Tsvg` of it
//! draw our picture, since `layout=nop2` keeps the places of nodes and the
//! curves of edges, and what is neither stands in `_background`, in the language
//! of `xdot`. Scene pixels are Graphviz's points; y goes up there.
//!
//! The crate prints what it is given and never escapes, so every text goes
//! through [`quoted`] (or its twins for HTML-like labels and for the
//! background), and ids are `n0`, `n1`, …, never anything a user wrote; the
//! user's ids stand in the attribute `id`.

mod attributes;
mod background;
mod edge;
mod escape;
mod label;
mod node;
mod outline;
mod sheet;
mod xdot;

pub use escape::quoted;

use super::positions;
use super::theme::Theme;
use crate::map::scene::{Ink, Scene};
use attributes::{decimals, number, plain, text};
use graphviz_rust::dot_structures::{Attribute, Graph, GraphAttributes, Id, Node, NodeId, Stmt};
use graphviz_rust::printer::{DotPrinter, PrinterContext};
use sheet::Sheet;

/// Prints a scene as a DOT file in the colours of a theme.
pub fn print(scene: &Scene, theme: Theme) -> String {
    let sheet = Sheet::new(scene, theme);
    let mut stmts = vec![
        Stmt::GAttribute(GraphAttributes::Graph(graph_attributes(&sheet))),
        Stmt::GAttribute(GraphAttributes::Node(node_attributes())),
        Stmt::GAttribute(GraphAttributes::Edge(edge_attributes())),
    ];
    stmts.extend(corners(&sheet).map(Stmt::Node));
    stmts.extend(
        scene
            .edges
            .iter()
            .map(|edge| Stmt::Edge(edge::statement(&sheet, edge))),
    );
    let nodes = (0..).zip(&scene.nodes);
    stmts.extend(nodes.map(|(index, node)| Stmt::Node(node::statement(&sheet, index, node))));
    let graph = Graph::Graph {
        id: Id::Plain("bookgraph".to_owned()),
        strict: false,
        stmts,
    };
    let mut printer = PrinterContext::default();
    // One statement a line, whatever its length.
    printer.with_semi().with_inline_size(0);
    let generator = concat!("// bookgraph ", env!("CARGO_PKG_VERSION"));
    let positions = positions::line(scene).map(|line| format!("// {line}\n"));
    format!(
        "{generator}\n{}{}\n",
        positions.unwrap_or_default(),
        graph.print(&mut printer)
    )
}

fn graph_attributes(sheet: &Sheet<'_>) -> Vec<Attribute> {
    vec![
        plain("layout", "nop2"),
        plain("inputscale", "72"),
        plain("pad", "0"),
        plain("outputorder", "edgesfirst"),
        text("bgcolor", &sheet.colour(Ink::Paper)),
        // The id of the root, and what it is called where the picture is shown.
        text("tooltip", &sheet.scene.title),
        text("class", sheet.scene.kind.name()),
        Attribute(
            Id::Plain("_background".to_owned()),
            Id::Escaped(background::of(sheet)),
        ),
    ]
}

fn node_attributes() -> Vec<Attribute> {
    vec![
        plain("shape", "box"),
        plain("fixedsize", "true"),
        text("label", ""),
        text("fontname", &attributes::fonts()),
    ]
}

fn edge_attributes() -> Vec<Attribute> {
    vec![plain("dir", "none"), text("fontname", &attributes::fonts())]
}

/// Graphviz makes the page as large as its nodes need: an unseen one in each of
/// two corners makes it as large as the scene, and keeps the background, which
/// it doesn't move, in line with them.
fn corners(sheet: &Sheet<'_>) -> impl Iterator<Item = Node> {
    /// Graphviz makes nothing narrower, in inches.
    const LEAST: f64 = 0.01;
    let half = LEAST * 72.0 / 2.0;
    let size = sheet.scene.size;
    let places = [(half, half), (size.width - half, size.height - half)];
    (0..).zip(places).map(|(index, (x, y))| {
        let attributes = vec![
            text("pos", &format!("{},{}", decimals(x), decimals(y))),
            number("width", LEAST),
            number("height", LEAST),
            plain("style", "invis"),
        ];
        Node::new(
            NodeId(Id::Plain(format!("corner{index}")), None),
            attributes,
        )
    })
}
