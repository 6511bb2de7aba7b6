//! Groups that could have to do with each other, and in the notes do not.

use super::network::Network;
use crate::graph::WeightedPair;

/// Where chance has so few co-mentions, that there are none says nothing.
const LEAST_EXPECTED: f64 = 3.0;
/// So many bridges, and entries, are named for a gap.
const NAMED: usize = 2;

/// What is known of the nodes of a graph whose gaps are looked for.
#[derive(Clone, Copy, Debug)]
pub struct Gaps<'a> {
    /// The graph, with all its edges rather than a backbone.
    pub network: &'a Network,
    /// The group of each node.
    pub groups: &'a [usize],
    /// n: the weight of the windows that hold each node (see
    /// [`crate::graph::Windows::occurrences`]).
    pub occurrences: &'a [f32],
    /// N: the weight of all windows.
    pub total: f32,
    /// c: the weight of the windows that hold both, for each pair that has any.
    pub counts: &'a [WeightedPair],
    /// The nodes of each entry.
    pub entries: &'a [Vec<usize>],
}

/// Two groups that are named together less than chance would have it.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// The two groups, the lower first.
    pub groups: [usize; 2],
    /// Σ c over the pairs of a node here and one there.
    pub observed: f64,
    /// Σ n_i · n_j / N over the same pairs.
    pub expected: f64,
    /// The nodes of other groups tied to both, at most two, best first: those whose
    /// weaker mean tie to the nodes of either group is strongest.
    pub bridges: Vec<usize>,
    /// The entries nearest to both, at most two, best first: those whose nodes
    /// have the strongest such tie on average.
    pub entries: Vec<usize>,
}

impl Gap {
    /// Observed ÷ expected, from 0 up to 1.
    pub fn ratio(&self) -> f64 {
        self.observed / self.expected
    }
}

impl Gaps<'_> {
    /// The pairs of groups that are named together less than chance would have
    /// it, the widest gap first; only where chance would have it at least three
    /// times.
    ///
    /// The idea of a gap as something to think about is R. Burt's, "Structural
    /// Holes" (1992); D. Paranyushkin, "InfraNodus" (WWW 2019), uses it on the
    /// words of a text.
    pub fn find(&self) -> Vec<Gap> {
        let count = self.groups.iter().max().map_or(0, |most| most + 1);
        let occurrences = self.occurrences_of_groups(count);
        let observed = self.observed(count);
        let ties = self.ties(count);
        let mut gaps = Vec::new();
        for a in 0..count {
            for b in a + 1..count {
                let expected = occurrences[a] * occurrences[b] / f64::from(self.total);
                let observed = observed[a * count + b];
                if expected >= LEAST_EXPECTED && observed < expected {
                    let tie: Vec<f64> = ties.iter().map(|tie| tie[a].min(tie[b])).collect();
                    gaps.push(Gap {
                        groups: [a, b],
                        observed,
                        expected,
                        bridges: best(&self.between(&tie, [a, b])),
                        entries: best(&self.nearness(&tie)),
                    });
                }
            }
        }
        gaps.sort_by(|x, y| {
            let widest = x.ratio().total_cmp(&y.ratio());
            let largest = y.expected.total_cmp(&x.expected);
            widest.then(largest).then(x.groups.cmp(&y.groups))
        });
        gaps
    }

    fn occurrences_of_groups(&self, count: usize) -> Vec<f64> {
        let mut sums = vec![0.0; count];
        for (&group, &occurrences) in self.groups.iter().zip(self.occurrences) {
            sums[group] += f64::from(occurrences);
        }
        sums
    }

    /// c between each two groups, in rows of the lower one.
    fn observed(&self, count: usize) -> Vec<f64> {
        let mut sums = vec![0.0; count * count];
        for pair in self.counts {
            let (a, b) = (self.groups[pair.a], self.groups[pair.b]);
            sums[a.min(b) * count + a.max(b)] += f64::from(pair.weight);
        }
        sums
    }

    /// For each node its mean weight to the nodes of each group.
    fn ties(&self, count: usize) -> Vec<Vec<f64>> {
        let mut size = vec![0_usize; count];
        for &group in self.groups {
            size[group] += 1;
        }
        (0..self.network.len())
            .map(|node| {
                let mut tie = vec![0.0; count];
                for (other, weight) in self.network.neighbours(node) {
                    tie[self.groups[other]] += weight;
                }
                let means = tie.iter().zip(&size);
                means.map(|(tie, &size)| tie / size.max(1) as f64).collect()
            })
            .collect()
    }

    /// The ties of the nodes that belong to neither of two groups.
    fn between(&self, tie: &[f64], groups: [usize; 2]) -> Vec<f64> {
        let ties = tie.iter().zip(self.groups);
        ties.map(|(&tie, group)| if groups.contains(group) { 0.0 } else { tie })
            .collect()
    }

    /// The mean tie of each entry's nodes.
    fn nearness(&self, tie: &[f64]) -> Vec<f64> {
        let mean = |nodes: &Vec<usize>| {
            let sum: f64 = nodes.iter().map(|&node| tie[node]).sum();
            sum / nodes.len().max(1) as f64
        };
        self.entries.iter().map(mean).collect()
    }
}

/// The indices of the largest numbers above zero; of equal ones the earlier.
fn best(numbers: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..numbers.len())
        .filter(|&index| numbers[index] > 0.0)
        .collect();
    order.sort_by(|&a, &b| numbers[b].total_cmp(&numbers[a]).then(a.cmp(&b)));
    order.truncate(NAMED);
    order
}
