//! The nodes of a graph, in groups that don't overlap.

use super::network::Network;

/// A group for every node. Groups are numbered from 0 in the order of their
/// first members, so that equal partitions compare equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partition {
    group: Vec<usize>,
    count: usize,
}

impl Partition {
    /// Every node on its own.
    pub fn singletons(nodes: usize) -> Self {
        Self {
            group: (0..nodes).collect(),
            count: nodes,
        }
    }

    /// Nodes that have the same label are in the same group.
    pub fn from_labels(labels: &[usize]) -> Self {
        let most = labels.iter().max().map_or(0, |most| most + 1);
        let mut number = vec![usize::MAX; most];
        let mut count = 0;
        let group = labels.iter().map(|&label| {
            if number[label] == usize::MAX {
                number[label] = count;
                count += 1;
            }
            number[label]
        });
        Self {
            group: group.collect(),
            count,
        }
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.group.len()
    }

    /// Whether there is no node.
    pub fn is_empty(&self) -> bool {
        self.group.is_empty()
    }

    /// How many groups there are.
    pub fn group_count(&self) -> usize {
        self.count
    }

    /// The group of a node.
    #[inline]
    pub fn group(&self, node: usize) -> usize {
        self.group[node]
    }

    /// The group of each node.
    #[inline]
    pub fn groups(&self) -> &[usize] {
        &self.group
    }

    /// The nodes of each group, ascending.
    pub fn members(&self) -> Vec<Vec<usize>> {
        let mut members = vec![Vec::new(); self.count];
        for (node, &group) in self.group.iter().enumerate() {
            members[group].push(node);
        }
        members
    }

    /// The modularity Q = Σ (w_in / m − γ (K / 2m)²) over the groups: m is the
    /// weight of all edges, w_in of those inside of the group, K the strength
    /// of its nodes, and γ the resolution. Zero in a graph without edges.
    ///
    /// M. Newman and M. Girvan, "Finding and evaluating community structure in
    /// networks" (Phys. Rev. E 69, 2004); γ is from J. Reichardt and
    /// S. Bornholdt (Phys. Rev. E 74, 2006).
    pub fn modularity(&self, network: &Network, resolution: f64) -> f64 {
        let total = network.total_strength();
        if total == 0.0 {
            return 0.0;
        }
        // Weight inside of a group, where every edge is met from both ends.
        let mut inside = vec![0.0; self.count];
        let mut strength = vec![0.0; self.count];
        for (node, &group) in self.group.iter().enumerate() {
            strength[group] += network.strength(node);
            // A weight or nothing, without a branch, which nobody could foresee.
            let own = |(other, weight): (usize, f64)| match self.group[other] == group {
                true => weight,
                false => 0.0,
            };
            inside[group] += network.neighbours(node).map(own).sum::<f64>();
        }
        let groups = inside.into_iter().zip(strength);
        groups
            .map(|(inside, strength)| {
                let share: f64 = strength / total;
                inside / total - resolution * share * share
            })
            .sum()
    }

    /// The connected pieces of the groups, each as a group.
    pub fn connected(&self, network: &Network) -> Self {
        let mut piece = vec![usize::MAX; self.len()];
        let mut open = Vec::new();
        for first in 0..self.len() {
            if piece[first] != usize::MAX {
                continue;
            }
            piece[first] = first;
            open.push(first);
            while let Some(node) = open.pop() {
                for (other, _) in network.neighbours(node) {
                    if piece[other] == usize::MAX && self.group[other] == self.group[node] {
                        piece[other] = first;
                        open.push(other);
                    }
                }
            }
        }
        Self::from_labels(&piece)
    }
}
