//! The best chain with a bound on its length.

use crate::analyse::network::Network;
use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

/// Where chains may go.
pub(super) struct Search<'a> {
    pub(super) network: &'a Network,
    /// For each node whether it is closed.
    pub(super) closed: &'a [bool],
    /// Where the first link must not go.
    pub(super) taken: &'a [usize],
    pub(super) max_steps: usize,
}

/// The best chain to a node that was met so far, in so many steps.
#[derive(Clone, Copy)]
struct Label {
    cost: f64,
    steps: usize,
    node: usize,
    /// The label it came from.
    before: usize,
}

impl Ord for Label {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |label: &Self| (label.steps, label.node, label.before);
        let by_cost = self.cost.total_cmp(&other.cost);
        by_cost.then_with(|| key(self).cmp(&key(other)))
    }
}

impl PartialOrd for Label {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Label {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Label {}

impl Search<'_> {
    /// The chain whose links, none of which resists more than `most`, add up to
    /// least, where `add` never makes less of a sum.
    ///
    /// E. Dijkstra's search (Numerische Mathematik 1, 1959), in which a node may
    /// be met again as long as it is in fewer steps: what is worse but shorter
    /// can still be needed.
    pub(super) fn least(
        &self,
        from: usize,
        to: usize,
        most: f64,
        add: impl Fn(f64, f64) -> f64,
    ) -> Option<Vec<usize>> {
        let mut settled: Vec<Label> = Vec::new();
        let mut fewest = vec![usize::MAX; self.network.len()];
        let mut open = BinaryHeap::from([Reverse(Label {
            cost: 0.0,
            steps: 0,
            node: from,
            before: usize::MAX,
        })]);
        while let Some(Reverse(label)) = open.pop() {
            if label.steps >= fewest[label.node] {
                continue;
            }
            fewest[label.node] = label.steps;
            let here = settled.len();
            settled.push(label);
            if label.node == to {
                return Some(back(&settled, here));
            }
            if label.steps == self.max_steps {
                continue;
            }
            for (node, weight) in self.network.neighbours(label.node) {
                let resistance = 1.0 / weight;
                let taken = label.steps == 0 && self.taken.contains(&node);
                if self.closed[node]
                    || taken
                    || resistance > most
                    || label.steps + 1 >= fewest[node]
                {
                    continue;
                }
                open.push(Reverse(Label {
                    cost: add(label.cost, resistance),
                    steps: label.steps + 1,
                    node,
                    before: here,
                }));
            }
        }
        None
    }
}

/// The nodes from the start to a label.
fn back(settled: &[Label], last: usize) -> Vec<usize> {
    let mut nodes = Vec::new();
    let mut at = last;
    while let Some(label) = settled.get(at) {
        nodes.push(label.node);
        at = label.before;
    }
    nodes.reverse();
    nodes
}
