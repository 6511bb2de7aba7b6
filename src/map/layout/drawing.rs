//! A drawing, and what it costs: kept up to date move by move.

use super::super::geometry::Point;
use super::crossings::Crossings;
use super::distances::Distances;
use super::pairs::Pairs;
use super::places::{Places, Spot, Stretch, Stretches};
use super::problem::Problem;
use super::rows::Rows;
use super::touches::Touches;
use super::weights::{CROSSING, LENGTH, MOVED};

/// A place for each box, with every term of the cost in tables, so that a move
/// computes only what it changes.
pub(super) struct Drawing<'a> {
    problem: &'a Problem,
    rows: Rows,
    /// Where boxes were earlier; empty: nowhere.
    anchors: &'a [Option<Point>],
    unit: f32,
    at: Places,
    stretches: Stretches,
    pairs: Pairs,
    touches: Touches,
    crossings: Crossings,
    next: Vec<Stretch>,
}

impl<'a> Drawing<'a> {
    pub(super) fn new(
        (problem, distances): (&'a Problem, &Distances),
        at: &[Point],
        anchors: &'a [Option<Point>],
        unit: f64,
    ) -> Self {
        let unit = unit as f32;
        let rows = Rows::new(problem, distances);
        let stretches = Stretches::new(problem, at);
        let at = Places::new(at);
        Self {
            problem,
            anchors,
            unit,
            pairs: Pairs::new(&rows, &at, unit),
            touches: Touches::new(problem, &rows, &at, &stretches),
            crossings: Crossings::new(problem, &rows, &stretches),
            next: vec![Stretch::default(); problem.lines.len()],
            rows,
            stretches,
            at,
        }
    }

    pub(super) fn at(&self, node: usize) -> Point {
        self.at.get(node).point()
    }

    pub(super) fn places(self) -> Vec<Point> {
        self.at.points()
    }

    /// How much the cost would grow if a box moved; `None` as soon as it is
    /// clear that it is more than `limit`. The cheap terms come first, since
    /// most moves fail by them alone.
    pub(super) fn propose(&mut self, node: usize, to: Point, limit: f64) -> Option<f64> {
        let (to, limit) = (Spot::of(to), limit as f32);
        let lines = &self.problem.lines_at[node];
        let mut growth = self.anchor(node, to) - self.anchor(node, self.at.get(node));
        growth -= self.pairs.of(node) + self.touches.of_box(node);
        for &line in lines {
            growth -= self.of_line(line);
        }
        growth += self.pairs.propose(&self.rows, &self.at, node, to);
        if growth > limit {
            return None;
        }
        for (turn, &line) in lines.iter().enumerate() {
            let stretch = Stretch {
                from: to,
                to: self.at.get(self.problem.other(line, node)),
            };
            self.next[turn] = stretch;
            growth += self.length(line, &stretch);
        }
        if growth > limit {
            return None;
        }
        growth += self
            .touches
            .propose_box(&self.rows, &self.stretches, node, to);
        for (turn, &line) in lines.iter().enumerate() {
            if growth > limit {
                return None;
            }
            let (turn_line, stretch) = ((turn, line), &self.next[turn]);
            let crossings = self
                .crossings
                .propose(&self.rows, &self.stretches, turn_line, stretch);
            growth += CROSSING as f32 * crossings;
            growth += self
                .touches
                .propose_line(&self.rows, &self.at, turn_line, stretch);
        }
        (growth <= limit).then_some(f64::from(growth))
    }

    /// Makes the move that was proposed last and not refused.
    pub(super) fn commit(&mut self, node: usize, to: Point) {
        self.pairs.commit(node);
        self.touches.commit(self.problem, node);
        self.crossings.commit(self.problem, node);
        for (turn, &line) in self.problem.lines_at[node].iter().enumerate() {
            self.stretches.set(line, self.next[turn]);
        }
        self.at.set(node, Spot::of(to));
    }

    /// The whole cost.
    pub(super) fn cost(&self) -> f64 {
        let lines = 0..self.rows.lines();
        let lengths: f32 = lines
            .map(|line| self.length(line, &self.stretches.get(line)))
            .sum();
        let anchors: f32 = (0..self.rows.nodes())
            .map(|node| self.anchor(node, self.at.get(node)))
            .sum();
        let crossings = CROSSING as f32 * self.crossings.total();
        f64::from(self.pairs.total() + self.touches.total() + crossings + lengths + anchors)
    }

    /// What a line costs but for the boxes at its ends.
    fn of_line(&self, line: usize) -> f32 {
        let crossings = CROSSING as f32 * self.crossings.of(line);
        let length = self.length(line, &self.stretches.get(line));
        crossings + self.touches.of_line(line) + length
    }

    fn length(&self, line: usize, stretch: &Stretch) -> f32 {
        let strength = 0.5 + self.problem.lines[line].weight as f32;
        LENGTH as f32 * strength * stretch.length() / self.unit
    }

    fn anchor(&self, node: usize, at: Spot) -> f32 {
        let Some(Some(anchor)) = self.anchors.get(node) else {
            return 0.0;
        };
        let anchor = Spot::of(*anchor);
        let (dx, dy) = ((at.x - anchor.x) / self.unit, (at.y - anchor.y) / self.unit);
        MOVED as f32 * (dx * dx + dy * dy)
    }
}
