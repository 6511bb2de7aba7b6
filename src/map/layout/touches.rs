//! What each line costs with each box: that it runs through it, or that it pulls
//! its group's region over it.

use super::super::geometry::Point;
use super::problem::Problem;
use super::segment::Segment;
use super::weights::{NEAR_LINE, REGION, STRANGER, THROUGH};

/// The cost of every line with every box. A move of one box changes the rows of
/// its lines and its own column.
pub(super) struct Touches {
    nodes: usize,
    cost: Vec<f64>,
    of_line: Vec<f64>,
    of_box: Vec<f64>,
    /// One row for each line of the box that is moved.
    next_rows: Vec<f64>,
    next_of_line: Vec<f64>,
    next_column: Vec<f64>,
    next_of_box: f64,
}

impl Touches {
    pub(super) fn new(problem: &Problem, at: &[Point], segments: &[Segment]) -> Self {
        let (nodes, lines) = (at.len(), segments.len());
        let most = problem.lines_at.iter().map(Vec::len).max().unwrap_or(0);
        let mut cost = vec![0.0; lines * nodes];
        let mut of_line = vec![0.0; lines];
        let mut of_box = vec![0.0; nodes];
        for (line, segment) in segments.iter().enumerate() {
            for (node, &center) in at.iter().enumerate() {
                let one = touch(problem, line, segment, node, center);
                cost[line * nodes + node] = one;
                of_line[line] += one;
                of_box[node] += one;
            }
        }
        Self {
            nodes,
            cost,
            of_line,
            of_box,
            next_rows: vec![0.0; most * nodes],
            next_of_line: vec![0.0; most],
            next_column: vec![0.0; lines],
            next_of_box: 0.0,
        }
    }

    /// What a box costs with the lines of others.
    pub(super) fn of_box(&self, node: usize) -> f64 {
        self.of_box[node]
    }

    /// What a line costs with the boxes of others.
    pub(super) fn of_line(&self, line: usize) -> f64 {
        self.of_line[line]
    }

    /// What a box would cost at another place with the lines of others.
    pub(super) fn propose_box(
        &mut self,
        problem: &Problem,
        segments: &[Segment],
        node: usize,
        to: Point,
    ) -> f64 {
        let mut sum = 0.0;
        for (line, segment) in segments.iter().enumerate() {
            let cost = touch(problem, line, segment, node, to);
            self.next_column[line] = cost;
            sum += cost;
        }
        self.next_of_box = sum;
        sum
    }

    /// What one of the lines of a box would cost: its `turn`th.
    pub(super) fn propose_line(
        &mut self,
        problem: &Problem,
        at: &[Point],
        (turn, line): (usize, usize),
        segment: &Segment,
    ) -> f64 {
        let row = &mut self.next_rows[turn * self.nodes..(turn + 1) * self.nodes];
        let mut sum = 0.0;
        for (node, &center) in at.iter().enumerate() {
            let cost = touch(problem, line, segment, node, center);
            row[node] = cost;
            sum += cost;
        }
        self.next_of_line[turn] = sum;
        sum
    }

    /// Takes over what was proposed last for a box and all its lines.
    pub(super) fn commit(&mut self, problem: &Problem, node: usize) {
        let nodes = self.nodes;
        for (line, &cost) in self.next_column.iter().enumerate() {
            let old = &mut self.cost[line * nodes + node];
            self.of_line[line] += cost - *old;
            *old = cost;
        }
        self.of_box[node] = self.next_of_box;
        for (turn, &line) in problem.lines_at[node].iter().enumerate() {
            let row = &self.next_rows[turn * nodes..(turn + 1) * nodes];
            let old = &mut self.cost[line * nodes..(line + 1) * nodes];
            for ((sum, old), &cost) in self.of_box.iter_mut().zip(old).zip(row) {
                *sum += cost - *old;
                *old = cost;
            }
            self.of_line[line] = self.next_of_line[turn];
        }
    }

    /// All lines with all boxes.
    pub(super) fn total(&self) -> f64 {
        self.of_line.iter().sum()
    }
}

/// What one line costs with one box; its own two cost nothing.
fn touch(problem: &Problem, index: usize, segment: &Segment, node: usize, center: Point) -> f64 {
    let line = &problem.lines[index];
    let clearance = segment.clearance(center, problem.boxes[node]);
    if clearance >= REGION || line.a == node || line.b == node {
        return 0.0;
    }
    let mut cost = 0.0;
    if clearance < NEAR_LINE {
        cost += THROUGH * (1.0 - clearance.max(0.0) / NEAR_LINE);
    }
    if line
        .group
        .is_some_and(|group| group != problem.groups[node])
    {
        cost += STRANGER * (1.0 - clearance.max(0.0) / REGION);
    }
    cost
}
