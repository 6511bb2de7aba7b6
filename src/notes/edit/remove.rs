//! One item less in brackets.

use super::group::Group;
use super::lines::{is_first, line_start, rest_of_line};
use super::splice::Splice;
use std::ops::Range;

/// Takes an item out, with its comma and, when nothing else is on it, its
/// line. Comments stay.
pub(super) fn remove(group: Group<'_>, index: usize) -> Vec<Splice> {
    let text = group.text;
    let item = group.items()[index].span();
    let comma = group.comma(index);
    let is_last = index + 1 == group.items().len();
    let mut splices = Vec::new();
    if comma.is_none() && index > 0 && is_last {
        // The last item has no comma, so the one before it loses its own.
        splices.extend(group.comma(index - 1).map(Splice::remove));
    }
    let whole = match &comma {
        Some(comma) if blank(text, item.end..comma.start) => item.start..comma.end,
        Some(comma) => {
            splices.push(Splice::remove(comma.clone()));
            item
        }
        None => item,
    };
    splices.push(Splice::remove(with_space(text, whole)));
    splices
}

/// The piece with its whole line, or else with the space on one side of it.
fn with_space(text: &str, piece: Range<usize>) -> Range<usize> {
    let alone = is_first(text, piece.start);
    let rest = rest_of_line(text, piece.end).filter(|&end| blank(text, piece.end..end));
    if let (true, Some(end)) = (alone, rest) {
        let line_break = text[end..].find('\n').map_or(0, |at| at + 1);
        return line_start(text, piece.start)..end + line_break;
    }
    let spaces = |text: &str, trimmed: &str| text.len() - trimmed.len();
    let before = &text[..piece.start];
    let leading = spaces(before, before.trim_end_matches([' ', '\t']));
    if !alone && leading > 0 {
        return piece.start - leading..piece.end;
    }
    let after = &text[piece.end..];
    let trailing = spaces(after, after.trim_start_matches([' ', '\t']));
    piece.start..piece.end + trailing
}

fn blank(text: &str, range: Range<usize>) -> bool {
    text[range].trim().is_empty()
}
