//! The list of concepts.

use super::Pen;
use super::rows;
use crate::browse::action::Pane;
use crate::browse::state::State;
use crate::text::width::cells;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The concepts that are seen: label, the name that fits, number of entries.
pub(super) fn draw(state: &State, area: Rect, pen: &mut Pen<'_>) {
    let catalogue = &state.catalogue;
    if state.concepts.is_empty() && area.height > 0 {
        let nothing = catalogue
            .words
            .pick("그런 이름의 개념이 없음", "no concept is called so");
        let place = Rect {
            x: area.x + 2.min(area.width),
            width: area.width.saturating_sub(3),
            ..area
        };
        let style = pen.look.faint();
        pen.put(nothing, place, style);
        return;
    }
    let top = state.concept.top.min(state.concepts.len());
    for ((index, row), y) in (top..).zip(&state.concepts[top..]).zip(rows(area)) {
        let line = Rect {
            y,
            height: 1,
            ..area
        };
        let (entries, _) = catalogue.counts[row.concept.index()];
        let chosen = index == state.concept.at;
        let look = pen.look;
        let style = match (chosen, entries) {
            (true, _) => look.bold(),
            (false, 0) => look.faint(),
            (false, _) => Style::new(),
        };
        let count = pen.right(&entries.to_string(), line, look.faint());
        let text = Rect {
            x: line.x + 2.min(line.width),
            width: count.saturating_sub(line.x + 3),
            ..line
        };
        let end = pen.put(catalogue.label(row.concept), text, style);
        let room = text.right().saturating_sub(end + 1);
        if let Some(name) = catalogue.other_name(*row)
            && (cells(name) <= room.into() || room >= 6)
        {
            let place = Rect {
                x: end + 1,
                width: room,
                ..line
            };
            pen.put(name, place, look.faint());
        }
        if chosen {
            mark(state.focus == Pane::Concepts, line, pen);
        }
    }
}

/// Marks the chosen row of a list.
pub(super) fn mark(focused: bool, line: Rect, pen: &mut Pen<'_>) {
    let look = pen.look;
    let first = Rect {
        width: line.width.min(1),
        ..line
    };
    match focused {
        true => {
            pen.put("▌", first, Style::new());
            pen.tint(line, look.chosen());
        }
        false => {
            pen.put("▌", first, look.accent());
        }
    }
}
