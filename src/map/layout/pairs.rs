//! What each pair of boxes costs: overlap, wrong distance, mixed groups.

use super::lanes::{larger, only_if, replace, smaller, sum};
use super::places::{Places, Spot};
use super::rows::Rows;
use super::weights::{APART, GAP, MIXED, OVERLAP, REGION, STRANGER, STRESS};

/// The cost of every pair, and of every box with all others. A move of one box
/// changes one row.
pub(super) struct Pairs {
    /// Lengths of a line in the graph for a pixel.
    per_pixel: f32,
    nodes: usize,
    cost: Vec<f32>,
    sum: Vec<f32>,
    next: Vec<f32>,
    next_sum: f32,
}

impl Pairs {
    pub(super) fn new(rows: &Rows, at: &Places, unit: f32) -> Self {
        let nodes = rows.nodes();
        let mut pairs = Self {
            per_pixel: 1.0 / unit,
            nodes,
            cost: vec![0.0; nodes * nodes],
            sum: vec![0.0; nodes],
            next: vec![0.0; nodes],
            next_sum: 0.0,
        };
        for node in 0..nodes {
            pairs.propose(rows, at, node, at.get(node));
            pairs.cost[node * nodes..(node + 1) * nodes].copy_from_slice(&pairs.next);
            pairs.sum[node] = pairs.next_sum;
        }
        pairs
    }

    /// What a box costs with all others where it is.
    pub(super) fn of(&self, node: usize) -> f32 {
        self.sum[node]
    }

    /// What it would cost at another place.
    pub(super) fn propose(&mut self, rows: &Rows, at: &Places, node: usize, to: Spot) -> f32 {
        let per_pixel = self.per_pixel;
        let (half_width, half_height) = (rows.half_width[node], rows.half_height[node]);
        let group = rows.group[node];
        let places = at.x.iter().zip(&at.y);
        let halves = rows.half_width.iter().zip(&rows.half_height);
        let graph = rows.nearness(node).iter().zip(&rows.group);
        let others = places.zip(halves).zip(graph);
        for (next, (((x, y), (width, height)), (near, other))) in self.next.iter_mut().zip(others) {
            let (dx, dy) = ((to.x - x).abs(), (to.y - y).abs());
            let distance = (dx * dx + dy * dy).sqrt() * per_pixel;
            let wrong = distance * near - 1.0;
            let across = dx - (half_width + width);
            let along = dy - (half_height + height);
            let overlap = smaller(GAP.0 as f32 - across, GAP.1 as f32 - along);
            let full = OVERLAP.0 as f32 + OVERLAP.1 as f32 * overlap;
            let overlapping = only_if(overlap > 0.0, full);
            let inside = 1.0 - larger(across, along) / REGION as f32;
            let inside = smaller(larger(inside, 0.0), 1.0);
            let mixed = larger(1.0 - distance / APART as f32, 0.0);
            let strange = STRANGER as f32 * inside + MIXED as f32 * mixed * mixed;
            *next = STRESS as f32 * wrong * wrong + overlapping + only_if(*other != group, strange);
        }
        self.next[node] = 0.0;
        self.next_sum = sum(&self.next);
        self.next_sum
    }

    /// Takes over what was proposed last.
    pub(super) fn commit(&mut self, node: usize) {
        let row = &mut self.cost[node * self.nodes..(node + 1) * self.nodes];
        replace(row, &self.next, &mut self.sum);
        for (other, &cost) in self.next.iter().enumerate() {
            self.cost[other * self.nodes + node] = cost;
        }
        self.sum[node] = self.next_sum;
    }

    /// All pairs, each once.
    pub(super) fn total(&self) -> f32 {
        sum(&self.sum) / 2.0
    }
}
