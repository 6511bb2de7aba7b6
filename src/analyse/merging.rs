//! Fewer and larger groups.

use super::community::{Grouping, mean};
use super::network::Network;
use super::partition::Partition;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// Merges every group of fewer than `smallest` nodes, smaller ones first, into
/// the group it has most weight to, or else into the nearest by place.
pub(super) fn merge_small(
    network: &Network,
    place: &[f64],
    groups: &Partition,
    smallest: usize,
) -> Partition {
    let mut merging = Merging::new(network, place, groups);
    let sizes = |merging: &Merging, group: usize| (merging.size(group), group);
    let count = groups.group_count();
    let mut by_size: BTreeSet<(usize, usize)> =
        (0..count).map(|group| sizes(&merging, group)).collect();
    while let Some(&(size, group)) = by_size.first() {
        if size >= smallest {
            break;
        }
        let Some(target) = merging.strongest(group).or_else(|| merging.nearest(group)) else {
            break;
        };
        by_size.pop_first();
        by_size.remove(&sizes(&merging, target));
        merging.merge(group, target);
        by_size.insert(sizes(&merging, target));
    }
    merging.partition()
}

/// Merges the two groups that lose least [modularity](Partition::modularity)
/// by it, until there are few enough; of equal pairs those that are nearest by
/// place. Two groups that nothing ties are a pair only where none stands between
/// them by place.
///
/// The gains wait in a heap, as in A. Clauset, M. Newman and C. Moore, "Finding
/// community structure in very large networks" (Phys. Rev. E 70, 2004).
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
    let count = groups.group_count();
    let mut gains = Gains {
        scale,
        merges: vec![0; count],
        heap: BinaryHeap::new(),
    };
    if count > grouping.most.max(1) {
        (0..count).for_each(|group| gains.add(&merging, group));
    }
    while merging.by_place.len() > grouping.most.max(1) {
        let Some(pair) = gains.heap.pop() else { break };
        let Pair { a, b, .. } = pair;
        if pair.merges != (gains.merges[a], gains.merges[b]) || !merging.is_pair(a, b) {
            continue;
        }
        // Those around both will stand side by side.
        let around: Vec<usize> = [a, b]
            .into_iter()
            .flat_map(|group| [merging.before(group), merging.after(group)])
            .flatten()
            .filter(|&group| group != a && group != b)
            .collect();
        merging.merge(b, a);
        gains.merges[a] += 1;
        gains.merges[b] += 1;
        gains.add(&merging, a);
        for group in around {
            if let Some(after) = merging.after(group) {
                gains.add_pair(&merging, group, after);
            }
        }
    }
    merging.partition()
}

/// What merging two groups would gain, the best on top. Pairs of which one was
/// merged since are left where they are and passed over later.
struct Gains {
    scale: f64,
    /// How often each group was merged.
    merges: Vec<u32>,
    heap: BinaryHeap<Pair>,
}

impl Gains {
    /// Adds all pairs that a group is in.
    fn add(&mut self, merging: &Merging, group: usize) {
        for &other in merging.ties[group].keys() {
            self.add_pair(merging, group, other);
        }
        let beside = [merging.before(group), merging.after(group)];
        for other in beside.into_iter().flatten() {
            if !merging.ties[group].contains_key(&other) {
                self.add_pair(merging, group, other);
            }
        }
    }

    fn add_pair(&mut self, merging: &Merging, one: usize, other: usize) {
        let (a, b) = (one.min(other), one.max(other));
        let weight = merging.ties[a].get(&b).copied().unwrap_or(0.0);
        let gain = weight - self.scale * merging.strength[a] * merging.strength[b];
        self.heap.push(Pair {
            gain: Number(gain),
            distance: Number(merging.distance(a, b)),
            a,
            b,
            merges: (self.merges[a], self.merges[b]),
        });
    }
}

/// Two groups, `a` before `b`.
#[derive(PartialEq, Eq)]
struct Pair {
    gain: Number,
    distance: Number,
    a: usize,
    b: usize,
    /// How often each had been merged.
    merges: (u32, u32),
}

impl Ord for Pair {
    fn cmp(&self, other: &Self) -> Ordering {
        let gain = self.gain.cmp(&other.gain);
        let nearer = other.distance.cmp(&self.distance);
        let earlier = (other.a, other.b, other.merges).cmp(&(self.a, self.b, self.merges));
        gain.then(nearer).then(earlier)
    }
}

