//! Boxes that stand for all others, and how far every box is from them.

use super::super::distances::ACROSS;
use super::links::Links;
use crate::analyse::Random;
use crate::steps;

/// So many pivots at most: with 50 the stress of 5,000 boxes is a tenth more, with twice
/// as many a hundredth less.
const MOST: usize = 256;

/// So many are as far from each other as can be; all others are taken by chance. Those at the
/// edges give a first drawing its shape, but speak for few boxes: if all were such, stress
/// would be some hundredths more.
pub(super) const FAR_APART: usize = 48;

/// No way leads there.
pub(super) const NOWHERE: u32 = u32::MAX;

/// Pivots and their distances.
pub(super) struct Pivots {
    /// The pivots among the boxes.
    pub(super) nodes: Vec<usize>,
    /// For each pivot a row: how far each box is, in halves of a length of a line.
    halves: Vec<u32>,
    boxes: usize,
}

impl Pivots {
    /// First, each pivot is the box that is farthest from those before it, the first of them
    /// where there are several (T. F. Gonzalez, "Clustering to minimize the maximum intercluster
    /// distance", Theor. Comput. Sci. 38, 1985; for drawings U. Brandes and C. Pich, Graph
    /// Drawing 2006); then chance decides.
    pub(super) fn new(links: &Links, random: &mut Random) -> Self {
        let boxes = links.len();
        let mut pivots = Self {
            nodes: Vec::new(),
            halves: Vec::new(),
            boxes,
        };
        let mut row = vec![NOWHERE; boxes];
        reach(links, random.below(boxes), &mut row);
        let mut nearest = row.clone();
        for _ in 0..FAR_APART.min(boxes) {
            let pivot = farthest(&nearest);
            if pivots.nodes.is_empty() {
                nearest.fill(NOWHERE);
            }
            pivots.add(links, pivot, &mut row);
            for (nearest, &halves) in nearest.iter_mut().zip(&row) {
                *nearest = halves.min(*nearest);
            }
        }
        let mut others: Vec<usize> = (0..boxes).collect();
        random.shuffle(&mut others);
        others.retain(|other| !pivots.nodes.contains(other));
        for pivot in others.into_iter().take(MOST - FAR_APART) {
            pivots.add(links, pivot, &mut row);
        }
        pivots
    }

    fn add(&mut self, links: &Links, pivot: usize, row: &mut [u32]) {
        reach(links, pivot, row);
        self.nodes.push(pivot);
        self.halves.extend_from_slice(row);
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// How many boxes there are.
    pub(super) fn boxes(&self) -> usize {
        self.boxes
    }

    /// How far each box is from one pivot, in halves of a length of a line.
    pub(super) fn halves(&self, pivot: usize) -> &[u32] {
        &self.halves[pivot * self.boxes..(pivot + 1) * self.boxes]
    }
}

/// The first of the boxes that are farthest.
fn farthest(halves: &[u32]) -> usize {
    let most = halves.iter().max();
    let first = halves.iter().position(|far| Some(far) == most);
    first.unwrap_or(0)
}

/// The distances from one box to all, by buckets that are used again (R. B. Dial, as in
/// [`super::super::distances`]).
fn reach(links: &Links, from: usize, row: &mut [u32]) {
    const BUCKETS: usize = ACROSS as usize + 1;
    let mut buckets: [Vec<u32>; BUCKETS] = Default::default();
    row.fill(NOWHERE);
    row[from] = 0;
    buckets[0].push(from as u32);
    let (mut far, mut left) = (0, 1);
    while left > 0 {
        while let Some(node) = buckets[far as usize % BUCKETS].pop() {
            left -= 1;
            let node = node as usize;
            if row[node] < far {
                continue;
            }
            let links = links.of(node);
            steps::count(1 + links.len());
            for link in links {
                let both = far + u32::from(link.halves);
                if both < row[link.to as usize] {
                    row[link.to as usize] = both;
                    buckets[both as usize % BUCKETS].push(link.to);
                    left += 1;
                }
            }
        }
        far += 1;
    }
}
