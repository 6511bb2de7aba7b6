//! GraphML, for Gephi, yEd, Cytoscape, igraph and networkx.

use super::record::{Edge, EdgeField, FieldType, Node, NodeField, Value};
use super::stream::Stream;
use super::xml::XML;
use super::{Exported, Exporter, Form};
use std::io::{self, Write};

/// <http://graphml.graphdrawing.org/specification.html>. All edges are directed, as
/// readers refuse a mixture; `both_ways` says of each whether it holds both ways.
pub(super) struct GraphMl;

impl Exporter for GraphMl {
    fn name(&self) -> &'static str {
        "graphml"
    }

    fn about(&self) -> &'static str {
        "The whole graph, for Gephi, yEd, Cytoscape, igraph, networkx"
    }

    fn ending(&self) -> &'static str {
        "graphml"
    }

    fn form(&self) -> Form {
        Form::One(write)
    }
}

const HEAD: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
);

fn write(exported: &Exported<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut stream = Stream::new(out);
    stream.text(HEAD);
    keys(&mut stream);
    stream.text("<graph id=\"bookgraph\" edgedefault=\"directed\">\n");
    exported.each_node(&mut |node| {
        write_node(&mut stream, node);
        stream.flow()
    })?;
    exported.each_edge(&mut |edge| {
        write_edge(&mut stream, edge);
        stream.flow()
    })?;
    stream.text("</graph>\n</graphml>\n");
    stream.finish()
}

fn keys(stream: &mut Stream<'_>) {
    let mut key = |of: &str, name: &str, of_type: &str| {
        let line = format!(
            "<key id=\"{of}.{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{of_type}\"/>\n"
        );
        stream.text(&line);
    };
    key("node", "kind", "string");
    key("node", "label", "string");
    for field in NodeField::ALL {
        key("node", field.name(), type_name(field.field_type()));
    }
    key("edge", "kind", "string");
    key("edge", "weight", "double");
    key("edge", "both_ways", "boolean");
    for field in EdgeField::ALL {
        key("edge", field.name(), type_name(field.field_type()));
    }
}

fn type_name(of_type: FieldType) -> &'static str {
    match of_type {
        FieldType::Text | FieldType::Texts | FieldType::Date => "string",
        FieldType::Integer => "long",
        FieldType::Number => "double",
    }
}

fn write_node(stream: &mut Stream<'_>, node: &Node<'_>) {
    stream.text("<node id=\"");
    stream.escaped(node.id, &XML);
    stream.text("\"><data key=\"node.kind\">");
    stream.text(node.kind.name());
    stream.text("</data><data key=\"node.label\">");
    stream.escaped(node.label, &XML);
    stream.text("</data>");
    for (field, value) in node.values {
        data(stream, ["node.", field.name()], value);
    }
    stream.text("</node>\n");
}

fn write_edge(stream: &mut Stream<'_>, edge: &Edge<'_>) {
    let kind = edge.kind.name();
    stream.text("<edge id=\"");
    stream.text(kind);
    for end in [edge.source, edge.target] {
        stream.text(":");
        stream.escaped(end, &XML);
    }
    stream.text("\" source=\"");
    stream.escaped(edge.source, &XML);
    stream.text("\" target=\"");
    stream.escaped(edge.target, &XML);
    stream.text("\"><data key=\"edge.kind\">");
    stream.text(kind);
    stream.text("</data><data key=\"edge.weight\">");
    stream.shown(edge.weight);
    stream.text("</data>");
    if edge.kind.is_mutual() {
        stream.text("<data key=\"edge.both_ways\">true</data>");
    }
    for (field, value) in edge.values {
        data(stream, ["edge.", field.name()], value);
    }
    stream.text("</edge>\n");
}

fn data(stream: &mut Stream<'_>, key: [&str; 2], value: &Value<'_>) {
    stream.text("<data key=\"");
    stream.text(key[0]);
    stream.text(key[1]);
    stream.text("\">");
    xml_value(stream, value);
    stream.text("</data>");
}

/// A value as text in XML; texts stand behind one another with semicolons.
pub(super) fn xml_value(stream: &mut Stream<'_>, value: &Value<'_>) {
    match value {
        Value::Text(text) => stream.escaped(text, &XML),
        Value::Texts(texts) => {
            for (at, text) in texts.iter().enumerate() {
                stream.text(if at > 0 { "; " } else { "" });
                stream.escaped(text, &XML);
            }
        }
        Value::Integer(number) => stream.shown(number),
        Value::Number(number) => stream.shown(number),
        Value::Date(date) => stream.shown(date),
    }
}
