//! Boxes that stand for all others, and how far every box is from them.

use super::links::Links;
use crate::steps;

/// So many pivots at most: with 200 the stress of 5,000 boxes is within a few hundredths of
/// what all pairs give (with 50 it is a tenth more).
const MOST: usize = 200;

/// No way leads there.
pub(super) const NOWHERE: u16 = u16::MAX;

/// Pivots and their distances.
pub(super) struct Pivots {
    /// The pivots among the boxes.
    pub(super) nodes: Vec<usize>,
    /// For each pivot a row: how many links lie between it and each box.
    hops: Vec<u16>,
    boxes: usize,
}

impl Pivots {
    /// Each pivot is the box that is farthest from those before it, the first of them where
    /// there are several (T. F. Gonzalez, "Clustering to minimize the maximum intercluster
    /// distance", Theor. Comput. Sci. 38, 1985; for drawings U. Brandes and C. Pich, Graph
    /// Drawing 2006). The first is the box farthest from `start`.
    pub(super) fn new(links: &Links, start: usize) -> Self {
        let boxes = links.len();
        let mut pivots = Self {
            nodes: Vec::new(),
            hops: Vec::new(),
            boxes,
        };
        let mut row = vec![NOWHERE; boxes];
        let mut queue = Vec::with_capacity(boxes);
        hops(links, start, &mut row, &mut queue);
        let mut next = farthest(&row);
        let mut nearest = vec![NOWHERE; boxes];
        while pivots.nodes.len() < MOST.min(boxes) {
            hops(links, next, &mut row, &mut queue);
            pivots.nodes.push(next);
            pivots.hops.extend_from_slice(&row);
            for (nearest, &hops) in nearest.iter_mut().zip(&row) {
                *nearest = hops.min(*nearest);
            }
            next = farthest(&nearest);
        }
        pivots
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// How many boxes there are.
    pub(super) fn boxes(&self) -> usize {
        self.boxes
    }

    /// How many links lie between one pivot and each box.
    pub(super) fn hops(&self, pivot: usize) -> &[u16] {
        &self.hops[pivot * self.boxes..(pivot + 1) * self.boxes]
    }
}

/// The first of the boxes that are farthest.
fn farthest(hops: &[u16]) -> usize {
    let most = hops.iter().max();
    let first = hops.iter().position(|hop| Some(hop) == most);
    first.unwrap_or(0)
}

/// Breadth first from one box.
fn hops(links: &Links, from: usize, row: &mut [u16], queue: &mut Vec<u32>) {
    row.fill(NOWHERE);
    queue.clear();
    row[from] = 0;
    queue.push(from as u32);
    let mut at = 0;
    while let Some(&node) = queue.get(at) {
        at += 1;
        let next = row[node as usize].saturating_add(1).min(NOWHERE - 1);
        let others = links.of(node as usize);
        steps::count(1 + others.len());
        for &other in others {
            if row[other as usize] == NOWHERE {
                row[other as usize] = next;
                queue.push(other);
            }
        }
    }
}
