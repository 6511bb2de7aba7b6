//! The list of entries.

use super::Pen;
use super::concepts::mark;
use super::rows;
use crate::browse::action::Pane;
use crate::browse::catalogue::{Catalogue, EntryRow};
use crate::browse::state::State;
use crate::map::Words;
use crate::text::width::cells;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Columns are as wide as the first so many rows need.
const MEASURED: usize = 200;
/// The widest that a name of an entry, a book or a chapter gets when others need
/// room, too.
const NAME: usize = 24;
const BOOK: usize = 14;
const CHAPTER: usize = 26;

/// The cells of a row: book, name, pages, chapter.
type Cells = [String; 4];

/// The entries that are seen.
pub(super) fn draw(state: &State, area: Rect, pen: &mut Pen<'_>) {
    let catalogue = &state.catalogue;
    let measured = state.entries.iter().take(MEASURED);
    let mut widths = [0; 4];
    for row in measured {
        for (width, cell) in widths.iter_mut().zip(row_cells(catalogue, row)) {
            *width = cells(&cell).max(*width);
        }
    }
    let most = [BOOK, NAME, usize::MAX, CHAPTER];
    for (width, most) in widths.iter_mut().zip(most) {
        *width = (*width).min(most);
    }
    let top = state.entry.top.min(state.entries.len());
    for ((index, row), y) in (top..).zip(&state.entries[top..]).zip(rows(area)) {
        let line = Rect {
            y,
            height: 1,
            ..area
        };
        draw_row(catalogue, row, &widths, line, pen);
        if index == state.entry.at {
            mark(state.focus == Pane::Entries, line, pen);
        }
    }
}

fn draw_row(
    catalogue: &Catalogue,
    row: &EntryRow,
    widths: &[usize; 4],
    line: Rect,
    pen: &mut Pen<'_>,
) {
    let look = pen.look;
    let times = match row.mentions {
        0 => catalogue.words.pick("태그", "tag").to_owned(),
        mentions => format!("×{mentions}"),
    };
    let count = pen.right(&times, line, look.faint());
    let style = match row.passing {
        true => look.faint(),
        false => Style::new(),
    };
    let styles = [look.faint(), style, look.faint(), look.faint()];
    let mut rest = Rect {
        x: line.x + 2.min(line.width),
        width: count.saturating_sub(line.x + 3),
        ..line
    };
    let parts = row_cells(catalogue, row)
        .into_iter()
        .zip(widths)
        .zip(styles);
    for ((cell, &width), style) in parts.filter(|((_, width), _)| **width > 0) {
        // What has no room for a few letters is left out.
        if usize::from(rest.width) < width.min(6) {
            break;
        }
        let width = (width as u16).min(rest.width);
        pen.put(&cell, Rect { width, ..rest }, style);
        let used = (width + 2).min(rest.width);
        rest.x += used;
        rest.width -= used;
    }
}

fn row_cells(catalogue: &Catalogue, row: &EntryRow) -> Cells {
    let (library, words) = (&catalogue.library, catalogue.words);
    let entry = library.entry(row.entry);
    let book = match catalogue.several_books {
        true => library.book(entry.book).id.clone(),
        false => String::new(),
    };
    let pages = entry.pages.map(|pages| words.pages(pages));
    let chapters = catalogue.placement.chapters(library, row.entry);
    let chapters: Vec<String> = chapters
        .map(|chapter| words.chapter(library.chapter(chapter)))
        .collect();
    let mut chapters = chapters.join(" → ");
    if !chapters.is_empty() && !catalogue.placement.basis(row.entry).is_certain() {
        chapters = Words::inferred(&chapters);
    }
    [
        book,
        words.entry_name(library, row.entry),
        pages.unwrap_or_default(),
        chapters,
    ]
}
