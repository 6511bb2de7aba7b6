//! How high columns are filled.

use crate::steps;

/// The height of each of many columns, side by side: a tree over them, in which a node
/// knows what all columns below it were raised to at once, and the highest of them
/// (a segment tree: J. L. Bentley, "Solutions to Klee's rectangle problems", 1977).
pub(super) struct Skyline {
    leaves: usize,
    raised: Vec<f64>,
    highest: Vec<f64>,
}

impl Skyline {
    /// Columns that are empty: lower than anything.
    pub(super) fn new(columns: usize) -> Self {
        let leaves = columns.next_power_of_two();
        Self {
            leaves,
            raised: vec![f64::NEG_INFINITY; 2 * leaves],
            highest: vec![f64::NEG_INFINITY; 2 * leaves],
        }
    }

    /// Raises the columns from one up to but without another to a height, where they
    /// are lower.
    pub(super) fn raise(&mut self, span: (usize, usize), height: f64) {
        for node in self.cover(span) {
            self.raised[node] = self.raised[node].max(height);
            self.highest[node] = self.highest[node].max(height);
        }
        for mut node in self.edges(span) {
            while node > 1 {
                node /= 2;
                let below = self.highest[2 * node].max(self.highest[2 * node + 1]);
                self.highest[node] = self.raised[node].max(below);
            }
        }
    }

    /// How high the highest column is from one up to but without another.
    pub(super) fn highest(&self, span: (usize, usize)) -> f64 {
        let covered = self.cover(span).map(|node| self.highest[node]);
        let mut highest = covered.fold(f64::NEG_INFINITY, f64::max);
        for mut node in self.edges(span) {
            while node > 1 {
                node /= 2;
                highest = highest.max(self.raised[node]);
            }
        }
        highest
    }

    /// The leaves of the first and the last column.
    fn edges(&self, (from, to): (usize, usize)) -> [usize; 2] {
        [from, to.max(from + 1) - 1].map(|column| column + self.leaves)
    }

    /// The largest nodes that have only columns of a span below them, and all of them.
    fn cover(&self, (from, to): (usize, usize)) -> impl Iterator<Item = usize> + use<> {
        let (mut from, mut to) = (from + self.leaves, to + self.leaves);
        let mut nodes = Vec::with_capacity(32);
        while from < to {
            if from % 2 == 1 {
                nodes.push(from);
                from += 1;
            }
            if to % 2 == 1 {
                to -= 1;
                nodes.push(to);
            }
            (from, to) = (from / 2, to / 2);
        }
        steps::count(nodes.len());
        nodes.into_iter()
    }
}
