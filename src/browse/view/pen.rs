//! Writing into the cells of a frame, never half a letter.

use super::Look;
use crate::render::harmless;
use crate::text::width::{cells, shorten};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

/// Writes texts on one line each.
pub(super) struct Pen<'a> {
    buffer: &'a mut Buffer,
    pub(super) look: Look,
}

impl<'a> Pen<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, look: Look) -> Self {
        Self { buffer, look }
    }

    /// Writes at the left of an area, cut with `…` where it has no room; gives the
    /// column after it.
    pub(super) fn put(&mut self, text: &str, area: Rect, style: Style) -> u16 {
        // The screen may have become smaller since the state was told of it.
        let seen = area.intersection(self.buffer.area);
        if seen.is_empty() {
            return area.x;
        }
        let area = seen;
        let text = shorten(&harmless(text), area.width.into());
        let (end, _) = self
            .buffer
            .set_stringn(area.x, area.y, text, area.width.into(), style);
        end
    }

    /// The same, with the end of the text, where it has no room.
    pub(super) fn put_end(&mut self, text: &str, area: Rect, style: Style) -> u16 {
        let text = harmless(text);
        let mut from = 0;
        for (at, letter) in text.grapheme_indices(true) {
            if cells(&text[from..]) <= area.width.into() {
                break;
            }
            from = at + letter.len();
        }
        self.put(&text[from..], area, style)
    }

    /// Writes at the right of an area, with a space after it; gives the column
    /// where it begins.
    pub(super) fn right(&mut self, text: &str, area: Rect, style: Style) -> u16 {
        let wide = cells(text) as u16 + 1;
        if wide > area.width {
            return area.right();
        }
        let x = area.right() - wide;
        let place = Rect {
            x,
            width: wide,
            ..area
        };
        self.put(text, place, style);
        x
    }

    /// Fills an area with a sign of one cell.
    pub(super) fn fill(&mut self, sign: &str, area: Rect, style: Style) {
        for y in area.top()..area.bottom() {
            self.uncover(area.x, y);
            for x in area.left()..area.right() {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.reset();
                    cell.set_symbol(sign).set_style(style);
                }
            }
        }
    }

    /// Takes away a wide letter that reaches into a cell from the left.
    fn uncover(&mut self, x: u16, y: u16) {
        let before = x.checked_sub(1);
        let cell = before.and_then(|before| self.buffer.cell_mut((before, y)));
        if let Some(cell) = cell
            && cells(cell.symbol()) > 1
        {
            cell.set_symbol(" ");
        }
    }

    /// Gives an area a style on top of what it has.
    pub(super) fn tint(&mut self, area: Rect, style: Style) {
        self.buffer.set_style(area, style);
    }
}
