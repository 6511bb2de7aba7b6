//! How far from each other two boxes should be.

use super::problem::Line;

/// A line from one group to another should be so much longer than one inside a
/// group, so that groups stand apart.
const ACROSS: f64 = 1.5;

/// Boxes that are further apart in the graph than this, or not linked at all, need
/// not be further apart on the page.
const FAR: f64 = 7.0;

/// Boxes of one group that are not linked at all.
const STRAY: f64 = 2.0;

/// The distance of each pair in the graph, in lengths of a line.
#[derive(Clone, Debug)]
pub(super) struct Distances {
    nodes: usize,
    length: Vec<f64>,
}

impl Distances {
    /// Shortest paths: R. W. Floyd, "Algorithm 97" (CACM 5, 1962).
    pub(super) fn new(groups: &[usize], lines: &[Line]) -> Self {
        let nodes = groups.len();
        let mut length = vec![FAR; nodes * nodes];
        for node in 0..nodes {
            length[node * nodes + node] = 0.0;
        }
        for line in lines {
            let long = if line.group.is_some() { 1.0 } else { ACROSS };
            length[line.a * nodes + line.b] = long;
            length[line.b * nodes + line.a] = long;
        }
        for over in 0..nodes {
            for from in 0..nodes {
                let first = length[from * nodes + over];
                if first >= FAR {
                    continue;
                }
                for to in 0..nodes {
                    let both = first + length[over * nodes + to];
                    if both < length[from * nodes + to] {
                        length[from * nodes + to] = both;
                    }
                }
            }
        }
        for (pair, length) in length.iter_mut().enumerate() {
            if *length >= FAR && groups[pair / nodes] == groups[pair % nodes] {
                *length = STRAY;
            }
        }
        Self { nodes, length }
    }

    /// From one node to all.
    pub(super) fn from(&self, node: usize) -> &[f64] {
        &self.length[node * self.nodes..(node + 1) * self.nodes]
    }
}
