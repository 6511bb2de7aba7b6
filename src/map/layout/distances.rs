//! How far from each other two boxes should be.

use super::problem::{Line, Problem};

/// Half a length of a line: distances are counted in these.
pub(super) const HALF: f64 = 0.5;

/// A line inside a group, in halves.
pub(super) const WITHIN: u8 = 2;
/// A line from one group to another should be so much longer than one inside a
/// group, so that groups stand apart.
pub(super) const ACROSS: u8 = 3;

/// Boxes that are further apart in the graph than this, or not linked at all, need
/// not be further apart on the page.
const FAR: u8 = 14;

/// Boxes of one group that are not linked at all.
const STRAY: u8 = 4;

/// The distance of each pair in the graph, in lengths of a line.
#[derive(Clone, Debug)]
pub(super) struct Distances {
    nodes: usize,
    length: Vec<f64>,
}

impl Distances {
    /// Shortest paths from each box: R. B. Dial, "Algorithm 360: shortest-path forest
    /// with topological ordering" (CACM 12, 1969), with as many buckets as lengths.
    pub(super) fn new(problem: &Problem) -> Self {
        let nodes = problem.len();
        let mut length = Vec::with_capacity(nodes * nodes);
        let mut halves = vec![FAR; nodes];
        for from in 0..nodes {
            halves.fill(FAR);
            reach(problem, from, &mut halves);
            let group = problem.groups[from];
            let both = halves.iter().zip(&problem.groups);
            length.extend(
                both.map(|(&far, &other)| match far == FAR && other == group {
                    true => HALF * f64::from(STRAY),
                    false => HALF * f64::from(far),
                }),
            );
        }
        Self { nodes, length }
    }

    pub(super) fn len(&self) -> usize {
        self.nodes
    }

    /// From one node to all.
    pub(super) fn from(&self, node: usize) -> &[f64] {
        &self.length[node * self.nodes..(node + 1) * self.nodes]
    }
}

/// How long a line should be, in halves.
pub(super) fn halves_of(line: &Line) -> u8 {
    match line.group {
        Some(_) => WITHIN,
        None => ACROSS,
    }
}

/// Makes the distances of all that is nearer than [`FAR`] to one box so short as they are.
fn reach(problem: &Problem, from: usize, halves: &mut [u8]) {
    let mut buckets: [Vec<usize>; FAR as usize] = Default::default();
    halves[from] = 0;
    buckets[0].push(from);
    for far in 0..FAR {
        while let Some(node) = buckets[usize::from(far)].pop() {
            if halves[node] < far {
                continue;
            }
            for &line in &problem.lines_at[node] {
                let long = halves_of(&problem.lines[line]);
                let (other, both) = (problem.other(line, node), far + long);
                if both < halves[other] {
                    halves[other] = both;
                    buckets[usize::from(both)].push(other);
                }
            }
        }
    }
}
