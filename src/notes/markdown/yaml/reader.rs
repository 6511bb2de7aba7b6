//! One property after the other, and what can be kept of those that are no YAML.

use super::build::parse;
use super::{Node, Property, Value, key_of};
use crate::diagnostic::{Code, Diagnostic};
use crate::notes::limits::PROPERTY_LIMIT;
use crate::notes::problems::Problems;
use crate::source::{Place, SourceFile};
use std::ops::Range;
use std::sync::Arc;

/// Reads the properties of a file.
pub(super) struct Reader<'a> {
    pub(super) file: &'a Arc<SourceFile>,
    pub(super) diagnostics: &'a mut Problems,
}

impl Reader<'_> {
    /// Reads the lines of a property. Where they are no YAML, and each line is a property
    /// if it stood at the edge, they are read one by one.
    pub(super) fn chunk(&mut self, lines: Range<usize>, properties: &mut Vec<Property>) {
        let text = &self.file.text[lines.clone()];
        if lines.len() > PROPERTY_LIMIT {
            let key = text.find([':', '\n']).unwrap_or(0);
            let place = Place::new(self.file, lines.start..lines.start + key);
            let message = format!("this property is longer than {PROPERTY_LIMIT} bytes");
            self.diagnostics.push(
                Diagnostic::at(Code::TooLong, place, message)
                    .label("not used")
                    .hint("shorten it; a quotation mark or the `---` below it may be missing"),
            );
            return;
        }
        if let Some(property) = plain(text, lines.start) {
            properties.push(property);
            return;
        }
        let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
        let keyed = |line: &str| line.trim().is_empty() || key_of(&line[indent(line)..]).is_some();
        let full = text
            .lines()
            .next()
            .is_some_and(|line| !line.trim_end().ends_with(':'));
        let apart = full && text.lines().skip(1).any(keyed) && text.lines().all(keyed);
        if apart && parse(text, text, lines.start).is_err() {
            let mut at = lines.start;
            for line in text
                .split_inclusive('\n')
                .filter(|line| !line.trim().is_empty())
            {
                let start = at + indent(line);
                at += line.len();
                self.tell_tab(start - indent(line)..start);
                properties.extend(self.property(start..at));
            }
            return;
        }
        properties.extend(self.property(lines));
    }

    fn property(&mut self, lines: Range<usize>) -> Option<Property> {
        let text = &self.file.text[lines.clone()];
        if let Some(property) = plain(text, lines.start) {
            return Some(property);
        }
        let read = parse(&self.without_tabs(text, lines.start), text, lines.start);
        let (message, at) = match read {
            Ok(Some((key, key_span, value))) => {
                return Some(Property {
                    key,
                    key_span,
                    value,
                    lines,
                });
            }
            Ok(None) => ("this is no property".to_owned(), lines.start),
            Err(error) => error,
        };
        self.salvage(message, at, lines)
    }

    /// YAML has no tabs before a value; people do.
    fn without_tabs(&mut self, text: &str, start: usize) -> String {
        let mut fixed = String::with_capacity(text.len());
        let mut told = false;
        for line in text.split_inclusive('\n') {
            let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
            if !told && line[..indent].contains('\t') {
                let at = start + fixed.len();
                self.tell_tab(at..at + indent);
                told = true;
            }
            fixed.extend(line[..indent].chars().map(|_| ' '));
            fixed.push_str(&line[indent..]);
        }
        fixed
    }

    fn tell_tab(&mut self, indent: Range<usize>) {
        if !self.file.text[indent.clone()].contains('\t') {
            return;
        }
        let place = Place::new(self.file, indent);
        self.diagnostics.push(
            Diagnostic::at(Code::FrontMatter, place, "YAML has no tabs before a value")
                .label("read as spaces")
                .hint("put spaces here"),
        );
    }

    /// What can be kept of a property that is no YAML: all that stands after its key,
    /// when that is one line.
    fn salvage(&mut self, message: String, at: usize, lines: Range<usize>) -> Option<Property> {
        let text = &self.file.text[lines.clone()];
        let mut written = text.lines().filter(|line| !line.trim().is_empty());
        let line = written.next().unwrap_or_default();
        let only = written.next().is_none();
        let key = line
            .split_once(':')
            .map(|(key, _)| key)
            .filter(|key| key_of(&format!("{key}:")).is_some());
        let value = key
            .map(|key| line[key.len() + 1..].trim())
            .filter(|value| only && !value.is_empty());
        let place = Place::new(self.file, at..at + 1);
        let problem = Diagnostic::at(Code::FrontMatter, place, message);
        let (Some(key), Some(value)) = (key, value) else {
            self.diagnostics.push(
                problem
                    .label("this property was not used")
                    .hint("write properties as `name: value`, one a line"),
            );
            return None;
        };
        let quoted = value.replace('\\', "\\\\").replace('"', "\\\"");
        let problem = problem.label("read as it stands");
        self.diagnostics.push(match value.starts_with(['[', '{']) {
            true => problem.hint("close the bracket"),
            false => problem.hint(format!("put it in quotation marks: `{key}: \"{quoted}\"`")),
        });
        let start = lines.start + line.len() - line[key.len() + 1..].trim_start().len();
        Some(Property {
            key: key.to_owned(),
            key_span: lines.start..lines.start + key.len(),
            value: Node {
                value: Value::Text(value.to_owned()),
                span: start..start + value.len(),
            },
            lines,
        })
    }
}

/// A property of one line whose value is a few plain words: most are.
fn plain(text: &str, start: usize) -> Option<Property> {
    let line = text.trim_end();
    let key = key_of(text).filter(|key| !line.contains('\n') && !key.starts_with(['"', '\'']))?;
    let value = line.get(key.len() + 2..).unwrap_or_default().trim();
    let odd = |c: char| "-#[]{},&*!|>%@`?:\"'~".contains(c);
    let special = value.starts_with(odd) || value.contains(": ") || value.contains(" #");
    if special || value.ends_with(':') || value.contains('\t') {
        return None;
    }
    let at = start + line.len() - value.len();
    let nothing = value.is_empty() || value.eq_ignore_ascii_case("null");
    Some(Property {
        key: key.trim_end().to_owned(),
        key_span: start..start + key.trim_end().len(),
        value: Node {
            value: match nothing {
                true => Value::Nothing,
                false => Value::Text(value.to_owned()),
            },
            span: at..start + line.len(),
        },
        lines: start..start + text.len(),
    })
}
