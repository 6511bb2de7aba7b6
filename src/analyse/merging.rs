//! Fewer and larger groups.

use super::community::{Grouping, mean};
use super::network::Network;
use super::partition::Partition;
use std::cmp::Ordering;

/// Merges every group of fewer than `smallest` nodes, smaller ones first, into
/// the group it has most weight to, or else into the nearest by place.
pub(super) fn merge_small(
    network: &Network,
    place: &[f64],
    groups: &Partition,
    smallest: usize,
) -> Partition {
    let mut merging = Merging::new(network, place, groups);
    loop {
        let small = merging.alive().min_by_key(|&group| merging.size(group));
        match small {
            Some(group) if merging.size(group) < smallest && merging.alive().count() > 1 => {
                let weight = merging.weight_to_each(group);
                let others = merging.alive().filter(|&other| other != group);
                let target = others.min_by(|&a, &b| {
                    let strongest = weight[b].total_cmp(&weight[a]);
                    strongest.then(merging.nearer(group, a, b))
                });
                merging.merge(group, target.unwrap_or(group));
            }
            _ => return merging.partition(),
        }
    }
}

/// Merges the two groups that lose least [modularity](Partition::modularity)
/// by it, until there are few enough; of equal pairs those that are nearest by
/// place.
pub(super) fn merge_excess(
    network: &Network,
    place: &[f64],
    groups: &Partition,
    grouping: &Grouping,
) -> Partition {
    let mut merging = Merging::new(network, place, groups);
    let scale = match network.total_strength() {
        0.0 => 0.0,
        total => grouping.leiden.resolution / total,
    };
    while merging.alive().count() > grouping.most.max(1) {
        let mut best: Option<(usize, usize, f64)> = None;
        for a in merging.alive() {
            let weight = merging.weight_to_each(a);
            for b in merging.alive().filter(|&b| b > a) {
                let gain = weight[b] - scale * merging.strength[a] * merging.strength[b];
                let better = best.is_none_or(|(x, y, most)| {
                    let order = gain.total_cmp(&most);
                    let apart = merging.distance(x, y).total_cmp(&merging.distance(a, b));
                    order.then(apart) == Ordering::Greater
                });
                if better {
                    best = Some((a, b, gain));
                }
            }
        }
        let Some((a, b, _)) = best else { break };
        merging.merge(b, a);
    }
    merging.partition()
}

/// Groups on their way to fewer ones. A group that was merged into another has
/// no members.
struct Merging<'a> {
    network: &'a Network,
    place: &'a [f64],
    group: Vec<usize>,
    members: Vec<Vec<usize>>,
    strength: Vec<f64>,
    mean: Vec<f64>,
}

impl<'a> Merging<'a> {
    fn new(network: &'a Network, place: &'a [f64], groups: &Partition) -> Self {
        let members = groups.members();
        let strength = |nodes: &Vec<usize>| nodes.iter().map(|&node| network.strength(node)).sum();
        Self {
            network,
            place,
            group: groups.groups().to_vec(),
            strength: members.iter().map(strength).collect(),
            mean: members.iter().map(|nodes| mean(nodes, place)).collect(),
            members,
        }
    }

    fn alive(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.members.len()).filter(|&group| self.size(group) > 0)
    }

    fn size(&self, group: usize) -> usize {
        self.members[group].len()
    }

    fn weight_to_each(&self, group: usize) -> Vec<f64> {
        let mut weight = vec![0.0; self.members.len()];
        for &node in &self.members[group] {
            for (other, edge) in self.network.neighbours(node) {
                weight[self.group[other]] += edge;
            }
        }
        weight
    }

    fn distance(&self, a: usize, b: usize) -> f64 {
        (self.mean[a] - self.mean[b]).abs()
    }

    fn nearer(&self, group: usize, a: usize, b: usize) -> Ordering {
        let nearest = self.distance(group, a).total_cmp(&self.distance(group, b));
        nearest.then(a.cmp(&b))
    }

    fn merge(&mut self, from: usize, into: usize) {
        let moved = std::mem::take(&mut self.members[from]);
        for &node in &moved {
            self.group[node] = into;
        }
        self.members[into].extend(moved);
        self.strength[into] += self.strength[from];
        self.mean[into] = mean(&self.members[into], self.place);
    }

    fn partition(&self) -> Partition {
        Partition::from_labels(&self.group)
    }
}
