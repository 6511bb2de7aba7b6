//! The boxes of entries, what stands below them, and the axis.

use super::below::{self, distinctive};
use super::{NAME, SMALL};
use crate::map::bands;
use crate::map::columns::Column;
use crate::map::draft::Draft;
use crate::map::furniture::{MARGIN, fitted};
use crate::map::geometry::{Point, Rect};
use crate::map::label::{line, text_width};
use crate::map::pages;
use crate::map::scene::{Anchor, Ink, Paint, SceneNode, Stroke, TextLine};
use crate::map::source::MapSource;
use crate::model::EntryId;

/// Where a column has so much room, concepts stand below each box …
const ROOMY: f64 = 96.0;
/// … and where it has so much, below every other one on two levels.
const TIGHT: f64 = 44.0;
/// Between neighbouring boxes.
const GAP: f64 = 4.0;
/// Height of boxes with names and pages, with names, and with names below.
const HEIGHTS: (f64, f64, f64) = (40.0, 22.0, 12.0);
/// Height of the names below boxes.
const NAMES: f64 = 18.0;
/// A column narrower than this has no room for a title.
const LEAST_TITLE: f64 = 44.0;

/// How much boxes show.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Whole names and pages, and concepts below on so many levels.
    Full(usize),
    /// Days only.
    Days,
    /// Days below the boxes, where there is room.
    DaysBelow,
}

impl Style {
    pub(super) fn of(source: &MapSource<'_>, columns: &[Column<'_>]) -> Self {
        let narrowest = columns
            .iter()
            .map(|it| it.width)
            .fold(f64::INFINITY, f64::min);
        let fits = |name: &dyn Fn(&Column<'_>) -> f64| {
            columns
                .iter()
                .all(|column| name(column) <= column.width - GAP - 2.0)
        };
        let day = |column: &Column<'_>| {
            let name = source.words.entry_name(source.library, column.first());
            let is_title = source.library.entry(column.first()).day.is_none();
            let cut = is_title && column.width >= LEAST_TITLE;
            if cut {
                0.0
            } else {
                text_width(&name, NAME, true)
            }
        };
        match (
            fits(&day),
            fits(&|column| text_width(&brief(source, column), SMALL, true)),
        ) {
            (true, _) if narrowest >= ROOMY || columns.len() < 3 || below::fit(source, columns) => {
                Self::Full(1)
            }
            (true, _) if narrowest >= TIGHT => Self::Full(2),
            (_, true) => Self::Days,
            _ => Self::DaysBelow,
        }
    }

    fn height(self) -> f64 {
        let (full, days, below) = HEIGHTS;
        match self {
            Self::Full(_) => full,
            Self::Days => days,
            Self::DaysBelow => below,
        }
    }
}

/// Draws the boxes from `top` down, their concepts, chapters and pages; gives
/// where all of that ends.
pub(super) fn draw(
    draft: &mut Draft<'_, '_>,
    columns: &[Column<'_>],
    style: Style,
    top: f64,
) -> f64 {
    let below = top + style.height();
    let mut free = f64::NEG_INFINITY;
    for (index, column) in columns.iter().enumerate() {
        let rect = Rect::new(
            column.left + GAP / 2.0,
            top,
            (column.width - GAP).max(1.0),
            style.height(),
        );
        let mut lines = inside(draft.source, column, &rect, style);
        match style {
            Style::Full(levels) => {
                lines.extend(below::concepts(draft, columns, index, levels, below));
            }
            Style::DaysBelow => lines.extend(name_below(draft.source, column, below, &mut free)),
            Style::Days => {}
        }
        let node = node(draft, column, rect, lines);
        draft.node(node);
    }
    let levels = match style {
        Style::Full(levels) => below::height(levels),
        Style::Days => 10.0,
        Style::DaysBelow => NAMES + 4.0,
    };
    let y = below + levels;
    let y = y + bands::draw(draft, columns, y);
    pages::draw(draft, columns, y)
}

fn brief(source: &MapSource<'_>, column: &Column<'_>) -> String {
    source.words.brief_entry(source.library, column.first())
}

fn node(
    draft: &mut Draft<'_, '_>,
    column: &Column<'_>,
    rect: Rect,
    lines: Vec<TextLine>,
) -> SceneNode {
    let source = draft.source;
    let naming = |&entry: &EntryId| {
        let best = distinctive(source, &[entry]).into_iter();
        best.flat_map(move |it| source.naming(entry, it))
    };
    let evidence: Vec<_> = column.entries.iter().flat_map(naming).collect();
    let quotes = draft.quotes.add(evidence);
    SceneNode {
        radius: (rect.size.width / 4.0).min(6.0),
        paint: Paint::outlined(Ink::Card, Stroke::solid(Ink::Muted, 1.1)),
        lines,
        quotes,
        ..draft.of_entries(column.entries, column.first(), rect)
    }
}

/// The name and pages in a box.
fn inside(source: &MapSource<'_>, column: &Column<'_>, rect: &Rect, style: Style) -> Vec<TextLine> {
    let (x, room) = (rect.center().x, rect.size.width - 2.0);
    let centred = |text: String, y: f64, size: f64, bold: bool, ink: Ink| TextLine {
        anchor: Anchor::Middle,
        bold,
        ..line(text, Point::new(x, y), size, ink)
    };
    let y = rect.min.y;
    match style {
        Style::Full(_) => {
            let name = fitted(&source.names(column.entries), NAME, true, room);
            let pages = source.page_span(column.entries).unwrap_or_default();
            // Where nothing follows, the name has the box for itself.
            let name_y = if pages.is_empty() { y + 24.5 } else { y + 17.0 };
            let mut lines = vec![centred(name, name_y, NAME, true, Ink::Text)];
            if !pages.is_empty() && text_width(&pages, SMALL, false) <= room {
                lines.push(centred(pages, y + 32.0, SMALL, false, Ink::Muted));
            }
            lines
        }
        Style::Days => vec![centred(
            brief(source, column),
            y + 15.0,
            SMALL,
            true,
            Ink::Text,
        )],
        Style::DaysBelow => Vec::new(),
    }
}

/// A day below its box, unless it would touch the one before.
fn name_below(
    source: &MapSource<'_>,
    column: &Column<'_>,
    y: f64,
    free: &mut f64,
) -> Option<TextLine> {
    let text = brief(source, column);
    let half = text_width(&text, SMALL, false) / 2.0;
    let x = column.middle();
    if text.is_empty() || x - half < free.max(MARGIN - 8.0) {
        return None;
    }
    *free = x + half + 5.0;
    Some(TextLine {
        anchor: Anchor::Middle,
        ..line(text, Point::new(x, y + 13.0), SMALL, Ink::Muted)
    })
}
