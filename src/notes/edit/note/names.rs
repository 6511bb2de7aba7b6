//! The names that a property lists, each with its place.

use super::quote::{quoted, quoted_whole};
use crate::notes::edit::lines::line_start;
use crate::notes::edit::splice::Splice;
use crate::notes::markdown::{Node, Property, Value, bare};
use std::ops::Range;

/// A name in a property.
#[derive(Clone, Debug)]
pub(super) struct Name<'a> {
    pub(super) text: String,
    property: &'a Property,
    /// The text that it is a piece of.
    scalar: &'a Node,
    /// The name in that text, and the piece between commas that it is in, in bytes.
    name: Range<usize>,
    piece: Range<usize>,
    /// Which item at the top of the property's list it is in.
    item: Option<usize>,
}

/// The names of a property, as the reader of notes takes them.
pub(super) fn names(property: &Property) -> Vec<Name<'_>> {
    let mut names = Vec::new();
    match &property.value.value {
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(property, item, Some(index), &mut names);
            }
        }
        _ => collect(property, &property.value, None, &mut names),
    }
    names
}

fn collect<'a>(
    property: &'a Property,
    node: &'a Node,
    item: Option<usize>,
    names: &mut Vec<Name<'a>>,
) {
    match &node.value {
        Value::Nothing | Value::Map(_) => {}
        Value::List(items) => {
            for inner in items {
                collect(property, inner, item, names);
            }
        }
        Value::Text(text) => {
            // A bracket that is never closed.
            let is_open = text.trim().starts_with('[') && !text.trim().starts_with("[[");
            let mut at = 0;
            for piece in text.split_inclusive([',', '，']) {
                let whole = at..at + piece.len();
                at = whole.end;
                let trimmed = piece.trim_end_matches([',', '，']).trim();
                let trimmed = match is_open {
                    true => trimmed.trim_matches(['[', ']']).trim(),
                    false => trimmed,
                };
                let name = bare(trimmed);
                if name.is_empty() {
                    continue;
                }
                let start = offset(text, name);
                names.push(Name {
                    text: name.to_owned(),
                    property,
                    scalar: node,
                    name: start..start + name.len(),
                    piece: whole,
                    item,
                });
            }
        }
    }
}

