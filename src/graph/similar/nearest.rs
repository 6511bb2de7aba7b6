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
    /// How many entries it and those after it have.
    entries: usize,
}

/// To look at an entry by itself takes as long as to go on over so many that are in a row.
const LOOK: usize = 16;

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
    /// The entries about its rarest concept are looked at first, and others about commoner
    /// ones only as long as these alone could make an entry one of the best: H. Turtle and J. Flood, "Query evaluation: strategies and optimizations" (Information
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
        let (mut rest, mut closed) = (0.0, false);
        for (at, list) in scratch.lists.iter().enumerate() {
            if at > 0 && !closed {
                let leaders = self.leaders(entry, top, scratch);
                closed = list.most < slack * enough(&leaders, top);
            }
            if closed && list.entries > LOOK * scratch.touched.len() {
                rest = list.most;
                break;
            }
            let (others, weights) = self.of_concept.row(list.concept as usize);
            steps::count(others.len());
            for (&other, weight) in others.iter().zip(weights) {
                let dot = &mut scratch.dots[other as usize];
                if *dot == 0.0 {
                    if closed || !asked[other as usize] {
                        continue;
                    }
                    scratch.touched.push(other);
                }
                *dot += list.weight * weight;
            }
        }
        let leaders = self.leaders(entry, top, scratch);
        let best = self.among(entry, &leaders, (top, rest, slack), scratch);
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
            most: 0.0,
            entries: self.of_concept.row(concept as usize).0.len(),
        }));
        lists.sort_by_key(|list| (list.entries, list.concept));
        let (mut sum, mut squares, mut entries) = (0.0, 0.0_f32, 0);
        for list in lists.iter_mut().rev() {
            let share = list.weight / self.norms[entry];
            sum += share * self.most[list.concept as usize];
            squares += share * share;
            entries += list.entries;
            list.entries = entries;
            // The second is what an entry would have that is about nothing else.
            list.most = f32::min(sum, squares.sqrt() * (1.0 + 4.0 * f32::EPSILON));
        }
    }

    /// The entries that are the best by what was summed up so far; none while there are
    /// not more than are wanted.
    fn leaders(&self, entry: usize, top: usize, scratch: &Scratch) -> Vec<Likeness> {
        if scratch.touched.len() <= top {
            return Vec::new();
        }
        let mut best: Vec<Likeness> = Vec::with_capacity(top + 1);
        for other in scratch.touched.iter().map(|&other| other as usize) {
            if other != entry {
                let norms = self.norms[entry] * self.norms[other];
                insert(&mut best, (scratch.dots[other] / norms, other), top);
            }
        }
        best
    }

    /// The best of the entries that were summed up, to which what was not looked at can
    /// add as much as `rest`; the leaders first, so that few others have to be looked at.
    fn among(
        &self,
        entry: usize,
        leaders: &[Likeness],
        (top, rest, slack): (usize, f32, f32),
        scratch: &Scratch,
    ) -> Vec<Likeness> {
        let mut best = Vec::with_capacity(top.min(scratch.touched.len()) + 1);
        let likeness = |other: usize| {
            steps::count(1);
            let norms = self.norms[entry] * self.norms[other];
            (self.product(entry, other) / norms, other)
        };
        for &(_, other) in leaders {
            insert(&mut best, likeness(other), top);
        }
        let mut least = slack * enough(&best, top);
        for other in scratch.touched.iter().map(|&other| other as usize) {
            let norms = self.norms[entry] * self.norms[other];
            let may_be = scratch.dots[other] / norms + rest >= least;
            if may_be && other != entry && leaders.iter().all(|leader| leader.1 != other) {
                insert(&mut best, likeness(other), top);
                least = slack * enough(&best, top);
            }
        }
        best
    }
}

/// How like the last of the best is; 0 while there are too few.
fn enough(best: &[Likeness], top: usize) -> f32 {
    match best.last() {
        Some((likeness, _)) if best.len() == top => *likeness,
        _ => 0.0,
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
