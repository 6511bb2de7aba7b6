//! Communities that can be drawn: few, none too small, in reading order.

use super::leiden::Leiden;
use super::merging::{merge_excess, merge_small};
use super::network::Network;
use super::partition::Partition;

/// How nodes are grouped.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grouping {
    /// How communities are found.
    pub leiden: Leiden,
    /// A group of fewer nodes is merged into another.
    pub smallest: usize,
    /// At most so many groups: as many as there are colours that can be told
    /// apart.
    pub most: usize,
}

impl Default for Grouping {
    fn default() -> Self {
        Self {
            leiden: Leiden::default(),
            smallest: 3,
            most: 8,
        }
    }
}

/// From so many nodes on fewer runs are made.
const MANY: usize = 1_000;
/// As many: of made-up libraries of 2,000 and 5,000 concepts four runs reached the modularity
/// of ten, and twenty at most 0.0013 more.
const FEWER_RUNS: usize = 4;

impl Grouping {
    /// How so many nodes are grouped: of many, which take long, fewer runs are made.
    pub fn of_nodes(nodes: usize) -> Self {
        let mut grouping = Self::default();
        if nodes >= MANY {
            grouping.leiden.runs = FEWER_RUNS;
        }
        grouping
    }
}

/// The nodes of a graph in groups, in the order of their mean places.
#[derive(Clone, Debug, PartialEq)]
pub struct Communities {
    group: Vec<usize>,
    members: Vec<Vec<usize>>,
    modularity: f64,
}

impl Communities {
    /// Groups the nodes of a graph: [communities](Leiden::partition), of which
    /// the small ones are merged into the one they are tied to most, and then
    /// those that lose least by it, until there are few enough.
    ///
    /// `place` says where each node stands in the reading (its mean page, for
    /// one), and must be finite. Groups are numbered by the mean place of their
    /// nodes. A small group that is tied to none goes to the one that is
    /// nearest by place: what nothing connects was at least read together. A
    /// graph of fewer nodes than the smallest group is one group.
    ///
    /// # Panics
    ///
    /// When there is not one place for each node.
    pub fn of(network: &Network, place: &[f64], grouping: &Grouping) -> Self {
        assert_eq!(network.len(), place.len(), "a place for each node");
        let found = grouping.leiden.partition(network);
        let large = merge_small(network, place, &found, grouping.smallest);
        let few = merge_excess(network, place, &large, grouping);
        Self::ordered(network, place, &few, grouping.leiden.resolution)
    }

    fn ordered(network: &Network, place: &[f64], groups: &Partition, resolution: f64) -> Self {
        let mut members = groups.members();
        members.sort_by(|a, b| {
            let (x, y) = (mean(a, place), mean(b, place));
            x.total_cmp(&y).then(a.cmp(b))
        });
        let mut group = vec![0; groups.len()];
        for (number, nodes) in members.iter().enumerate() {
            for &node in nodes {
                group[node] = number;
            }
        }
        Self {
            group,
            members,
            modularity: groups.modularity(network, resolution),
        }
    }

    /// How many groups there are.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there is no group, since there is no node.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The group of a node.
    pub fn group(&self, node: usize) -> usize {
        self.group[node]
    }

    /// The group of each node.
    pub fn groups(&self) -> &[usize] {
        &self.group
    }

    /// The nodes of a group, ascending.
    pub fn members(&self, group: usize) -> &[usize] {
        &self.members[group]
    }

    /// The [modularity](Partition::modularity) of the groups.
    pub fn modularity(&self) -> f64 {
        self.modularity
    }

    /// The nodes of a group that a reader meets most, at most `count`: a name
    /// for it. `frequency` has a number for each node; of equal ones the
    /// earlier comes first.
    pub fn most_frequent(&self, group: usize, frequency: &[f64], count: usize) -> Vec<usize> {
        let mut nodes = self.members[group].clone();
        nodes.sort_by(|&a, &b| frequency[b].total_cmp(&frequency[a]).then(a.cmp(&b)));
        nodes.truncate(count);
        nodes
    }
}

pub(super) fn mean(nodes: &[usize], place: &[f64]) -> f64 {
    nodes.iter().map(|&node| place[node]).sum::<f64>() / nodes.len().max(1) as f64
}
