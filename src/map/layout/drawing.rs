//! A drawing, and what it costs: kept up to date move by move.

use super::super::geometry::Point;
use super::crossings::Crossings;
use super::pairs::Pairs;
use super::problem::Problem;
use super::segment::Segment;
use super::touches::Touches;
use super::weights::{CROSSING, LENGTH, MOVED};

/// A place for each box, with every term of the cost in tables, so that a move
/// computes only what it changes.
pub(super) struct Drawing<'a> {
    problem: &'a Problem,
    /// Where boxes were earlier; empty: nowhere.
    anchors: &'a [Option<Point>],
    unit: f64,
    at: Vec<Point>,
    segments: Vec<Segment>,
    pairs: Pairs,
    touches: Touches,
    crossings: Crossings,
    next_segments: Vec<Segment>,
}

impl<'a> Drawing<'a> {
    pub(super) fn new(
        problem: &'a Problem,
        at: Vec<Point>,
        anchors: &'a [Option<Point>],
        unit: f64,
    ) -> Self {
        let segment = |line: &super::problem::Line| Segment::new(at[line.a], at[line.b]);
        let segments: Vec<Segment> = problem.lines.iter().map(segment).collect();
        Self {
            problem,
            anchors,
            unit,
            pairs: Pairs::new(problem, &at, unit),
            touches: Touches::new(problem, &at, &segments),
            crossings: Crossings::new(problem, &segments),
            next_segments: vec![Segment::default(); segments.len()],
            segments,
            at,
        }
    }

    pub(super) fn at(&self, node: usize) -> Point {
        self.at[node]
    }

    pub(super) fn places(self) -> Vec<Point> {
        self.at
    }

    /// How much the cost would grow if a box moved; `None` as soon as it is
    /// clear that it is more than `limit`. The cheap terms come first, since
    /// most moves fail by them alone.
    pub(super) fn propose(&mut self, node: usize, to: Point, limit: f64) -> Option<f64> {
        let problem = self.problem;
        let lines = &problem.lines_at[node];
        let mut growth = self.anchor(node, to) - self.anchor(node, self.at[node]);
        growth -= self.pairs.of(node) + self.touches.of_box(node);
        for &line in lines {
            growth -= self.of_line(line);
        }
        growth += self.pairs.propose(problem, &self.at, node, to);
        if growth > limit {
            return None;
        }
        for (turn, &line) in lines.iter().enumerate() {
            let segment = Segment::new(to, self.at[problem.other(line, node)]);
            self.next_segments[turn] = segment;
            growth += self.length(line, &segment);
        }
        if growth > limit {
            return None;
        }
        growth += self.touches.propose_box(problem, &self.segments, node, to);
        for (turn, &line) in lines.iter().enumerate() {
            if growth > limit {
                return None;
            }
            let (turn_line, segment) = ((turn, line), &self.next_segments[turn]);
            let crossings = self
                .crossings
                .propose(problem, &self.segments, turn_line, segment);
            growth += CROSSING * f64::from(crossings);
            growth += self
                .touches
                .propose_line(problem, &self.at, turn_line, segment);
        }
        (growth <= limit).then_some(growth)
    }

    /// Makes the move that was proposed last and not refused.
    pub(super) fn commit(&mut self, node: usize, to: Point) {
        self.pairs.commit(node);
        self.touches.commit(self.problem, node);
        self.crossings.commit(self.problem, node);
        for (turn, &line) in self.problem.lines_at[node].iter().enumerate() {
            self.segments[line] = self.next_segments[turn];
        }
        self.at[node] = to;
    }

    /// The whole cost.
    pub(super) fn cost(&self) -> f64 {
        let segments = self.segments.iter().enumerate();
        let lengths: f64 = segments.map(|(line, it)| self.length(line, it)).sum();
        let anchors: f64 = (0..self.at.len())
            .map(|node| self.anchor(node, self.at[node]))
            .sum();
        let crossings = CROSSING * f64::from(self.crossings.total());
        self.pairs.total() + self.touches.total() + crossings + lengths + anchors
    }

    /// What a line costs but for the boxes at its ends.
    fn of_line(&self, line: usize) -> f64 {
        let crossings = CROSSING * f64::from(self.crossings.of(line));
        crossings + self.touches.of_line(line) + self.length(line, &self.segments[line])
    }

    fn length(&self, line: usize, segment: &Segment) -> f64 {
        let strength = 0.5 + self.problem.lines[line].weight;
        LENGTH * strength * segment.length / self.unit
    }

    fn anchor(&self, node: usize, at: Point) -> f64 {
        let Some(Some(anchor)) = self.anchors.get(node) else {
            return 0.0;
        };
        let (dx, dy) = ((at.x - anchor.x) / self.unit, (at.y - anchor.y) / self.unit);
        MOVED * (dx * dx + dy * dy)
    }
}
