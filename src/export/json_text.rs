//! Values in JSON.

use super::record::Value;
use super::stream::{Escape, Stream, plain, position};

/// Text between quotation marks (RFC 8259).
pub(super) const JSON: Escape = Escape {
    next: |bytes| {
        position(bytes, |byte| {
            (byte < b' ') | (byte == b'"') | (byte == b'\\')
        })
    },
    write: |c, out| match c {
        '"' => out.extend_from_slice(b"\\\""),
        '\\' => out.extend_from_slice(b"\\\\"),
        '\n' => out.extend_from_slice(b"\\n"),
        '\r' => out.extend_from_slice(b"\\r"),
        '\t' => out.extend_from_slice(b"\\t"),
        '\0'..='\u{1F}' => out.extend_from_slice(format!("\\u{:04x}", c as u32).as_bytes()),
        c => plain(c, out),
    },
};

/// A text with its quotation marks.
pub(super) fn json_text(stream: &mut Stream<'_>, text: &str) {
    stream.text("\"");
    stream.escaped(text, &JSON);
    stream.text("\"");
}

/// `"name":` and a text, after what is written already.
pub(super) fn json_field(stream: &mut Stream<'_>, before: &str, name: &str, text: &str) {
    stream.text(before);
    stream.text("\"");
    stream.text(name);
    stream.text("\":");
    json_text(stream, text);
}

/// `,"name":value` of a field.
pub(super) fn json_value(stream: &mut Stream<'_>, name: &str, value: &Value<'_>) {
    stream.text(",\"");
    stream.text(name);
    stream.text("\":");
    match value {
        Value::Text(text) => json_text(stream, text),
        Value::Texts(texts) => {
            stream.text("[");
            for (at, text) in texts.iter().enumerate() {
                stream.text(if at > 0 { "," } else { "" });
                json_text(stream, text);
            }
            stream.text("]");
        }
        Value::Integer(number) => stream.shown(number),
        Value::Number(number) => stream.shown(number),
        Value::Date(date) => {
            stream.text("\"");
            stream.shown(date);
            stream.text("\"");
        }
    }
}