/// Where a piece of a text starts in it.
fn offset(text: &str, piece: &str) -> usize {
    (piece.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

impl Name<'_> {
    /// Whether it stands in the brackets of a link.
    pub(super) fn is_link(&self, file: &str) -> bool {
        let Value::Text(text) = &self.scalar.value else {
            return false;
        };
        text[..self.name.start].ends_with("[[") || file[..self.scalar.span.start].ends_with("[[")
    }

    /// The piece that the name is in, its brackets included.
    pub(super) fn written(&self) -> String {
        let Value::Text(text) = &self.scalar.value else {
            return self.text.clone();
        };
        let piece = &text[self.piece.clone()];
        piece.trim_end_matches([',', '，']).trim().to_owned()
    }

    /// A part of the name.
    pub(super) fn narrowed(&self, part: Range<usize>) -> Self {
        let start = self.name.start;
        Self {
            name: start + part.start..start + part.end,
            text: self.text[part].to_owned(),
            ..self.clone()
        }
    }

    /// Another name in its place, in the same quotation marks and brackets.
    pub(super) fn replaced(&self, file: &str, new: &str) -> Splice {
        let Value::Text(text) = &self.scalar.value else {
            return Splice::insert(self.scalar.span.start, "");
        };
        let alone = self.name == (0..text.len());
        let raw = &file[self.scalar.span.clone()];
        // A name that stands for itself may have to be put in quotation marks.
        if alone && raw == text && !self.property.is_inline() {
            return Splice {
                range: self.scalar.span.clone(),
                text: quoted(new),
            };
        }
        self.spliced(file, self.name.clone(), new)
    }

    /// A range of the text in which the name stands replaced: just there when it is
    /// written as it is read, or else with all of that text.
    fn spliced(&self, file: &str, range: Range<usize>, new: &str) -> Splice {
        let Value::Text(text) = &self.scalar.value else {
            return Splice::insert(self.scalar.span.start, "");
        };
        let span = &self.scalar.span;
        let raw = &file[span.clone()];
        let plain = new.chars().all(|c| !"\"'\\".contains(c)) && !new.contains(": ");
        let base = match plain || self.property.is_inline() {
            true => inside(raw, text).map(|at| span.start + at),
            false => None,
        };
        match base {
            Some(base) => Splice {
                range: base + range.start..base + range.end,
                text: new.to_owned(),
            },
            None => {
                let whole = [&text[..range.start], new, &text[range.end..]].concat();
                Splice {
                    range: span.clone(),
                    text: quoted_whole(&whole),
                }
            }
        }
    }

    /// The property without the name; `None` where that cannot be told apart. Remarks
    /// stay.
    pub(super) fn removed(&self, file: &str) -> Option<Splice> {
        let all = names(self.property);
        let property = self.property;
        if property.is_inline() {
            return Some(match all.len() {
                1 => Splice::remove(property.value.span.clone()),
                _ => self.without_piece(file),
            });
        }
        let rest = [
            &file[property.key_span.end..property.value.span.start],
            &file[property.value.span.end..property.lines.end],
        ];
        let items = match &property.value.value {
            Value::List(items) => items.as_slice(),
            _ => &[],
        };
        let block = !items.is_empty() && !is_flow(file, &property.value);
        let remarks = rest.iter().any(|rest| rest.contains('#'))
            || (block && file[property.value.span.clone()].contains(" #"));
        if all.len() == 1 && !remarks {
            return Some(Splice::remove(property.lines.clone()));
        }
        let alone = |item: usize| all.iter().filter(|name| name.item == Some(item)).count() == 1;
        match self.item {
            Some(item) if alone(item) && block => Some(without_line(file, &items[item])),
            Some(item) if alone(item) => Some(without_item(items, item)),
            None if all.len() == 1 => Some(Splice {
                range: property.value.span.clone(),
                text: "[]".to_owned(),
            }),
            _ => Some(self.without_piece(file)),
        }
    }

    /// The text without the piece between commas.
    fn without_piece(&self, file: &str) -> Splice {
        let Value::Text(text) = &self.scalar.value else {
            return Splice::insert(self.scalar.span.start, "");
        };
        let Range { start, end } = self.piece;
        if end < text.len() {
            // The space before it is that of the next one.
            let gap = text[start..].len() - text[start..].trim_start().len();
            let next = text[end..].len() - text[end..].trim_start().len();
            return self.spliced(file, start + gap..end + next, "");
        }
        let before = text[..start].trim_end().trim_end_matches([',', '，']).len();
        let kept = self
            .name
            .end
            .max(text.trim_end_matches(']').trim_end().len());
        self.spliced(file, before..kept, "")
    }
}

/// An item in brackets, and a comma beside it.
fn without_item(items: &[Node], index: usize) -> Splice {
    let item = &items[index].span;
    Splice::remove(match (items.get(index + 1), index.checked_sub(1)) {
        (Some(next), _) => item.start..next.span.start,
        (None, Some(before)) => items[before].span.end..item.end,
        (None, None) => item.clone(),
    })
}

/// An item on a line of its own; a remark behind it stays.
fn without_line(file: &str, item: &Node) -> Splice {
    let line = line_start(file, item.span.start);
    let rest = &file[item.span.end..];
    let end = rest.find('\n').map_or(rest.len(), |at| at + 1);
    match rest[..end].find('#') {
        Some(remark) => {
            let mark = file[line..item.span.start].find('-').unwrap_or(0);
            Splice::remove(line + mark..item.span.end + remark)
        }
        None => Splice::remove(line..item.span.end + end),
    }
}

/// Where a text starts in what is written, when it is written as it is read.
fn inside(raw: &str, text: &str) -> Option<usize> {
    if raw == text {
        return Some(0);
    }
    let marked = |mark: char| {
        let inside = raw.strip_prefix(mark)?.strip_suffix(mark)?;
        (inside == text).then_some(1)
    };
    marked('"').or_else(|| marked('\''))
}

pub(super) fn is_flow(file: &str, node: &Node) -> bool {
    file[node.span.clone()].starts_with('[')
}
