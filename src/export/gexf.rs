//! GEXF 1.3 with the timeline, for Gephi.

use super::graphml::xml_value;
use super::record::{Edge, EdgeField, FieldType, Node, NodeField, Value};
use super::stream::Stream;
use super::xml::XML;
use super::{Exported, Exporter, Form};
use jiff::civil::Date;
use std::io::{self, Write};

/// <https://gexf.net/schema.html>. A node lasts while it is read about: an entry on
/// its day, a concept on the days of the entries about it. Nodes without a day, such
/// as books, are there all the time. All edges are directed, as readers refuse a
/// mixture; `both_ways` says of each whether it holds both ways.
pub(super) struct Gexf;

impl Exporter for Gexf {
    fn name(&self) -> &'static str {
        "gexf"
    }

    fn about(&self) -> &'static str {
        "The whole graph with the days of reading, for Gephi's timeline"
    }

    fn ending(&self) -> &'static str {
        "gexf"
    }

    fn form(&self) -> Form {
        Form::One(write)
    }
}

const HEAD: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
    "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n",
    "<graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\" timerepresentation=\"interval\">\n",
);

fn write(exported: &Exported<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut stream = Stream::new(out);
    stream.text(HEAD);
    attributes(&mut stream);
    stream.text("<nodes>\n");
    exported.each_node(&mut |node| {
        write_node(&mut stream, node);
        stream.flow()
    })?;
    stream.text("</nodes>\n<edges>\n");
    exported.each_edge(&mut |edge| {
        write_edge(&mut stream, edge);
        stream.flow()
    })?;
    stream.text("</edges>\n</graph>\n</gexf>\n");
    stream.finish()
}

fn attributes(stream: &mut Stream<'_>) {
    let of_nodes = NodeField::ALL.map(|field| (field.name(), type_name(field.field_type())));
    let of_edges = EdgeField::ALL.map(|field| (field.name(), type_name(field.field_type())));
    class(stream, "node", &[("kind", "string")], &of_nodes);
    let first = [("kind", "string"), ("both_ways", "boolean")];
    class(stream, "edge", &first, &of_edges);
}

fn class(stream: &mut Stream<'_>, class: &str, first: &[(&str, &str)], fields: &[(&str, &str)]) {
    stream.text(&format!("<attributes class=\"{class}\" mode=\"static\">\n"));
    for (name, of_type) in first.iter().chain(fields) {
        let line = format!("<attribute id=\"{name}\" title=\"{name}\" type=\"{of_type}\"/>\n");
        stream.text(&line);
    }
    stream.text("</attributes>\n");
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
    stream.text("\" label=\"");
    stream.escaped(node.label, &XML);
    stream.text("\"><attvalues>");
    value(stream, "kind", &Value::Text(node.kind.name()));
    for (field, known) in node.values {
        value(stream, field.name(), known);
    }
    stream.text("</attvalues>");
    spells(stream, node.days);
    stream.text("</node>\n");
}

/// A spell for each run of days without a break.
fn spells(stream: &mut Stream<'_>, days: &[Date]) {
    let mut runs = days
        .chunk_by(|day, next| day.tomorrow().is_ok_and(|tomorrow| tomorrow == *next))
        .peekable();
    if runs.peek().is_none() {
        return;
    }
    stream.text("<spells>");
    for run in runs {
        stream.text("<spell start=\"");
        stream.shown(run[0]);
        stream.text("\" end=\"");
        stream.shown(run[run.len() - 1]);
        stream.text("\"/>");
    }
    stream.text("</spells>");
}

fn write_edge(stream: &mut Stream<'_>, edge: &Edge<'_>) {
    stream.text("<edge id=\"");
    stream.text(edge.kind.name());
    for end in [edge.source, edge.target] {
        stream.text(":");
        stream.escaped(end, &XML);
    }
    stream.text("\" source=\"");
    stream.escaped(edge.source, &XML);
    stream.text("\" target=\"");
    stream.escaped(edge.target, &XML);
    stream.text("\" kind=\"");
    stream.text(edge.kind.name());
    stream.text("\" weight=\"");
    stream.shown(edge.weight);
    stream.text("\"><attvalues>");
    let both_ways = match edge.kind.is_mutual() {
        true => "true",
        false => "false",
    };
    value(stream, "kind", &Value::Text(edge.kind.name()));
    value(stream, "both_ways", &Value::Text(both_ways));
    for (field, known) in edge.values {
        value(stream, field.name(), known);
    }
    stream.text("</attvalues></edge>\n");
}

fn value(stream: &mut Stream<'_>, name: &str, known: &Value<'_>) {
    stream.text("<attvalue for=\"");
    stream.text(name);
    stream.text("\" value=\"");
    xml_value(stream, known);
    stream.text("\"/>");
}
