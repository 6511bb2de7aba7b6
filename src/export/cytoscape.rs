//! JSON as Cytoscape and Cytoscape.js read it.

use super::json_text::json_text;
use super::node_link::{edge_fields, node_fields};
use super::stream::Stream;
use super::{Exported, Exporter, Form};
use std::io::{self, Write};

/// `{"elements": {"nodes": [{"data": {…}}], "edges": […]}}`, called CYJS.
pub(super) struct Cytoscape;

impl Exporter for Cytoscape {
    fn name(&self) -> &'static str {
        "cytoscape"
    }

    fn about(&self) -> &'static str {
        "The whole graph in JSON, for Cytoscape and Cytoscape.js"
    }

    fn ending(&self) -> &'static str {
        "cyjs"
    }

    fn form(&self) -> Form {
        Form::One(write)
    }
}

fn write(exported: &Exported<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut stream = Stream::new(out);
    stream.text("{\"format_version\":\"1.0\",\"generated_by\":\"bookgraph\",\"target_cytoscapejs_version\":\"~3.0\",\n");
    stream.text("\"data\":{\"name\":\"bookgraph\"},\"elements\":{\n\"nodes\":[");
    let mut first = true;
    exported.each_node(&mut |node| {
        let start = if std::mem::take(&mut first) {
            "\n"
        } else {
            ",\n"
        };
        stream.text(start);
        stream.text("{\"data\":{");
        node_fields(&mut stream, node);
        // What Cytoscape calls things by, and lists them under.
        stream.text(",\"name\":");
        json_text(&mut stream, node.label);
        stream.text("}}");
        stream.flow()
    })?;
    stream.text("\n],\n\"edges\":[");
    let mut first = true;
    exported.each_edge(&mut |edge| {
        let start = if std::mem::take(&mut first) {
            "\n"
        } else {
            ",\n"
        };
        stream.text(start);
        stream.text("{\"data\":{\"id\":");
        let id = [edge.kind.name(), edge.source, edge.target].join(":");
        json_text(&mut stream, &id);
        stream.text(",");
        edge_fields(&mut stream, edge);
        stream.text(",\"interaction\":");
        json_text(&mut stream, edge.kind.name());
        stream.text("}}");
        stream.flow()
    })?;
    stream.text("\n]}}\n");
    stream.finish()
}
