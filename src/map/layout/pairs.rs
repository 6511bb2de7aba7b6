//! What each pair of boxes costs: overlap, wrong distance, mixed groups.

use super::super::geometry::Point;
use super::problem::Problem;
use super::weights::{APART, GAP, MIXED, OVERLAP, REGION, STRANGER, STRESS};

/// The cost of every pair, and of every box with all others. A move of one box
/// changes one row.
pub(super) struct Pairs {
    /// Pixels for a length of a line in the graph.
    unit: f64,
    nodes: usize,
    cost: Vec<f64>,
    sum: Vec<f64>,
    next: Vec<f64>,
    next_sum: f64,
}

impl Pairs {
    pub(super) fn new(problem: &Problem, at: &[Point], unit: f64) -> Self {
        let nodes = at.len();
        let mut pairs = Self {
            unit,
            nodes,
            cost: vec![0.0; nodes * nodes],
            sum: vec![0.0; nodes],
            next: vec![0.0; nodes],
            next_sum: 0.0,
        };
        for node in 0..nodes {
            pairs.propose(problem, at, node, at[node]);
            pairs.cost[node * nodes..(node + 1) * nodes].copy_from_slice(&pairs.next);
            pairs.sum[node] = pairs.next_sum;
        }
        pairs
    }

    /// What a box costs with all others where it is.
    pub(super) fn of(&self, node: usize) -> f64 {
        self.sum[node]
    }

    /// What it would cost at another place.
    pub(super) fn propose(
        &mut self,
        problem: &Problem,
        at: &[Point],
        node: usize,
        to: Point,
    ) -> f64 {
        let far = problem.distances.from(node);
        let size = problem.boxes[node];
        let group = problem.groups[node];
        let per_unit = 1.0 / self.unit;
        let mut sum = 0.0;
        for other in 0..self.nodes {
            let (dx, dy) = ((to.x - at[other].x).abs(), (to.y - at[other].y).abs());
            let distance = (dx * dx + dy * dy).sqrt() * per_unit;
            let wrong = distance / far[other] - 1.0;
            let mut cost = STRESS * wrong * wrong;
            let across = dx - (size.width + problem.boxes[other].width) / 2.0;
            let along = dy - (size.height + problem.boxes[other].height) / 2.0;
            let overlap = (GAP.0 - across).min(GAP.1 - along);
            if overlap > 0.0 {
                cost += OVERLAP.0 + OVERLAP.1 * overlap;
            }
            if problem.groups[other] != group {
                let inside = (REGION - across.max(along)) / REGION;
                cost += STRANGER * inside.clamp(0.0, 1.0);
                let near = (1.0 - distance / APART).max(0.0);
                cost += MIXED * near * near;
            }
            let cost = if other == node { 0.0 } else { cost };
            self.next[other] = cost;
            sum += cost;
        }
        self.next_sum = sum;
        sum
    }

    /// Takes over what was proposed last.
    pub(super) fn commit(&mut self, node: usize) {
        for other in 0..self.nodes {
            let cost = self.next[other];
            self.sum[other] += cost - self.cost[other * self.nodes + node];
            self.cost[other * self.nodes + node] = cost;
            self.cost[node * self.nodes + other] = cost;
        }
        self.sum[node] = self.next_sum;
    }

    /// All pairs, each once.
    pub(super) fn total(&self) -> f64 {
        self.sum.iter().sum::<f64>() / 2.0
    }
}
