//! The keys, over everything else.

use super::Pen;
use crate::map::Words;
use crate::text::width::cells;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Keys, and what they do in Korean and English.
const KEYS: [(&str, &str, &str); 10] = [
    (
        "가 a",
        "이름으로 거르기 (ㅇㅍㅈㅍ도)",
        "filter by name, or by ㅇㅍㅈㅍ",
    ),
    ("↑ ↓", "위아래로", "up and down"),
    ("PgUp PgDn", "한 쪽씩", "a page up and down"),
    ("Home End", "처음, 끝", "first and last"),
    ("Tab ← →", "다른 칸으로", "to another pane"),
    ("Enter", "편집기로 열기", "open in your editor"),
    ("Ctrl-U", "친 것 지우기", "clear what is typed"),
    ("Ctrl-R", "다시 읽기", "read the notes again"),
    ("Esc", "지우기, 끝내기", "clear, then quit"),
    ("Ctrl-C", "끝내기", "quit"),
];
/// The widest of the keys, and the space after it.
const KEY: u16 = 11;

/// A box in the middle of the screen; where there is no room, as much of it as
/// there is.
pub(super) fn draw(words: Words, screen: Rect, pen: &mut Pen<'_>) {
    let does = |row: &(&str, &'static str, &'static str)| words.pick(row.1, row.2);
    let widest = KEYS.iter().map(|row| cells(does(row)) as u16).max();
    let inside = KEY + widest.unwrap_or_default();
    let width = (inside + 4).min(screen.width);
    let height = (KEYS.len() as u16 + 2).min(screen.height);
    let frame = Rect {
        x: (screen.width - width) / 2,
        y: (screen.height - height) / 2,
        width,
        height,
    };
    border(frame, words.pick("도움말", "Keys"), pen);
    for (row, y) in KEYS
        .iter()
        .zip(frame.top() + 1..frame.bottom().saturating_sub(1))
    {
        let line = Rect {
            x: frame.x + 2.min(width),
            y,
            width: width.saturating_sub(4),
            height: 1,
        };
        let look = pen.look;
        pen.put(
            row.0,
            Rect {
                width: line.width.min(KEY),
                ..line
            },
            look.bold(),
        );
        let place = Rect {
            x: line.x + KEY.min(line.width),
            width: line.width.saturating_sub(KEY),
            ..line
        };
        pen.put(does(row), place, Style::new());
    }
}

fn border(frame: Rect, title: &str, pen: &mut Pen<'_>) {
    let style = pen.look.accent();
    pen.fill(" ", frame, Style::new());
    if frame.width < 4 || frame.height < 3 {
        return;
    }
    let (right, bottom) = (frame.right() - 1, frame.bottom() - 1);
    let at = |x, y, width, height| Rect::new(x, y, width, height);
    for y in [frame.y, bottom] {
        pen.fill("─", at(frame.x, y, frame.width, 1), style);
    }
    for x in [frame.x, right] {
        pen.fill("│", at(x, frame.y, 1, frame.height), style);
    }
    for (x, y, corner) in [
        (frame.x, frame.y, "╭"),
        (right, frame.y, "╮"),
        (frame.x, bottom, "╰"),
        (right, bottom, "╯"),
    ] {
        pen.fill(corner, at(x, y, 1, 1), style);
    }
    let place = at(frame.x + 2, frame.y, frame.width - 4, 1);
    pen.put(&format!(" {title} "), place, style);
}
