//! What a state looks like. Only what is seen is made, however long the lists are.

mod concepts;
mod entries;
mod foot;
mod help;
mod look;
mod pen;
mod rules;

pub use look::Look;

use super::evidence::{EvidenceLine, Tone};
use super::state::State;
use pen::Pen;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

/// Draws a state.
pub fn draw(state: &State, look: Look, frame: &mut Frame<'_>) {
    let areas = state.areas();
    let screen = frame.area();
    let mut pen = Pen::new(frame.buffer_mut(), look);
    let caret = prompt(state, areas.prompt, &mut pen);
    rules::draw(state, &areas, &mut pen);
    concepts::draw(state, areas.concepts, &mut pen);
    entries::draw(state, areas.entries, &mut pen);
    let top = state.line.top.min(state.evidence.len());
    for (line, y) in state.evidence[top..].iter().zip(rows(areas.evidence)) {
        evidence_line(line, y, areas.evidence, &mut pen);
    }
    foot::draw(state, areas.foot, &mut pen);
    if state.help {
        help::draw(state.catalogue.words, screen, &mut pen);
    } else if let Some(caret) = caret {
        frame.set_cursor_position(caret);
    }
}

/// The rows of an area.
fn rows(area: Rect) -> std::ops::Range<u16> {
    area.top()..area.bottom()
}

/// What is typed, and how many concepts fit it; gives where the next letter goes.
fn prompt(state: &State, area: Rect, pen: &mut Pen<'_>) -> Option<Position> {
    if area.height == 0 || area.width < 4 {
        return None;
    }
    let words = state.catalogue.words;
    let look = pen.look;
    let all = state.catalogue.counts.len();
    let count = match state.typed.is_empty() {
        true => words.concepts(all),
        false => format!("{} / {all}", state.concepts.len()),
    };
    let right = pen.right(&count, area, look.faint());
    let left = Rect {
        width: right.saturating_sub(area.x + 1),
        ..area
    };
    let start = pen.put(" › ", left, look.accent());
    let room = Rect {
        x: start,
        width: left.right().saturating_sub(start + 1),
        ..left
    };
    if state.typed.is_empty() {
        let hint = words.pick("이름을 치세요", "type a name");
        pen.put(hint, room, look.faint());
        return Some(Position::new(start, area.y));
    }
    let end = pen.put_end(&state.typed, room, look.bold());
    Some(Position::new(end, area.y))
}

fn evidence_line(line: &EvidenceLine, y: u16, area: Rect, pen: &mut Pen<'_>) {
    let mut rest = Rect {
        x: area.x + 1,
        y,
        width: area.width.saturating_sub(2),
        height: 1,
    };
    for (piece, tone) in line {
        let style = match tone {
            Tone::Plain => Style::new(),
            Tone::Name => pen.look.name(),
            Tone::Faint => pen.look.faint(),
        };
        let end = pen.put(piece, rest, style);
        rest.width = rest.right().saturating_sub(end);
        rest.x = end;
    }
}
