//! YAML properties with their places, read property by property, so that a mistake in
//! one costs no other.

mod build;
mod reader;

use crate::diagnostic::{Code, Diagnostic};
use crate::notes::problems::Problems;
use crate::source::{Place, SourceFile};
use reader::Reader;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// A value and where it stands, in bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::notes) struct Node {
    pub(in crate::notes) value: Value,
    pub(in crate::notes) span: Range<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::notes) enum Value {
    /// Nothing, `null`, `~`.
    Nothing,
    Text(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

/// A property at the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::notes) struct Property {
    pub(in crate::notes) key: String,
    pub(in crate::notes) key_span: Range<usize>,
    pub(in crate::notes) value: Node,
    /// The lines it takes, their ends included.
    pub(in crate::notes) lines: Range<usize>,
}

impl Property {
    /// Whether it is a line `key:: value` among the words of a note.
    pub(in crate::notes) fn is_inline(&self) -> bool {
        self.lines == self.value.span
    }
}

/// The key of a line `key: value` that starts without a space.
pub(super) fn key_of(line: &str) -> Option<&str> {
    let odd = |c: char| c.is_whitespace() || "-#[]{},&*!|>%@`?:".contains(c);
    if line.starts_with(odd) {
        return None;
    }
    let line = line.trim_end_matches(['\n', '\r']);
    let end = match line.find(": ") {
        Some(end) => end,
        None => line.trim_end().strip_suffix(':')?.len(),
    };
    (end <= 128).then(|| &line[..end])
}

/// Reads the properties in a range of a file.
pub(in crate::notes) fn properties(
    file: &Arc<SourceFile>,
    range: Range<usize>,
    diagnostics: &mut Problems,
) -> Vec<Property> {
    let mut reader = Reader { file, diagnostics };
    let mut properties: Vec<Property> = Vec::new();
    let mut first: HashMap<String, Range<usize>> = HashMap::new();
    let mut all = Vec::new();
    for chunk in chunks(&file.text, range) {
        reader.chunk(chunk, &mut all);
    }
    for property in all {
        let key = property.key.to_lowercase();
        if let Some(first) = first.get(&key) {
            reader.diagnostics.push(
                Diagnostic::at(
                    Code::DuplicateField,
                    Place::new(file, property.key_span),
                    format!("`{}` is given twice", property.key),
                )
                .label("this one was not used")
                .related(Place::new(file, first.clone()), "the first one")
                .hint("put both into one"),
            );
            continue;
        }
        first.insert(key, property.key_span.clone());
        properties.push(property);
    }
    properties
}

/// The lines of each property: one that starts with a key, and those that go on.
fn chunks(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut chunks: Vec<Range<usize>> = Vec::new();
    let mut at = range.start;
    for line in text[range].split_inclusive('\n') {
        let end = at + line.len();
        let goes_on = line.starts_with([' ', '\t', '-', ']', '}', '#']) || line.trim().is_empty();
        match chunks.last_mut() {
            Some(last) if goes_on => last.end = end,
            _ if line.trim().is_empty() || line.starts_with('#') => {}
            _ => chunks.push(at..end),
        }
        at = end;
    }
    chunks
}
