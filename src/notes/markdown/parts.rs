//! What stands in a Markdown file: properties above, properties between the lines, and
//! words.

use super::front_matter::FrontMatter;
use super::properties::Field;
use super::prose::{Prose, crowded, prose};
use super::scan::scan;
use super::yaml::{Node, Property, Value, properties};
use crate::notes::problems::Problems;

use crate::diagnostic::{Code, Diagnostic};
use crate::notes::limits::BRACKET_LIMIT;
use crate::source::{Place, SourceFile};
use std::sync::Arc;

/// The parts of a file.
#[derive(Debug)]
pub(super) struct Parts {
    /// Where its text starts.
    pub(super) body: usize,
    /// Those above the text, then those that stand in it.
    pub(super) properties: Vec<Property>,
    /// Whether there are any above the text.
    pub(super) has_properties: bool,
    pub(super) prose: Prose,
}

impl Parts {
    pub(super) fn read(file: &Arc<SourceFile>, diagnostics: &mut Problems) -> Self {
        let front = FrontMatter::of(file, diagnostics);
        let has_properties = front.yaml.is_some();
        let mut all = match front.yaml {
            Some(range) => properties(file, range, diagnostics),
            None => Vec::new(),
        };
        let text = &file.text[front.body..];
        let scan = scan(text, &|key| Field::named(key).is_some());
        if let Some(at) = crowded(&scan.text) {
            let at = front.body + at;
            let message = format!("a paragraph has more than {BRACKET_LIMIT} `[`");
            diagnostics.push(
                Diagnostic::at(Code::TooMany, Place::new(file, at..at), message)
                    .label("read as plain text, with what stands around it")
                    .hint("put empty lines between its sentences, or take it out of the note"),
            );
        }
        let mut prose = prose(&scan.text, text, front.body);
        for (key, value) in scan.inline {
            // An `id::` is that of a block, not the note's.
            if key.eq_ignore_ascii_case("id") {
                prose.blocks.push((format!("^{}", value.text), usize::MAX));
                continue;
            }
            let span = front.body + value.span.start..front.body + value.span.end;
            all.push(Property {
                key_span: span.clone(),
                lines: span.clone(),
                key,
                value: Node {
                    value: Value::Text(value.text),
                    span,
                },
            });
        }
        Self {
            body: front.body,
            properties: all,
            has_properties,
            prose,
        }
    }
}
