//! What each line costs with each box: that it runs through it, or that it pulls
//! its group's region over it.

use super::lanes::{larger, only_if, replace, sum};
use super::places::{Places, Spot, Stretch, Stretches};
use super::problem::Problem;
use super::rows::{Rows, is_strange};
use super::weights::{NEAR_LINE, REGION, STRANGER, THROUGH};

/// The cost of every line with every box. A move of one box changes the rows of
/// its lines and its own column.
pub(super) struct Touches {
    nodes: usize,
    lines: usize,
    /// By lines.
    cost: Vec<f32>,
    of_line: Vec<f32>,
    of_box: Vec<f32>,
    /// One row for each line of the box that is moved.
    next_rows: Vec<f32>,
    next_of_line: Vec<f32>,
    next_column: Vec<f32>,
    next_of_box: f32,
}

impl Touches {
    pub(super) fn new(problem: &Problem, rows: &Rows, at: &Places, all: &Stretches) -> Self {
        let (nodes, lines) = (rows.nodes(), rows.lines());
        let most = problem.lines_at.iter().map(Vec::len).max().unwrap_or(0);
        let mut touches = Self {
            nodes,
            lines,
            cost: vec![0.0; lines * nodes],
            of_line: vec![0.0; lines],
            of_box: vec![0.0; nodes],
            next_rows: vec![0.0; most.max(1) * nodes],
            next_of_line: vec![0.0; most.max(1)],
            next_column: vec![0.0; lines],
            next_of_box: 0.0,
        };
        for line in 0..lines {
            let of_line = touches.propose_line(rows, at, (0, line), &all.get(line));
            touches.of_line[line] = of_line;
            let old = &mut touches.cost[line * nodes..(line + 1) * nodes];
            replace(old, &touches.next_rows[..nodes], &mut touches.of_box);
        }
        touches
    }

    /// What a box costs with the lines of others.
    pub(super) fn of_box(&self, node: usize) -> f32 {
        self.of_box[node]
    }

    /// What a line costs with the boxes of others.
    pub(super) fn of_line(&self, line: usize) -> f32 {
        self.of_line[line]
    }

    /// What a box would cost at another place with the lines of others.
    pub(super) fn propose_box(
        &mut self,
        rows: &Rows,
        all: &Stretches,
        node: usize,
        to: Spot,
    ) -> f32 {
        let half = (rows.half_width[node], rows.half_height[node]);
        let (group, node) = (rows.group[node], node as u32);
        let from = all.from.x.iter().zip(&all.from.y);
        let ends = all.to.x.iter().zip(&all.to.y);
        let lines = rows.a.iter().zip(&rows.b).zip(&rows.line_group);
        let lines = from.zip(ends).zip(lines);
        for (cost, (((&x, &y), (&u, &v)), ((&a, &b), &of_line))) in
            self.next_column.iter_mut().zip(lines)
        {
            let clearance = clearance((x - to.x, y - to.y), (u - to.x, v - to.y), half);
            let touch = touch(clearance, is_strange(of_line, group));
            *cost = only_if((a != node) & (b != node), touch);
        }
        self.next_of_box = sum(&self.next_column);
        self.next_of_box
    }

    /// What one of the lines of a box would cost: its `turn`th.
    pub(super) fn propose_line(
        &mut self,
        rows: &Rows,
        at: &Places,
        (turn, line): (usize, usize),
        stretch: &Stretch,
    ) -> f32 {
        let row = &mut self.next_rows[turn * self.nodes..(turn + 1) * self.nodes];
        let of_line = rows.line_group[line];
        let (from, to) = (stretch.from, stretch.to);
        let places = at.x.iter().zip(&at.y);
        let halves = rows.half_width.iter().zip(&rows.half_height);
        let boxes = places.zip(halves).zip(&rows.group);
        for (cost, (((&x, &y), (&width, &height)), &group)) in row.iter_mut().zip(boxes) {
            let clearance = clearance(
                (from.x - x, from.y - y),
                (to.x - x, to.y - y),
                (width, height),
            );
            *cost = touch(clearance, is_strange(of_line, group));
        }
        row[rows.a[line] as usize] = 0.0;
        row[rows.b[line] as usize] = 0.0;
        self.next_of_line[turn] = sum(row);
        self.next_of_line[turn]
    }

    /// Takes over what was proposed last for a box and all its lines.
    pub(super) fn commit(&mut self, problem: &Problem, node: usize) {
        let nodes = self.nodes;
        for line in 0..self.lines {
            let (cost, old) = (self.next_column[line], &mut self.cost[line * nodes + node]);
            self.of_line[line] += cost - *old;
            *old = cost;
        }
        self.of_box[node] = self.next_of_box;
        for (turn, &line) in problem.lines_at[node].iter().enumerate() {
            let row = &self.next_rows[turn * nodes..(turn + 1) * nodes];
            let old = &mut self.cost[line * nodes..(line + 1) * nodes];
            replace(old, row, &mut self.of_box);
            self.of_line[line] = self.next_of_line[turn];
        }
    }

    /// All lines with all boxes.
    pub(super) fn total(&self) -> f32 {
        sum(&self.of_line)
    }
}

/// How far a line passes from a box, given by its ends as seen from the centre and by half
/// the box: [`super::segment::Segment::clearance`].
fn clearance((ax, ay): (f32, f32), (bx, by): (f32, f32), (width, height): (f32, f32)) -> f32 {
    let (dx, dy) = (bx - ax, by - ay);
    let beside = larger(if ax < bx { ax } else { bx }, -larger(ax, bx)) - width;
    let above = larger(if ay < by { ay } else { by }, -larger(ay, by)) - height;
    let length = larger((dx * dx + dy * dy).sqrt(), 1e-9);
    let reach = dx.abs() * height + dy.abs() * width;
    let off = ((dx * ay - dy * ax).abs() - reach) / length;
    larger(larger(beside, above), off)
}

/// What a line costs with a box that is not its own.
fn touch(clearance: f32, strange: bool) -> f32 {
    let clear = larger(clearance, 0.0);
    let through = THROUGH as f32 * larger(1.0 - clear / NEAR_LINE as f32, 0.0);
    let region = STRANGER as f32 * larger(1.0 - clear / REGION as f32, 0.0);
    through + only_if(strange, region)
}
