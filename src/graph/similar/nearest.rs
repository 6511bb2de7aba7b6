//! The entries most like one.

use super::weights::Weights;
use crate::steps;

/// Sums of products by entry, zero between uses, and which are not zero.
pub(super) struct Scratch {
    dots: Vec<f32>,
    touched: Vec<u32>,
    /// The concepts of the entry in question.
    lists: Vec<List>,
}

/// A concept of the entry in question.
#[derive(Clone, Copy)]
struct List {
    concept: u32,
    weight: f32,
    /// As much as it and those after it can add to the likeness of any entry.
    most: f32,
}

/// An entry, and how like it is.
pub(super) type Likeness = (f32, usize);

impl Scratch {
    pub(super) fn new(entries: usize) -> Self {
        Self {
            dots: vec![0.0; entries],
            touched: Vec::new(),
            lists: Vec::new(),
        }
    }
}

impl Weights {
    /// The entries most like one, at most `top` of those `asked` for, best first; ties
    /// go to the earlier.
    ///
    /// The entries about its rarest concept are looked at first, and those about
    /// commoner ones only as long as these alone could make an entry one of the best: H.
    /// Turtle and J. Flood, "Query evaluation: strategies and optimizations" (Information
    /// Processing & Management 31(6), 1995).
    pub(super) fn best(
        &self,
        entry: usize,
        asked: &[bool],
        top: usize,
        scratch: &mut Scratch,
    ) -> Vec<Likeness> {
        self.lists(entry, &mut scratch.lists);
        // Sums differ by rounding with the order of what they are of.
        let slack = 1.0 - 4.0 * f32::EPSILON * (scratch.lists.len() + 4) as f32;
        let (mut enough, mut rest) = (0.0, 0.0);
        for (at, list) in scratch.lists.iter().enumerate() {
            if at > 0 {
                enough = slack * self.enough(entry, top, scratch);
                if list.most < enough {
                    rest = list.most;
                    break;
                }
            }
            let (others, weights) = self.of_concept.row(list.concept as usize);
            steps::count(others.len());
            for (&other, weight) in others.iter().zip(weights) {
                if !asked[other as usize] {
                    continue;
                }
                let dot = &mut scratch.dots[other as usize];
                if *dot == 0.0 {
                    scratch.touched.push(other);
                }
                *dot += list.weight * weight;
            }
        }
        if rest == 0.0 {
            enough = slack * self.enough(entry, top, scratch);
        }
        let mut best = Vec::with_capacity(top.min(scratch.touched.len()) + 1);
        for &other in &scratch.touched {
            let other = other as usize;
            let norms = self.norms[entry] * self.norms[other];
            if other != entry && scratch.dots[other] / norms + rest >= enough {
                steps::count(1);
                insert(&mut best, (self.product(entry, other) / norms, other), top);
            }
        }
        for other in scratch.touched.drain(..) {
            scratch.dots[other as usize] = 0.0;
        }
        best
    }

    /// The concepts of an entry, the rarest first.
    fn lists(&self, entry: usize, lists: &mut Vec<List>) {
        let (concepts, weights) = self.of_entry.row(entry);
        let own = concepts.iter().zip(weights);
        lists.clear();
        lists.extend(own.map(|(&concept, &weight)| List {
            concept,
            weight,
            most: weight / self.norms[entry] * self.most[concept as usize],
        }));
        let entries = |list: &List| self.of_concept.row(list.concept as usize).0.len();
        lists.sort_by_key(|list| (entries(list), list.concept));
        let mut rest = 0.0;
        for list in lists.iter_mut().rev() {
            rest += list.most;
            list.most = rest;
        }
    }

    /// How like the entry is that is the last of the best so far; 0 while there are too
    /// few.
    fn enough(&self, entry: usize, top: usize, scratch: &Scratch) -> f32 {
        if scratch.touched.len() <= top {
            return 0.0;
        }
        let mut best: Vec<Likeness> = Vec::with_capacity(top + 1);
        for other in scratch.touched.iter().map(|&other| other as usize) {
            if other != entry {
                let norms = self.norms[entry] * self.norms[other];
                insert(&mut best, (scratch.dots[other] / norms, other), top);
            }
        }
        match best.len() < top {
            true => 0.0,
            false => best.last().map_or(0.0, |(likeness, _)| *likeness),
        }
    }
}

/// Puts an entry where it belongs among the best, at most `top`, if it does.
fn insert(best: &mut Vec<Likeness>, new: Likeness, top: usize) {
    let better = |old: &Likeness| old.0 > new.0 || (old.0 == new.0 && old.1 < new.1);
    if best.len() == top && best.last().is_none_or(better) {
        return;
    }
    let rank = best.partition_point(better);
    best.insert(rank, new);
    best.truncate(top);
}
