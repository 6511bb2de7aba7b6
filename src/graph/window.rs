//! Things that stand together in windows of a text, whatever they are.

use super::sightings::Sightings;
use crate::steps;

/// A window with more items than this says nothing about any pair.
const CROWD: usize = 64;

/// λ of the association strength c / (E + λ), a knob from 0 to about 8: at 0
/// rare pairs that always go together come first, at larger values frequent
/// ones.
///
/// At 0 it is the measure of N. J. van Eck and L. Waltman ("How to normalize
/// cooccurrence data?", JASIST 60(8), 2009), which gives a pair seen once the
/// weight of a pair seen always; λ is what that pair has to outweigh.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shrinkage(pub f32);

impl Default for Shrinkage {
    fn default() -> Self {
        Self(1.0)
    }
}

impl Shrinkage {
    /// The weight of a pair that was seen `count` times where chance alone
    /// would have it `expected` times.
    pub fn weight(self, count: f32, expected: f32) -> f32 {
        count / (expected + self.0)
    }
}

/// Windows of a text, and the items that stand in each, as indices.
#[derive(Clone, Debug)]
pub struct Windows {
    items: Vec<u32>,
    ends: Vec<usize>,
    weights: Vec<f32>,
    /// n of every item.
    occurrences: Vec<f64>,
    /// N.
    total: f64,
}

/// Two items that stand in the same windows.
#[derive(Clone, Debug, PartialEq)]
pub struct CoOccurrence {
    /// The lower item.
    pub a: usize,
    /// The higher one.
    pub b: usize,
    /// c: the weight of the windows that hold both.
    pub count: f32,
    /// E = n_a · n_b / N: the count that independence would give, where n is
    /// the weight of the windows that hold an item and N that of all.
    pub expected: f32,
    /// The windows that hold both, in the order they were added.
    pub windows: Vec<usize>,
}

impl Windows {
    /// No windows yet, of things that are numbered below `items`.
    pub fn new(items: usize) -> Self {
        Self {
            items: Vec::new(),
            ends: Vec::new(),
            weights: Vec::new(),
            occurrences: vec![0.0; items],
            total: 0.0,
        }
    }

    /// Adds a window, and gives its number: they are numbered from 0. An item
    /// that is given twice stands there once.
    ///
    /// # Panics
    ///
    /// When an item is not below the number of items.
    pub fn push(&mut self, items: impl IntoIterator<Item = usize>, weight: f32) -> usize {
        let start = self.items.len();
        self.items.extend(items.into_iter().map(|item| item as u32));
        self.items[start..].sort_unstable();
        let mut kept = start;
        for at in start..self.items.len() {
            if at == start || self.items[at] != self.items[kept - 1] {
                self.items[kept] = self.items[at];
                self.occurrences[self.items[kept] as usize] += f64::from(weight);
                kept += 1;
            }
        }
        self.items.truncate(kept);
        self.ends.push(kept);
        self.weights.push(weight);
        self.total += f64::from(weight);
        self.ends.len() - 1
    }

    /// Adds windows of weight 1 in which nothing stands: they are not numbered,
    /// and make what stands together elsewhere more remarkable.
    pub fn push_empty(&mut self, count: usize) {
        self.total += count as f64;
    }

    /// n of an item: the weight of the windows that hold it.
    pub fn occurrences(&self, item: usize) -> f32 {
        self.occurrences[item] as f32
    }

    /// N: the weight of all windows.
    pub fn total(&self) -> f32 {
        self.total as f32
    }

    /// All pairs of items that stand in the same window, in order.
    pub fn co_occurrences(&self) -> Vec<CoOccurrence> {
        let mut pairs = Vec::new();
        self.each_pair(|(a, b), (count, expected), windows| {
            pairs.push(CoOccurrence {
                a,
                b,
                count,
                expected,
                windows: windows.collect(),
            });
        });
        pairs
    }

    /// Tells of all pairs of items that stand in the same window, in order: the two items,
    /// c and E, and the windows that hold both. Nothing is allocated for a pair.
    pub(super) fn each_pair(
        &self,
        mut tell: impl FnMut((usize, usize), (f32, f32), &mut dyn Iterator<Item = usize>),
    ) {
        let total = self.total.max(f64::MIN_POSITIVE);
        let sightings = self.sightings();
        for a in 0..self.occurrences.len() {
            for same in sightings.row(a).chunk_by(|x, y| x.0 == y.0) {
                let b = same[0].0 as usize;
                let mut windows = same.iter().map(|seen| seen.1 as usize);
                let weights = windows.clone().map(|w| f64::from(self.weights[w]));
                let count = weights.sum::<f64>() as f32;
                let expected = self.occurrences[a] * self.occurrences[b] / total;
                tell((a, b), (count, expected as f32), &mut windows);
            }
        }
    }

    /// Every pair in every window, by its lower item, then its higher one, then windows.
    fn sightings(&self) -> Sightings {
        let items = self.occurrences.len();
        let (mut lower, mut higher) = (Sightings::of(items), Sightings::of(items));
        for (_, items) in self.small() {
            for (before, &item) in items.iter().enumerate() {
                lower.count(item, items.len() - 1 - before);
                higher.count(item, before);
            }
        }
        let (mut lower, mut higher) = (lower.filled(), higher.filled());
        steps::count(lower.len());
        // By the higher item first; windows are in order as they come.
        for (window, items) in self.small() {
            for (index, &a) in items.iter().enumerate() {
                let later = items[index + 1..].iter();
                later.for_each(|&b| higher.put(b, (a, window)));
            }
        }
        for b in 0..items {
            let below = higher.row(b).iter();
            below.for_each(|&(a, window)| lower.put(a, (b as u32, window)));
        }
        lower
    }

    /// The windows that are no crowd, with their numbers.
    fn small(&self) -> impl Iterator<Item = (u32, &[u32])> {
        let mut start = 0;
        let windows = self.ends.iter().enumerate().map(move |(window, &end)| {
            let items = &self.items[start..end];
            start = end;
            (window as u32, items)
        });
        windows.filter(|(_, items)| items.len() <= CROWD)
    }
}
