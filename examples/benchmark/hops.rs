//! Distances in a large graph, and how well drawings keep them.

use bookgraph::map::Point;
use bookgraph::map::layout::LayoutGraph;
use std::collections::VecDeque;

/// The distances from so many boxes to all others are looked at.
const SAMPLED: usize = 500;

/// The links between some boxes and all others.
pub(crate) struct Sampled {
    hops: Vec<(usize, Vec<Option<u32>>)>,
}

impl Sampled {
    /// Breadth first from boxes that are evenly spread over all.
    pub(crate) fn of(graph: &LayoutGraph) -> Self {
        let mut neighbours = vec![Vec::new(); graph.boxes.len()];
        for edge in &graph.edges {
            neighbours[edge.a].push(edge.b);
            neighbours[edge.b].push(edge.a);
        }
        let step = (neighbours.len() / SAMPLED).max(1);
        let from = (0..neighbours.len()).step_by(step);
        Self {
            hops: from.map(|from| (from, hops(&neighbours, from))).collect(),
        }
    }

    /// The mean of `(s·|p_i - p_j| / d_ij - 1)²` over the pairs, with the scale s that makes
    /// it least: the stress of [`bookgraph::map::layout::Quality`], of a sample.
    pub(crate) fn stress(&self, centers: &[Point]) -> f64 {
        let (mut sum, mut squares, mut count) = (0.0, 0.0, 0.0);
        for (from, hops) in &self.hops {
            let here = centers[*from];
            for (there, hops) in centers.iter().zip(hops) {
                let Some(hops) = hops.filter(|&hops| hops > 0) else {
                    continue;
                };
                let (dx, dy) = (there.x - here.x, there.y - here.y);
                let share = (dx * dx + dy * dy).sqrt() / f64::from(hops);
                sum += share;
                squares += share * share;
                count += 1.0;
            }
        }
        // With s = Σx / Σx².
        1.0 - sum * sum / squares / count
    }
}

fn hops(neighbours: &[Vec<usize>], from: usize) -> Vec<Option<u32>> {
    let mut hops = vec![None; neighbours.len()];
    hops[from] = Some(0);
    let mut queue = VecDeque::from([(from, 0)]);
    while let Some((node, far)) = queue.pop_front() {
        for &other in &neighbours[node] {
            if hops[other].is_none() {
                hops[other] = Some(far + 1);
                queue.push_back((other, far + 1));
            }
        }
    }
    hops
}
