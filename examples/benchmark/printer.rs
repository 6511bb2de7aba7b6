//! As many nodes and edges as a DOT file has, printed by graphviz-rust from its tree.

use graphviz_rust::dot_structures::{
    Attribute, Edge, EdgeTy, Graph, Id, Node, NodeId, Stmt, Vertex,
};
use graphviz_rust::printer::{DotPrinter, PrinterContext};
use std::fs;
use std::path::Path;

/// Makes the tree of as many nodes and edges as `from` has, with a label each, and prints
/// it to `to`.
pub(crate) fn print(from: &Path, to: &Path) -> Result<(), String> {
    let text = fs::read_to_string(from).map_err(|error| error.to_string())?;
    let is_edge = |line: &&str| line.contains(" -> ") || line.contains(" -- ");
    let (edges, others): (Vec<&str>, Vec<&str>) = text.lines().partition(is_edge);
    let nodes = others.iter().filter(|line| line.contains("label=")).count();
    let mut statements: Vec<Stmt> = (0..nodes).map(node).collect();
    statements.extend((0..edges.len()).map(|at| edge(at, nodes.max(1))));
    let graph = Graph::Graph {
        id: Id::Plain("g".to_owned()),
        strict: false,
        stmts: statements,
    };
    let printed = graph.print(&mut PrinterContext::default());
    fs::write(to, printed).map_err(|error| error.to_string())
}

fn node(at: usize) -> Stmt {
    Stmt::Node(Node {
        id: id(at),
        attributes: vec![attribute(
            "label",
            Id::Escaped(format!("\"a name of {at}\"")),
        )],
    })
}

fn edge(at: usize, nodes: usize) -> Stmt {
    let [a, b] = [at % nodes, at * 7 % nodes].map(|end| Vertex::N(id(end)));
    Stmt::Edge(Edge {
        ty: EdgeTy::Pair(a, b),
        attributes: vec![attribute("weight", Id::Plain((at % 9).to_string()))],
    })
}

fn id(node: usize) -> NodeId {
    NodeId(Id::Plain(format!("n{node}")), None)
}

fn attribute(name: &str, value: Id) -> Attribute {
    Attribute(Id::Plain(name.to_owned()), value)
}
