//! Which lines cross which.

use super::lanes::{only_if, replace, sum};
use super::places::{Stretch, Stretches};
use super::problem::Problem;
use super::rows::Rows;

/// For every two lines whether they cross, 1 or 0, and how many cross each. A move of
/// one box changes the rows of its lines.
pub(super) struct Crossings {
    lines: usize,
    crossed: Vec<f32>,
    count: Vec<f32>,
    /// One row for each line of the box that is moved.
    next_rows: Vec<f32>,
    next_count: Vec<f32>,
}

impl Crossings {
    pub(super) fn new(problem: &Problem, rows: &Rows, all: &Stretches) -> Self {
        let lines = rows.lines();
        let most = problem.lines_at.iter().map(Vec::len).max().unwrap_or(0);
        let mut crossings = Self {
            lines,
            crossed: Vec::with_capacity(lines * lines),
            count: Vec::with_capacity(lines),
            next_rows: vec![0.0; most.max(1) * lines],
            next_count: vec![0.0; most.max(1)],
        };
        for line in 0..lines {
            let count = crossings.propose(rows, all, (0, line), &all.get(line));
            crossings.count.push(count);
            crossings.crossed.extend(&crossings.next_rows[..lines]);
        }
        crossings
    }

    /// How many lines cross a line.
    pub(super) fn of(&self, line: usize) -> f32 {
        self.count[line]
    }

    /// How many would cross one of the lines of a box, its `turn`th. Lines that
    /// share a box with it don't.
    pub(super) fn propose(
        &mut self,
        rows: &Rows,
        all: &Stretches,
        (turn, line): (usize, usize),
        stretch: &Stretch,
    ) -> f32 {
        let (a, b) = (rows.a[line], rows.b[line]);
        let (p, q) = (stretch.from, stretch.to);
        let (dx, dy) = (q.x - p.x, q.y - p.y);
        let row = &mut self.next_rows[turn * self.lines..(turn + 1) * self.lines];
        let from = all.from.x.iter().zip(&all.from.y);
        let to = all.to.x.iter().zip(&all.to.y);
        let ends = rows.a.iter().zip(&rows.b);
        let others = from.zip(to).zip(ends);
        for (crossed, (((&cx, &cy), (&ex, &ey)), (&c, &e))) in row.iter_mut().zip(others) {
            // On which side of each line the ends of the other are.
            let of_from = dx * (cy - p.y) - dy * (cx - p.x);
            let of_to = dx * (ey - p.y) - dy * (ex - p.x);
            let (fx, fy) = (ex - cx, ey - cy);
            let of_p = fx * (p.y - cy) - fy * (p.x - cx);
            let of_q = fx * (q.y - cy) - fy * (q.x - cx);
            let crosses = (of_from * of_to < 0.0) & (of_p * of_q < 0.0);
            let apart = (c != a) & (c != b) & (e != a) & (e != b);
            *crossed = only_if(crosses & apart, 1.0);
        }
        self.next_count[turn] = sum(row);
        self.next_count[turn]
    }

    /// Takes over what was proposed last for all lines of a box.
    pub(super) fn commit(&mut self, problem: &Problem, node: usize) {
        let lines = self.lines;
        for (turn, &line) in problem.lines_at[node].iter().enumerate() {
            let next = &self.next_rows[turn * lines..(turn + 1) * lines];
            let old = &mut self.crossed[line * lines..(line + 1) * lines];
            replace(old, next, &mut self.count);
            for (other, &crossed) in next.iter().enumerate() {
                self.crossed[other * lines + line] = crossed;
            }
            self.count[line] = self.next_count[turn];
        }
    }

    /// All crossings, each once.
    pub(super) fn total(&self) -> f32 {
        sum(&self.count) / 2.0
    }
}
