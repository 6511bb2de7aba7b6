//! Statements in Cypher, for Neo4j and other graph databases.

use super::record::{Edge, EdgeKind, Node, NodeKind, Value};
use super::stream::{Escape, Stream, plain, position};
use super::{Exported, Exporter, Form};
use std::io::{self, Write};

/// A statement after the other. `MERGE` finds what is there already, so that running the script
/// again changes nothing but what has changed.
pub(super) struct Cypher;

/// Text between single quotes. Line breaks stay as they are: not every database reads
/// `\n` as one.
const CYPHER: Escape = Escape {
    next: |bytes| position(bytes, |byte| (byte == b'\'') | (byte == b'\\')),
    write: |c, out| {
        out.push(b'\\');
        plain(c, out);
    },
};

impl Exporter for Cypher {
    fn name(&self) -> &'static str {
        "cypher"
    }

    fn about(&self) -> &'static str {
        "The whole graph as statements, for Neo4j, Memgraph, Kuzu"
    }

    fn ending(&self) -> &'static str {
        "cypher"
    }

    fn form(&self) -> Form {
        Form::One(write)
    }
}

fn write(exported: &Exported<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut stream = Stream::new(out);
    exported.each_node(&mut |node| {
        write_node(&mut stream, node);
        stream.flow()
    })?;
    exported.each_edge(&mut |edge| {
        write_edge(&mut stream, edge);
        stream.flow()
    })?;
    stream.finish()
}

fn write_node(stream: &mut Stream<'_>, node: &Node<'_>) {
    stream.text("MERGE (n:");
    stream.text(label(node.kind));
    stream.text(" {id: ");
    quoted(stream, node.id);
    stream.text("}) SET n.label = ");
    quoted(stream, node.label);
    for (field, value) in node.values {
        set(stream, "n", field.name(), value);
    }
    stream.text(";\n");
}

fn write_edge(stream: &mut Stream<'_>, edge: &Edge<'_>) {
    let [from, to] = ends(edge.source, edge.target);
    for (name, id, of) in [("a", edge.source, from), ("b", edge.target, to)] {
        stream.text(if name == "a" { "MATCH (a:" } else { ", (b:" });
        stream.text(of);
        stream.text(" {id: ");
        quoted(stream, id);
        stream.text("})");
    }
    stream.text(" MERGE (a)-[r:");
    stream.text(type_name(edge.kind));
    stream.text("]->(b) SET r.weight = ");
    number(stream, edge.weight);
    for (field, value) in edge.values {
        set(stream, "r", field.name(), value);
    }
    stream.text(";\n");
}

/// The labels of an edge's ends, by what their ids start with.
fn ends(source: &str, target: &str) -> [&'static str; 2] {
    let kinds = [NodeKind::Book, NodeKind::Chapter, NodeKind::Entry];
    [source, target].map(|id| {
        let kind = id.split(':').next().unwrap_or_default();
        let known = kinds.into_iter().find(|it| it.name() == kind);
        label(known.unwrap_or(NodeKind::Concept))
    })
}

fn set(stream: &mut Stream<'_>, of: &str, name: &str, value: &Value<'_>) {
    stream.text(", ");
    stream.text(of);
    stream.text(".");
    stream.text(name);
    stream.text(" = ");
    match value {
        Value::Text(text) => quoted(stream, text),
        Value::Texts(texts) => {
            stream.text("[");
            for (at, text) in texts.iter().enumerate() {
                stream.text(if at > 0 { ", " } else { "" });
                quoted(stream, text);
            }
            stream.text("]");
        }
        Value::Integer(whole) => stream.shown(whole),
        Value::Number(value) => number(stream, *value),
        Value::Date(date) => {
            stream.text("date('");
            stream.shown(date);
            stream.text("')");
        }
    }
}

/// A number that is no whole one, whatever its value.
fn number(stream: &mut Stream<'_>, value: f32) {
    stream.shown(format_args!("{value:?}"));
}

fn quoted(stream: &mut Stream<'_>, text: &str) {
    stream.text("'");
    stream.escaped(text, &CYPHER);
    stream.text("'");
}

/// A kind of nodes as a label of Neo4j.
pub(super) fn label(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Book => "Book",
        NodeKind::Chapter => "Chapter",
        NodeKind::Entry => "Entry",
        NodeKind::Concept => "Concept",
    }
}

/// A kind of edges as a type of relationships.
pub(super) fn type_name(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::PartOf => "PART_OF",
        EdgeKind::Next => "NEXT",
        EdgeKind::RefersTo => "REFERS_TO",
        EdgeKind::LinksTo => "LINKS_TO",
        EdgeKind::Tagged => "TAGGED",
        EdgeKind::Broader => "BROADER",
        EdgeKind::Related => "RELATED",
        EdgeKind::CoMention => "CO_MENTION",
        EdgeKind::Shares => "SHARES",
    }
}
