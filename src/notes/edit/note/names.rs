//! The names that a property lists, each with its place.

use super::entry::without_line as without_line_of;
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
}

/// A property without some of its names, all at once, so that thousands take no longer
/// than they must. Remarks stay.
pub(super) fn without(file: &str, all: &[Name<'_>], goes: &[bool]) -> Vec<Splice> {
    let Some(first) = all.first() else {
        return Vec::new();
    };
    let property = first.property;
    let none_stays = goes.iter().all(|goes| *goes);
    let value = &property.value;
    if property.is_inline() {
        return match none_stays {
            true => vec![without_line_of(file, property)],
            false => without_pieces(file, all, goes),
        };
    }
    let items = match &value.value {
        Value::List(items) => items.as_slice(),
        _ => &[],
    };
    let block = !items.is_empty() && !is_flow(file, value);
    let beside = [
        &file[property.key_span.end..value.span.start],
        &file[value.span.end..property.lines.end],
    ];
    let remarks = beside.iter().any(|rest| rest.contains('#'))
        || (block && file[value.span.clone()].contains(" #"));
    if none_stays && !remarks {
        return vec![Splice::remove(property.lines.clone())];
    }
    if none_stays && !block {
        return vec![Splice {
            range: value.span.clone(),
            text: "[]".to_owned(),
        }];
    }
    // Which items go as a whole, and which lose a piece.
    let mut whole = vec![true; items.len()];
    let mut touched = vec![false; items.len()];
    for (name, goes) in all.iter().zip(goes) {
        if let Some(item) = name.item {
            whole[item] &= *goes;
            touched[item] = true;
        }
    }
    let gone: Vec<bool> = whole.iter().zip(&touched).map(|(a, b)| *a && *b).collect();
    let mut splices: Vec<Splice> = match block {
        true => {
            let gone = gone.iter().zip(items).filter(|(gone, _)| **gone);
            gone.map(|(_, item)| without_line(file, item)).collect()
        }
        false => without_items(items, &gone),
    };
    let in_pieces: Vec<bool> = all
        .iter()
        .zip(goes)
        .map(|(name, goes)| *goes && !name.item.is_some_and(|item| gone[item]))
        .collect();
    if in_pieces.contains(&true) {
        splices.extend(without_pieces(file, all, &in_pieces));
    }
    splices
}

/// Texts without some of the pieces between their commas.
fn without_pieces(file: &str, all: &[Name<'_>], goes: &[bool]) -> Vec<Splice> {
    let mut splices = Vec::new();
    let same = |a: &Name<'_>, b: &Name<'_>| a.scalar.span == b.scalar.span;
    let mut at = 0;
    for group in all.chunk_by(same) {
        let goes = &goes[at..at + group.len()];
        at += group.len();
        let Value::Text(text) = &group[0].scalar.value else {
            continue;
        };
        if !goes.contains(&true) {
            continue;
        }
        let mut left = String::with_capacity(text.len());
        let lead = text.len() - text.trim_start().len();
        for (name, _) in group.iter().zip(goes).filter(|(_, goes)| !**goes) {
            let piece = &text[name.piece.clone()];
            let piece = if left.is_empty() {
                piece.trim_start()
            } else {
                piece
            };
            left.push_str(piece);
        }
        // The last piece that stays may have stood before another.
        if goes.last() == Some(&true) {
            let end = left.trim_end().trim_end_matches([',', '，']).len();
            left.truncate(end);
        }
        let from = group[0].piece.start + lead;
        let to = group[group.len() - 1].piece.end;
        let tail = text[..to].len() - text[..to].trim_end_matches([']', ' ']).len();
        splices.push(group[0].spliced(file, from..to - tail, left.trim_end_matches([']', ' '])));
    }
    splices
}

/// Items in brackets, and the commas beside them.
fn without_items(items: &[Node], gone: &[bool]) -> Vec<Splice> {
    let mut splices = Vec::new();
    let mut at = 0;
    for run in gone.chunk_by(|a, b| a == b) {
        let (first, last) = (at, at + run.len() - 1);
        at += run.len();
        if !run[0] {
            continue;
        }
        let range = match (items.get(last + 1), first.checked_sub(1)) {
            (Some(next), _) => items[first].span.start..next.span.start,
            (None, Some(before)) => items[before].span.end..items[last].span.end,
            (None, None) => items[first].span.start..items[last].span.end,
        };
        splices.push(Splice::remove(range));
    }
    splices
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
