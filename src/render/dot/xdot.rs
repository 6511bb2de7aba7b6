//! The language of `xdot`, in which a background is drawn:
//! <https://graphviz.org/docs/outputs/canon/#xdot>.

use super::attributes::{decimals, fonts};
use super::escape::background;
use super::outline;
use super::sheet::{Sheet, dashes};
use crate::map::Point;
use crate::map::scene::{Anchor, Paint, Path, Shape, Stroke, TextLine};
use crate::text::width::ems;

/// Graphviz sets a text this share of its size above the place it is given.
const RAISED: f64 = 0.2;

/// A drawing in the making: a quoted string of DOT, of several lines.
pub(super) struct Xdot<'a> {
    sheet: &'a Sheet<'a>,
    operations: Vec<String>,
}

impl<'a> Xdot<'a> {
    pub(super) fn new(sheet: &'a Sheet<'a>) -> Self {
        let operations = Vec::new();
        Self { sheet, operations }
    }

    /// One shape a line: Graphviz rejects long runs without an escape, and a
    /// backslash before a line break is one that stands for nothing.
    pub(super) fn quoted(self) -> String {
        format!("\"{}\"", self.operations.join(" \\\n"))
    }

    pub(super) fn shape(&mut self, shape: &Shape, paint: &Paint) {
        let mut drawing = self.pens(paint);
        let filled = paint.fill.is_some();
        drawing.push(match shape {
            Shape::Rect { rect, radius } => self.path(&outline::rounded(*rect, *radius), filled),
            Shape::Circle { center, radius } => {
                let (x, y) = (decimals(center.x), decimals(self.sheet.up(center.y)));
                let radius = decimals(*radius);
                format!(
                    "{} {x} {y} {radius} {radius}",
                    if filled { 'E' } else { 'e' }
                )
            }
            Shape::Path(path) => self.path(path, filled),
        });
        self.operations.push(drawing.join(" "));
    }

    /// Colours and the width of the pen; it draws the outline in the colour of
    /// the inside, as thin as can be, where there is no outline.
    fn pens(&self, paint: &Paint) -> Vec<String> {
        let fill = paint.fill.map(|ink| self.sheet.colour(ink));
        let stroke = paint.stroke.map(|stroke| self.sheet.colour(stroke.ink));
        let pen = stroke.or_else(|| fill.clone());
        let mut pens = Vec::new();
        pens.extend(pen.map(|colour| format!("c {}", counted(&colour))));
        pens.extend(fill.map(|colour| format!("C {}", counted(&colour))));
        let width = paint.stroke.map_or(0.0, |stroke| self.width(&stroke));
        let style = format!("setlinewidth({})", decimals(width));
        pens.push(format!("S {}", counted(&style)));
        let dash = paint.stroke.and_then(|stroke| dashes(stroke.dash));
        pens.push(format!("S {}", counted(dash.unwrap_or("solid"))));
        pens
    }

    fn width(&self, stroke: &Stroke) -> f64 {
        self.sheet.theme.line_width(stroke.width)
    }

    fn path(&self, path: &Path, filled: bool) -> String {
        if path.closed || filled {
            let letter = if filled { 'P' } else { 'p' };
            return self.points(letter, &outline::corners(path));
        }
        self.points('B', &outline::curves(path))
    }

    fn points(&self, letter: char, points: &[Point]) -> String {
        let places = points.iter().map(|point| {
            let y = self.sheet.up(point.y);
            format!(" {} {}", decimals(point.x), decimals(y))
        });
        format!("{letter} {}{}", points.len(), places.collect::<String>())
    }

    pub(super) fn text(&mut self, line: &TextLine) {
        let anchor = match line.anchor {
            Anchor::Start => -1,
            Anchor::Middle => 0,
            Anchor::End => 1,
        };
        let text = background(&line.text);
        let y = self.sheet.up(line.at.y) - RAISED * line.size;
        self.operations.push(format!(
            "c {} F {} {} t {} T {} {} {anchor} {} {} -{}",
            counted(&self.sheet.colour(line.ink)),
            decimals(line.size),
            counted(&fonts()),
            u8::from(line.bold),
            decimals(line.at.x),
            decimals(y),
            decimals(ems(&line.text) * line.size),
            text.bytes,
            text.written,
        ));
    }
}

/// A text after its length in bytes; for texts that need no escape.
fn counted(text: &str) -> String {
    format!("{} -{text}", text.len())
}
