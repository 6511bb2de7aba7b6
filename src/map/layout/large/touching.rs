//! Which boxes are on each other: looked for in a grid.

use super::super::super::geometry::Rect;
use crate::steps;
use std::ops::ControlFlow;

/// A cell of the grid holds a box of the mean size, and is made so much larger, if need be,
/// that boxes stand in so many cells on average.
const CELLS_A_BOX: f64 = 8.0;

/// Boxes in the cells of a grid. A box is in all cells that it touches.
pub(super) struct Grid<'a> {
    rects: &'a [Rect],
    /// Row, column, and box.
    held: Vec<(u32, u32, u32)>,
    corner: (f64, f64),
    cell: (f64, f64),
}

impl<'a> Grid<'a> {
    /// Puts boxes into a grid.
    pub(super) fn new(rects: &'a [Rect]) -> Self {
        let corner = rects.iter().fold((0.0_f64, 0.0_f64), |(x, y), rect| {
            (x.min(rect.min.x), y.min(rect.min.y))
        });
        let mut grid = Self {
            rects,
            held: Vec::with_capacity(4 * rects.len()),
            corner,
            cell: cell(rects),
        };
        for (index, rect) in rects.iter().enumerate() {
            let (max, (left, top)) = (rect.max(), grid.place(rect.min.x, rect.min.y));
            let (right, bottom) = grid.place(max.x, max.y);
            for row in top..=bottom {
                let columns = left..=right;
                grid.held
                    .extend(columns.map(|column| (row, column, index as u32)));
            }
        }
        steps::count(grid.held.len());
        grid.held.sort_unstable();
        grid
    }

    /// Gives each pair of boxes that share a cell, once and the smaller index first, until
    /// told to stop. At most `most` boxes before each in a cell are looked at.
    pub(super) fn pairs(
        &self,
        most: usize,
        mut found: impl FnMut(usize, usize) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let same = |a: &(u32, u32, u32), b: &(u32, u32, u32)| (a.0, a.1) == (b.0, b.1);
        for cell in self.held.chunk_by(same) {
            for (at, &(row, column, b)) in cell.iter().enumerate() {
                let before = &cell[at.saturating_sub(most)..at];
                steps::count(before.len());
                for &(_, _, a) in before {
                    let (a, b) = (a as usize, b as usize);
                    let (one, other) = (self.rects[a].min, self.rects[b].min);
                    // In the cell in which both begin to be.
                    let first = self.place(one.x.max(other.x), one.y.max(other.y));
                    if first == (column, row) {
                        found(a, b)?;
                    }
                }
            }
        }
        ControlFlow::Continue(())
    }

    /// The column and the row of a place.
    fn place(&self, x: f64, y: f64) -> (u32, u32) {
        let ((left, top), (width, height)) = (self.corner, self.cell);
        (((x - left) / width) as u32, ((y - top) / height) as u32)
    }
}

/// Whether any two boxes share an area.
pub(in super::super) fn any_overlap(rects: &[Rect]) -> bool {
    let overlap = |a: usize, b: usize| match rects[a].overlaps(&rects[b], 0.0) {
        true => ControlFlow::Break(()),
        false => ControlFlow::Continue(()),
    };
    Grid::new(rects).pairs(usize::MAX, overlap).is_break()
}

fn cell(rects: &[Rect]) -> (f64, f64) {
    let count = rects.len().max(1) as f64;
    let (mut width, mut height, mut area) = (0.0, 0.0, 0.0);
    for Rect { size, .. } in rects {
        width += size.width / count;
        height += size.height / count;
        area += size.width * size.height;
    }
    let (width, height) = (width.max(1.0), height.max(1.0));
    let cells = area / (width * height) / count;
    let larger = (cells / CELLS_A_BOX).sqrt().max(1.0);
    (width * larger, height * larger)
}
