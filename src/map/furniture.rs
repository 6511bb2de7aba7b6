//! What stands around every map: its title, what it shows, and its legend.

use super::geometry::{Point, Rect};
use super::label::{line, text_width};
use super::scene::{Anchor, Ink, Mark, Paint, SceneGroup, TextLine};
use crate::text::width::{cells, shorten};

/// Space around the drawing, in pixels.
pub(super) const MARGIN: f64 = 24.0;

const TITLE: f64 = 20.0;
const SUBTITLE: f64 = 12.5;
const LEGEND: f64 = 12.0;
/// Height of a line of small text, in font sizes.
const LEADING: f64 = 1.5;
/// A terminal cell of a text takes at least this much of its font size.
const NARROWEST: f64 = 0.14;

/// Title and subtitle at the top; gives the height they take. The subtitle is
/// wrapped to the width, at its middle dots or spaces.
pub(super) fn heading(marks: &mut Vec<Mark>, title: &str, subtitle: &str, width: f64) -> f64 {
    let room = width - 2.0 * MARGIN;
    let mut y = MARGIN + TITLE * 0.8;
    let title = fitted(title, TITLE, true, room);
    marks.push(Mark::Text(TextLine {
        bold: true,
        ..line(title, Point::new(MARGIN, y), TITLE, Ink::Text)
    }));
    for piece in wrapped(subtitle, SUBTITLE, room) {
        y += SUBTITLE * LEADING + 2.0;
        let at = Point::new(MARGIN, y);
        marks.push(Mark::Text(line(piece, at, SUBTITLE, Ink::Muted)));
    }
    y + 14.0
}

/// The names of the groups beside their colours, from left to right and on as
/// many lines as they need, below `top`; gives the height they take.
pub(super) fn legend(marks: &mut Vec<Mark>, groups: &[SceneGroup], top: f64, width: f64) -> f64 {
    const SWATCH: f64 = 11.0;
    let right = width - MARGIN;
    let (mut x, mut y) = (MARGIN, top + LEGEND);
    for group in groups {
        let name = shorten(&group.name, 48);
        let needed = SWATCH + 6.0 + text_width(&name, LEGEND, false);
        if x > MARGIN && x + needed > right {
            (x, y) = (MARGIN, y + LEGEND * LEADING + 3.0);
        }
        let swatch = Rect::new(x, y - SWATCH + 1.0, SWATCH, SWATCH);
        marks.push(Mark::rect(
            swatch,
            3.0,
            Paint::fill(Ink::Group(group.colour)),
        ));
        let at = Point::new(x + SWATCH + 6.0, y);
        marks.push(Mark::Text(line(name, at, LEGEND, Ink::Muted)));
        x += needed + 18.0;
    }
    match groups.is_empty() {
        true => 0.0,
        false => y - top + 8.0,
    }
}

/// A small remark that starts at a point and is wrapped to a width; gives the
/// height it takes.
pub(super) fn remark(marks: &mut Vec<Mark>, text: &str, at: Point, width: f64) -> f64 {
    let pieces = wrapped(text, LEGEND, width);
    for (index, piece) in pieces.iter().enumerate() {
        let y = at.y + LEGEND + index as f64 * LEGEND * LEADING;
        marks.push(Mark::Text(TextLine {
            anchor: Anchor::Start,
            ..line(piece.clone(), Point::new(at.x, y), LEGEND, Ink::Muted)
        }));
    }
    pieces.len() as f64 * LEGEND * LEADING
}

/// A text on lines of at most a width in pixels, broken at spaces; a single word
/// that is wider is broken where it must be.
pub(super) fn wrapped(text: &str, font: f64, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let joined = lines.last().map(|line| format!("{line} {word}"));
        match joined.filter(|joined| text_width(joined, font, false) <= width) {
            Some(joined) => *lines.last_mut().unwrap_or(&mut String::new()) = joined,
            None => break_word(word, font, width, &mut lines),
        }
    }
    lines
}

fn break_word(word: &str, font: f64, width: f64, lines: &mut Vec<String>) {
    let mut piece = String::new();
    for c in word.chars() {
        piece.push(c);
        if text_width(&piece, font, false) > width && piece.chars().count() > 1 {
            piece.pop();
            lines.push(std::mem::take(&mut piece));
            piece.push(c);
        }
    }
    lines.push(piece);
}

/// A text cut so that it fits a width in pixels.
pub(super) fn fitted(text: &str, font: f64, bold: bool, width: f64) -> String {
    let fits = |text: &str| text_width(text, font, bold) <= width;
    let columns = cells(text);
    if columns <= 1 || fits(text) {
        return text.to_owned();
    }
    // No letter is narrower for its columns.
    let most = (width / (font * NARROWEST)).ceil().max(1.0) as usize;
    let (mut low, mut high) = (1, most.min(columns - 1));
    while low < high {
        let middle = high - (high - low) / 2;
        match fits(&shorten(text, middle)) {
            true => low = middle,
            false => high = middle - 1,
        }
    }
    shorten(text, low)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_to_the_last_letter_that_fits() {
        let texts = [
            "",
            "i",
            "가",
            "인풋 지표와 아웃풋 지표",
            "illlllllliiiiiiii.............iiii",
            "a                            b",
            "WWWWWWW MMMM",
            "⸻⸻⸻⸻",
            "👨‍👩‍👧 family 👨‍👩‍👧",
        ];
        for text in texts {
            for width in 0..300 {
                let width = f64::from(width);
                // One column after the other.
                let mut columns = cells(text);
                let mut cut = text.to_owned();
                while columns > 1 && text_width(&cut, 12.0, false) > width {
                    columns -= 1;
                    cut = shorten(text, columns);
                }
                assert_eq!(fitted(text, 12.0, false, width), cut, "{text} in {width}");
            }
        }
        let endless = "제목이 ".repeat(100_000);
        assert!(text_width(&fitted(&endless, 20.0, true, 900.0), 20.0, true) <= 900.0);
    }
}
