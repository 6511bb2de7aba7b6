//! The last line: what the keys do, or what has to be said.

use super::Pen;
use crate::browse::state::State;
use crate::text::width::cells;
use ratatui::layout::Rect;

/// The keys and what they do, in Korean and English; the first that have room are
/// shown.
const KEYS: [(&str, &str, &str); 5] = [
    ("Enter", "열기", "open"),
    ("Tab", "다음 칸", "next pane"),
    ("?", "도움말", "keys"),
    ("Esc", "끝내기", "quit"),
    ("↑↓", "고르기", "choose"),
];

/// The keys, or what has to be said.
pub(super) fn draw(state: &State, area: Rect, pen: &mut Pen<'_>) {
    let mut rest = Rect {
        x: area.x + 1.min(area.width),
        width: area.width.saturating_sub(2),
        ..area
    };
    let look = pen.look;
    if let Some(notice) = &state.notice {
        pen.put(notice, rest, look.warning());
        return;
    }
    for (key, korean, english) in KEYS {
        let does = match (key, state.typed.is_empty()) {
            ("Esc", false) => state.catalogue.words.pick("지우기", "clear"),
            _ => state.catalogue.words.pick(korean, english),
        };
        let wide = (cells(key) + 1 + cells(does)) as u16;
        if wide > rest.width {
            break;
        }
        let end = pen.put(key, rest, look.bold());
        let place = Rect {
            x: end + 1,
            width: wide - (end - rest.x) - 1,
            ..rest
        };
        pen.put(does, place, look.faint());
        let used = (wide + 3).min(rest.width);
        rest.x += used;
        rest.width -= used;
    }
}
