//! The whole graph in DOT, for Graphviz and what else reads it.

use super::record::{Edge, Node, NodeField, Value};
use super::stream::{Escape, REPLACEMENT, Stream, plain, position};
use super::{Exported, Exporter, Form};
use std::io::{self, Write};

/// All nodes and edges, without a layout; `bookgraph map` draws maps.
pub(super) struct Dot;

/// Text in quotation marks that shows exactly as it is: as in `render::dot`.
const DOT: Escape = Escape {
    next: |bytes| {
        position(bytes, |byte| {
            let read = (byte == b'"') | (byte == b'\\') | (byte == b'&') | (byte == 0x7F);
            // 0xC2 starts C1 controls, 0xE2 what turns text around, 0xEF U+FFFE.
            read | (byte < b' ') | (byte == 0xC2) | (byte == 0xE2) | (byte == 0xEF)
        })
    },
    write: |c, out| match c {
        '\\' => out.extend_from_slice(b"\\\\"),
        '"' => out.extend_from_slice(b"\\\""),
        '&' => out.extend_from_slice(b"&amp;"),
        '\n' => out.extend_from_slice(b"\\n"),
        '\r' => {}
        '\t' => out.push(b' '),
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFFE}' | '\u{FFFF}' => {
            plain(REPLACEMENT, out);
        }
        c if c.is_control() => plain(REPLACEMENT, out),
        c => plain(c, out),
    },
};

impl Exporter for Dot {
    fn name(&self) -> &'static str {
        "dot"
    }

    fn about(&self) -> &'static str {
        "The whole graph, for Graphviz; a map to look at comes from `bookgraph map`"
    }

    fn ending(&self) -> &'static str {
        "dot"
    }

    fn form(&self) -> Form {
        Form::One(write)
    }
}

fn write(exported: &Exported<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut stream = Stream::new(out);
    stream.text("digraph bookgraph {\n");
    exported.each_brief_node(&mut |node| {
        write_node(&mut stream, node);
        stream.flow()
    })?;
    exported.each_edge(&mut |edge| {
        write_edge(&mut stream, edge);
        stream.flow()
    })?;
    stream.text("}\n");
    stream.finish()
}

fn write_node(stream: &mut Stream<'_>, node: &Node<'_>) {
    quoted(stream, node.id);
    stream.text(" [label=");
    quoted(stream, node.label);
    stream.text(" kind=");
    stream.text(node.kind.name());
    for (field, value) in node.values {
        match value {
            // The text of an entry is not for a picture.
            Value::Text(_) | Value::Texts(_) if *field != NodeField::Book => {}
            Value::Text(text) => attribute(stream, field.name(), |stream| quoted(stream, text)),
            Value::Texts(_) => {}
            Value::Integer(number) => attribute(stream, field.name(), |it| it.shown(number)),
            Value::Number(number) => attribute(stream, field.name(), |it| it.shown(number)),
            Value::Date(date) => attribute(stream, field.name(), |stream| {
                stream.text("\"");
                stream.shown(date);
                stream.text("\"");
            }),
        }
    }
    stream.text("];\n");
}

fn write_edge(stream: &mut Stream<'_>, edge: &Edge<'_>) {
    quoted(stream, edge.source);
    stream.text(" -> ");
    quoted(stream, edge.target);
    stream.text(" [kind=\"");
    stream.text(edge.kind.name());
    // `weight` has a meaning of its own in Graphviz, and is a whole number.
    stream.text("\" strength=");
    stream.shown(edge.weight);
    stream.text(match edge.kind.is_mutual() {
        true => " dir=none];\n",
        false => "];\n",
    });
}

fn attribute(stream: &mut Stream<'_>, name: &str, value: impl FnOnce(&mut Stream<'_>)) {
    stream.text(" ");
    stream.text(name);
    stream.text("=");
    value(stream);
}

/// Graphviz rejects a string of more than 16,380 bytes, but not several with `+` between
/// them; a byte becomes five at most.
const LONGEST: usize = 3_000;

fn quoted(stream: &mut Stream<'_>, text: &str) {
    let mut rest = text;
    loop {
        let mut end = rest.len().min(LONGEST);
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        let (piece, more) = rest.split_at(end);
        stream.text("\"");
        stream.escaped(piece, &DOT);
        stream.text("\"");
        if more.is_empty() {
            return;
        }
        stream.text(" + ");
        rest = more;
    }
}