impl PartialOrd for Pair {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A number in [total order](f64::total_cmp).
#[derive(Clone, Copy)]
struct Number(f64);

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Number {}

/// Groups on their way to fewer ones. A group that was merged into another has
/// no members.
struct Merging {
    nodes: usize,
    members: Vec<Vec<usize>>,
    /// For each group the weight to every other that it is tied to.
    ties: Vec<BTreeMap<usize, f64>>,
    strength: Vec<f64>,
    /// The sum of the members' places.
    places: Vec<f64>,
    mean: Vec<f64>,
    /// The groups that are left, by their mean places.
    by_place: BTreeSet<(Number, usize)>,
}

impl Merging {
    fn new(network: &Network, place: &[f64], groups: &Partition) -> Self {
        let members = groups.members();
        let strength = |nodes: &Vec<usize>| nodes.iter().map(|&node| network.strength(node)).sum();
        let places = |nodes: &Vec<usize>| nodes.iter().map(|&node| place[node]).sum();
        let mut ties = vec![BTreeMap::new(); members.len()];
        for (group, nodes) in members.iter().enumerate() {
            for (other, weight) in nodes.iter().flat_map(|&node| network.neighbours(node)) {
                let other = groups.group(other);
                if other != group {
                    *ties[group].entry(other).or_insert(0.0) += weight;
                }
            }
        }
        // No sum is a negative zero, which would not be equal to zero in a set.
        let mean: Vec<f64> = members
            .iter()
            .map(|nodes| mean(nodes, place) + 0.0)
            .collect();
        Self {
            nodes: groups.len(),
            ties,
            strength: members.iter().map(strength).collect(),
            places: members.iter().map(places).collect(),
            by_place: mean.iter().copied().map(Number).zip(0..).collect(),
            mean,
            members,
        }
    }

    fn size(&self, group: usize) -> usize {
        self.members[group].len()
    }

    fn distance(&self, a: usize, b: usize) -> f64 {
        (self.mean[a] - self.mean[b]).abs()
    }

    fn nearer(&self, group: usize, a: usize, b: usize) -> Ordering {
        let nearest = self.distance(group, a).total_cmp(&self.distance(group, b));
        nearest.then(a.cmp(&b))
    }

    /// The group that one is tied to most, of equal ones the nearest.
    fn strongest(&self, group: usize) -> Option<usize> {
        let ties = self.ties[group].iter();
        let strongest = ties.min_by(|(a, x), (b, y)| {
            let strongest = y.total_cmp(x);
            strongest.then_with(|| self.nearer(group, **a, **b))
        });
        strongest.map(|(&other, _)| other)
    }

    /// The group that is nearest to one by place.
    fn nearest(&self, group: usize) -> Option<usize> {
        let place = Number(self.mean[group]);
        let first_at = |place| self.by_place.range((place, 0)..).map(|it| it.1);
        let before = self.by_place.range(..(place, 0)).next_back();
        let before = before.and_then(|&(place, _)| first_at(place).next());
        let after = first_at(place).find(|&other| other != group);
        let beside = before.into_iter().chain(after);
        beside.min_by(|&a, &b| self.nearer(group, a, b))
    }

    fn key(&self, group: usize) -> (Number, usize) {
        (Number(self.mean[group]), group)
    }

    /// The group before one by place.
    fn before(&self, group: usize) -> Option<usize> {
        let before = self.by_place.range(..self.key(group)).next_back();
        before.map(|&(_, other)| other)
    }

    /// The group after one by place.
    fn after(&self, group: usize) -> Option<usize> {
        let (place, next) = (Number(self.mean[group]), group + 1);
        let after = self.by_place.range((place, next)..).next();
        after.map(|&(_, other)| other)
    }

    /// Whether two groups are tied, or stand side by side.
    fn is_pair(&self, a: usize, b: usize) -> bool {
        let beside = [self.before(a), self.after(a)];
        self.ties[a].contains_key(&b) || beside.contains(&Some(b))
    }

    fn merge(&mut self, from: usize, into: usize) {
        for group in [from, into] {
            self.by_place.remove(&self.key(group));
        }
        let mut moved = std::mem::take(&mut self.members[from]);
        if moved.len() > self.members[into].len() {
            std::mem::swap(&mut moved, &mut self.members[into]);
        }
        self.members[into].extend(moved);
        for (other, weight) in std::mem::take(&mut self.ties[from]) {
            let back = self.ties[other].remove(&from).unwrap_or(weight);
            if other != into {
                *self.ties[into].entry(other).or_insert(0.0) += weight;
                *self.ties[other].entry(into).or_insert(0.0) += back;
            }
        }
        self.strength[into] += self.strength[from];
        self.places[into] += self.places[from];
        self.mean[into] = self.places[into] / self.size(into) as f64 + 0.0;
        self.by_place.insert(self.key(into));
    }

    fn partition(&self) -> Partition {
        let mut group = vec![0; self.nodes];
        for (number, nodes) in self.members.iter().enumerate() {
            for &node in nodes {
                group[node] = number;
            }
        }
        Partition::from_labels(&group)
    }
}
