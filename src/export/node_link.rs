//! JSON as networkx and D3 read it: `{"nodes": […], "edges": […]}`.

use super::json_text::{json_field, json_value};
use super::record::{Edge, Node};
use super::stream::Stream;
use super::{Exported, Exporter, Form};
use std::io::{self, Write};

/// `networkx.node_link_graph(…, edges="edges")`. An edge's `key` is its kind.
pub(super) struct NodeLink;

impl Exporter for NodeLink {
    fn name(&self) -> &'static str {
        "json-graph"
    }

    fn about(&self) -> &'static str {
        "The whole graph as nodes and edges in JSON, for networkx, D3, scripts"
    }

    fn ending(&self) -> &'static str {
        "json"
    }

    fn form(&self) -> Form {
        Form::One(write)
    }
}

fn write(exported: &Exported<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut stream = Stream::new(out);
    stream.text(
        "{\"directed\":true,\"multigraph\":true,\"graph\":{\"name\":\"bookgraph\"},\n\"nodes\":[",
    );
    let mut first = true;
    exported.each_node(&mut |node| {
        stream.text(if std::mem::take(&mut first) {
            "\n{"
        } else {
            ",\n{"
        });
        node_fields(&mut stream, node);
        stream.text("}");
        stream.flow()
    })?;
    stream.text("\n],\n\"edges\":[");
    let mut first = true;
    exported.each_edge(&mut |edge| {
        stream.text(if std::mem::take(&mut first) {
            "\n{"
        } else {
            ",\n{"
        });
        edge_fields(&mut stream, edge);
        json_field(&mut stream, ",", "key", edge.kind.name());
        stream.text("}");
        stream.flow()
    })?;
    stream.text("\n]}\n");
    stream.finish()
}

/// What is known of a node, as the fields of an object.
pub(super) fn node_fields(stream: &mut Stream<'_>, node: &Node<'_>) {
    json_field(stream, "", "id", node.id);
    json_field(stream, ",", "kind", node.kind.name());
    json_field(stream, ",", "label", node.label);
    for (field, value) in node.values {
        json_value(stream, field.name(), value);
    }
}

/// What is known of an edge, as the fields of an object.
pub(super) fn edge_fields(stream: &mut Stream<'_>, edge: &Edge<'_>) {
    json_field(stream, "", "source", edge.source);
    json_field(stream, ",", "target", edge.target);
    json_field(stream, ",", "kind", edge.kind.name());
    stream.text(",\"weight\":");
    stream.shown(edge.weight);
    stream.text(match edge.kind.is_mutual() {
        true => ",\"both_ways\":true",
        false => ",\"both_ways\":false",
    });
    for (field, value) in edge.values {
        json_value(stream, field.name(), value);
    }
}
