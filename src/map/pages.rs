//! Page numbers along a row of columns.

use super::columns::Column;
use super::draft::Draft;
use super::geometry::Point;
use super::label::{line, text_width};
use super::scene::{Anchor, Ink, Mark, Paint, Stroke, TextLine};
use super::source::MapSource;
use crate::model::{EntryId, PageRange};

/// Page numbers, in pixels.
const FONT: f64 = 10.5;
/// They stand at least so far from each other.
const ROOM: f64 = 64.0;
/// Height with page numbers, and without.
const HEIGHTS: (f64, f64) = (36.0, 12.0);

/// Draws the pages below some columns that end at `y`; gives where they end.
pub(super) fn draw(draft: &mut Draft<'_, '_>, columns: &[Column<'_>], y: f64) -> f64 {
    let ticks = ticks(draft.source, columns);
    let (with, without) = HEIGHTS;
    let height = if ticks.is_empty() { without } else { with };
    for (x, label) in ticks {
        let stroke = Stroke::solid(Ink::Line, 1.0);
        let (from, to) = (Point::new(x, y), Point::new(x, y + 4.0));
        let number = TextLine {
            anchor: Anchor::Middle,
            ..line(label, Point::new(x, y + 16.0), FONT, Ink::Muted)
        };
        let marks = [
            Mark::line(from, to, Paint::stroke(stroke)),
            Mark::Text(number),
        ];
        draft.scene.backdrop.extend(marks);
    }
    y + height
}

/// Round page numbers with their places, thinned so that they don't touch.
fn ticks(source: &MapSource<'_>, columns: &[Column<'_>]) -> Vec<(f64, String)> {
    let spans: Vec<(PageRange, &Column<'_>)> = columns
        .iter()
        .filter_map(|column| Some((span(source, column.entries)?, column)))
        .collect();
    let pages: f64 = spans
        .iter()
        .map(|(pages, _)| f64::from(pages.count()))
        .sum();
    let width: f64 = spans.iter().map(|(_, column)| column.width).sum();
    let step = round_step(pages * ROOM / width.max(1.0));
    let mut ticks: Vec<(f64, String)> = Vec::new();
    let mut free = f64::NEG_INFINITY;
    for (pages, column) in spans {
        for page in (pages.first.next_multiple_of(step)..=pages.last).step_by(step as usize) {
            let part = f64::from(page - pages.first) / f64::from(pages.count());
            let (x, label) = (column.left + column.width * part, source.words.pages(page));
            let half = text_width(&label, FONT, false) / 2.0;
            if x - half >= free {
                free = x + half + 6.0;
                ticks.push((x, label));
            }
        }
    }
    ticks
}

fn span(source: &MapSource<'_>, entries: &[EntryId]) -> Option<PageRange> {
    let pages = |&entry: &EntryId| source.library.brief(entry).pages;
    let first = entries
        .iter()
        .filter_map(pages)
        .map(|pages| pages.first)
        .min()?;
    let last = entries
        .iter()
        .filter_map(pages)
        .map(|pages| pages.last)
        .max()?;
    PageRange::new(first, last)
}

/// The smallest of 1, 2, 5, 10, 20, 50, … that is not smaller than a number.
fn round_step(least: f64) -> u32 {
    let mut step = 1_u32;
    let mut factors = [2, 5, 10].into_iter().cycle();
    let mut power = 1;
    while f64::from(step) < least && step < 1_000_000 {
        let factor = factors.next().unwrap_or(10);
        step = power * factor;
        if factor == 10 {
            power = step;
        }
    }
    step
}
