//! One more item in brackets, in the layout of those that are there.

use super::group::Group;
use super::lines::{indentation, is_first, line_break, line_start, remarks, rest_of_line, unit};
use super::splice::Splice;
use crate::text::width::cells;

/// A line of a list of several lines is not made longer than this.
const WIDEST: usize = 100;

/// What is put in.
pub(super) enum Piece<'a> {
    /// A piece on one line.
    Line(String),
    /// A piece that is best set on several lines; gives its text for an
    /// indentation.
    Tall(&'a dyn Fn(&str) -> String),
}

impl Piece<'_> {
    fn at(&self, indent: &str) -> String {
        match self {
            Self::Line(text) => text.clone(),
            Self::Tall(text) => text(indent),
        }
    }
}

/// Puts a piece after an item, or else before the first one.
pub(super) fn insert(group: Group<'_>, after: Option<usize>, piece: &Piece<'_>) -> Vec<Splice> {
    match (after, group.items().first()) {
        (_, None) => into_empty(group, piece),
        (None, Some(first)) => {
            let start = first.span().start;
            let text = piece.at(indentation(group.text, start));
            let gap = match group.has_own_line(0) {
                true => below(group.text, start, indentation(group.text, start)),
                false => " ".to_owned(),
            };
            vec![Splice::insert(start, format!("{text},{gap}"))]
        }
        (Some(index), Some(_)) => insert_after(group, index, piece),
    }
}

/// A line break and an indentation.
fn below(text: &str, at: usize, indent: &str) -> String {
    format!("{}{indent}", line_break(text, at))
}

fn insert_after(group: Group<'_>, index: usize, piece: &Piece<'_>) -> Vec<Splice> {
    let end = group.end(index);
    let rest = rest_of_line(group.text, end);
    let is_last = index + 1 == group.items().len();
    if group.has_own_line(index) && (is_last || rest.is_some()) {
        let start = group.items()[index].span().start;
        let indent = indentation(group.text, start).to_owned();
        return on_next_line(group, index, &indent, piece);
    }
    beside(group, index, piece)
}

/// On a line of its own, below the item and the comments beside it.
fn on_next_line(group: Group<'_>, index: usize, indent: &str, piece: &Piece<'_>) -> Vec<Splice> {
    let text = group.text;
    let comma = group.comma(index);
    let end = group.end(index);
    let at = rest_of_line(text, end).unwrap_or(end);
    let is_last = index + 1 == group.items().len();
    let mut splices = Vec::new();
    if comma.is_none() {
        splices.push(Splice::insert(end, ","));
    }
    let closing = if comma.is_some() || !is_last { "," } else { "" };
    let new = format!("{}{}{closing}", below(text, at, indent), piece.at(indent));
    splices.push(Splice::insert(at, new));
    splices
}

/// On the same line, after the item.
fn beside(group: Group<'_>, index: usize, piece: &Piece<'_>) -> Vec<Splice> {
    let text = group.text;
    let end = group.end(index);
    let new = piece.at(indentation(text, end));
    let (after_remarks, line_ends) = remarks(text, end);
    let line = &text[line_start(text, end)..end];
    let too_wide = group.is_tall() && cells(line) + cells(&new) + 3 > WIDEST;
    let has_comma = group.comma(index).is_some();
    if (line_ends && !has_comma) || (too_wide && rest_of_line(text, end).is_some()) {
        let mut indent = indentation(text, end).to_owned();
        if line_start(text, end) < group.opening() {
            indent.push_str(unit(text));
        }
        return on_next_line(group, index, &indent, piece);
    }
    match has_comma {
        true => vec![Splice::insert(end, format!(" {new},"))],
        false => vec![Splice::insert(after_remarks, format!(", {new}"))],
    }
}

fn into_empty(group: Group<'_>, piece: &Piece<'_>) -> Vec<Splice> {
    let text = group.text;
    let (opening, closing) = (group.opening(), group.closing());
    let inside = &text[opening..closing];
    let outer = indentation(text, closing);
    if inside.contains('\n') && is_first(text, closing) {
        let last = inside
            .lines()
            .skip(1)
            .filter(|line| !line.trim().is_empty())
            .last();
        let indent = match last.map(|line| indentation(line, 0)) {
            Some(indent) if indent.len() > outer.len() => indent.to_owned(),
            _ => format!("{outer}{}", unit(text)),
        };
        let new = format!(
            "{indent}{},{}",
            piece.at(&indent),
            line_break(text, closing)
        );
        return vec![Splice::insert(line_start(text, closing), new)];
    }
    if !inside.trim().is_empty() {
        let gap = if inside.ends_with(char::is_whitespace) {
            ""
        } else {
            " "
        };
        return vec![Splice::insert(closing, format!("{gap}{}", piece.at(outer)))];
    }
    match piece {
        Piece::Tall(new) if is_first(text, field_start(group)) => {
            let indent = format!("{outer}{}", unit(text));
            let new = format!(
                "{}{},{}",
                below(text, opening, &indent),
                new(&indent),
                below(text, opening, outer)
            );
            vec![Splice::insert(opening, new)]
        }
        piece => vec![Splice::insert(
            opening,
            format!("{inside}{}", piece.at(outer)),
        )],
    }
}

/// Where the words before a bracket start: `concepts: [`.
fn field_start(group: Group<'_>) -> usize {
    let before = &group.text[..group.node.span.start];
    let name = before.trim_end().trim_end_matches(':').trim_end();
    let word = name.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_');
    word.len()
}
