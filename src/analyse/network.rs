//! An undirected graph with weights, in flat arrays.

use crate::graph::WeightedPair;

/// An undirected weighted graph: of each node its neighbours by index, in
/// compressed rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    start: Vec<usize>,
    neighbour: Vec<u32>,
    weight: Vec<f64>,
    strength: Vec<f64>,
}

impl Network {
    /// The graph of `nodes` nodes and some edges, in whatever order they come.
    ///
    /// Edges between the same two nodes add up. An edge of a node with itself,
    /// and one whose weight is not above zero or not finite, is no edge.
    ///
    /// # Panics
    ///
    /// When an edge names a node that is not below `nodes`.
    pub fn new(nodes: usize, edges: &[WeightedPair]) -> Self {
        let mut links: Vec<(usize, usize, f64)> = Vec::with_capacity(2 * edges.len());
        for edge in edges {
            if edge.a == edge.b || !edge.weight.is_finite() || edge.weight <= 0.0 {
                continue;
            }
            let weight = f64::from(edge.weight);
            links.push((edge.a, edge.b, weight));
            links.push((edge.b, edge.a, weight));
        }
        // By weight as well: rounding must not depend on the order of edges.
        links.sort_unstable_by(|x, y| (x.0, x.1).cmp(&(y.0, y.1)).then(x.2.total_cmp(&y.2)));
        let mut network = Self::from_links(nodes, &links);
        network.strength = (0..nodes)
            .map(|node| network.neighbours(node).map(|(_, weight)| weight).sum())
            .collect();
        network
    }

    /// No node yet, but room for some.
    pub(super) fn with_room_for(nodes: usize) -> Self {
        let mut start = Vec::with_capacity(nodes + 1);
        start.push(0);
        Self {
            start,
            neighbour: Vec::new(),
            weight: Vec::new(),
            strength: Vec::with_capacity(nodes),
        }
    }

    /// Adds the next node with a strength of its own, which may count weight inside of
    /// it, and its neighbours in order, each with the weight of the edge; edges are
    /// given both ways.
    pub(super) fn push_row(&mut self, strength: f64, row: impl Iterator<Item = (u32, f64)>) {
        for (neighbour, weight) in row {
            self.neighbour.push(neighbour);
            self.weight.push(weight);
        }
        self.start.push(self.neighbour.len());
        self.strength.push(strength);
    }

    fn from_links(nodes: usize, links: &[(usize, usize, f64)]) -> Self {
        let mut start = vec![0; nodes + 1];
        let (mut neighbour, mut weight) = (Vec::new(), Vec::new());
        for parallel in links.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)) {
            let (from, to, _) = parallel[0];
            assert!(to < nodes, "node {to} of {nodes}");
            start[from + 1] += 1;
            neighbour.push(to as u32);
            weight.push(parallel.iter().map(|link| link.2).sum());
        }
        for node in 0..nodes {
            start[node + 1] += start[node];
        }
        Self {
            start,
            neighbour,
            weight,
            strength: Vec::new(),
        }
    }

    /// How many nodes there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.strength.len()
    }

    /// Whether there is no node.
    pub fn is_empty(&self) -> bool {
        self.strength.is_empty()
    }

    /// How many edges there are.
    pub fn edge_count(&self) -> usize {
        self.neighbour.len() / 2
    }

    /// The neighbours of a node, by index, each with the weight of the edge.
    #[inline]
    pub fn neighbours(&self, node: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        let row = self.start[node]..self.start[node + 1];
        let weights = self.weight[row.clone()].iter();
        let neighbours = self.neighbour[row].iter();
        neighbours
            .zip(weights)
            .map(|(&node, &weight)| (node as usize, weight))
    }

    /// The weight of all edges of a node.
    #[inline]
    pub fn strength(&self, node: usize) -> f64 {
        self.strength[node]
    }

    /// The strengths of all nodes together: twice the weight of all edges.
    pub fn total_strength(&self) -> f64 {
        self.strength.iter().sum()
    }
}
