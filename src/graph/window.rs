//! Things that stand together in windows of a text, whatever they are.

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
        for same in sightings.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)) {
            let (a, b) = (same[0].0 as usize, same[0].1 as usize);
            let mut windows = same.iter().map(|seen| seen.2 as usize);
            let weights = windows.clone().map(|w| f64::from(self.weights[w]));
            let count = weights.sum::<f64>() as f32;
            let expected = self.occurrences[a] * self.occurrences[b] / total;
            tell((a, b), (count, expected as f32), &mut windows);
        }
    }

    /// Every pair in every window, sorted.
    fn sightings(&self) -> Vec<Sighting> {
        let mut sightings = Vec::new();
        let mut start = 0;
        for (window, &end) in self.ends.iter().enumerate() {
            let items = &self.items[start..end];
            start = end;
            if items.len() > CROWD {
                continue;
            }
            for (index, &a) in items.iter().enumerate() {
                let later = items[index + 1..].iter();
                sightings.extend(later.map(|&b| (a, b, window as u32)));
            }
        }
        steps::count(sightings.len());
        // By windows they are as they come.
        let by_higher = sorted(sightings, self.occurrences.len(), |seen| seen.1);
        sorted(by_higher, self.occurrences.len(), |seen| seen.0)
    }
}

/// Two items, the lower one first, and a window that holds both.
type Sighting = (u32, u32, u32);

/// Sightings by a number below `items`; those of the same number stay in their order. They
/// are counted first, so that each can be put in its place at once.
fn sorted(sightings: Vec<Sighting>, items: usize, by: fn(&Sighting) -> u32) -> Vec<Sighting> {
    let mut place = vec![0_usize; items + 1];
    for seen in &sightings {
        place[by(seen) as usize + 1] += 1;
    }
    for item in 0..items {
        place[item + 1] += place[item];
    }
    let mut sorted = vec![Sighting::default(); sightings.len()];
    for seen in sightings {
        let place = &mut place[by(&seen) as usize];
        sorted[*place] = seen;
        *place += 1;
    }
    sorted
}
