//! The columns: books and chapters on top, entries below them, pages at the
//! bottom.

use super::{Frame, SMALL};
use crate::map::bands;
use crate::map::columns::Column;
use crate::map::draft::Draft;
use crate::map::furniture::fitted;
use crate::map::geometry::{Point, Rect};
use crate::map::label::{line, text_width};
use crate::map::pages;
use crate::map::scene::{Anchor, Ink, Mark, Paint, SceneNode, TextLine};
use crate::map::source::MapSource;

/// Height of a column's head with its name inside …
const HEAD: f64 = 20.0;
/// … and of one whose name stands above, with the names.
const SMALL_HEAD: f64 = 7.0;
const NAMES: f64 = 16.0;
/// A column narrower than this has no room for a title.
const LEAST_TITLE: f64 = 44.0;

/// Finds where the first row starts.
pub(super) fn lay_out(draft: &mut Draft<'_, '_>, frame: &mut Frame<'_>, top: f64) {
    let source = draft.source;
    let bands = bands::height(source, &frame.columns);
    frame.rows = top
        + bands
        + if names_fit(source, frame) {
            HEAD
        } else {
            NAMES + SMALL_HEAD
        };
}

/// Draws what lies around the rows; gives where it ends.
pub(super) fn draw(draft: &mut Draft<'_, '_>, frame: &Frame<'_>, top: f64) -> f64 {
    let source = draft.source;
    let y = top + bands::draw(draft, &frame.columns, top);
    let inside = names_fit(source, frame);
    let head = if inside {
        (y, HEAD)
    } else {
        (y + NAMES, SMALL_HEAD)
    };
    let mut free = f64::NEG_INFINITY;
    let mut marks = Vec::new();
    for (index, column) in frame.columns.iter().enumerate() {
        let band = Rect::new(column.left, head.0, column.width, frame.bottom - head.0);
        marks.push(Mark::rect(
            band,
            0.0,
            Paint::fill(Ink::Band(index % 2 == 1)),
        ));
        let baseline = if inside {
            y + HEAD - 6.0
        } else {
            y + NAMES - 5.0
        };
        let name = TextLine {
            anchor: Anchor::Middle,
            ..line(
                brief(source, column),
                Point::new(column.middle(), baseline),
                SMALL,
                Ink::Muted,
            )
        };
        let half = text_width(&name.text, SMALL, false) / 2.0;
        let fits = name.at.x - half >= free && !name.text.is_empty();
        if fits {
            free = name.at.x + half + 5.0;
        }
        let mut lines = Vec::new();
        match (fits, inside) {
            (true, true) => lines.push(name),
            (true, false) => marks.push(Mark::Text(name)),
            (false, _) => {}
        }
        let rect = Rect::new(column.left, head.0, column.width, head.1);
        let node = node(draft, column, rect, lines);
        draft.node(node);
    }
    // Columns lie under the lines of the rows.
    draft.scene.backdrop.splice(0..0, marks);
    pages::draw(draft, &frame.columns, frame.bottom)
}

/// Whether every column is wide enough for its name.
fn names_fit(source: &MapSource<'_>, frame: &Frame<'_>) -> bool {
    let fits = |column: &Column<'_>| {
        text_width(&brief(source, column), SMALL, false) + 2.0 <= column.width
    };
    frame.columns.iter().all(fits)
}

/// What a column is called; its title cut to the room there is where nothing
/// shorter is known.
fn brief(source: &MapSource<'_>, column: &Column<'_>) -> String {
    let brief = source.words.brief_entry(source.library, column.first());
    match brief.is_empty() && column.width >= LEAST_TITLE {
        true => fitted(
            &source.names(column.entries),
            SMALL,
            false,
            column.width - 6.0,
        ),
        false => brief,
    }
}

fn node(draft: &Draft<'_, '_>, column: &Column<'_>, rect: Rect, lines: Vec<TextLine>) -> SceneNode {
    SceneNode {
        lines,
        ..draft.of_entries(column.entries, column.first(), rect)
    }
}
