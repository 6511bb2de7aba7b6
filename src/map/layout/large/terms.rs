//! What pivots ask of every box.

use super::super::distances::{ACROSS, HALF};
use super::pivots::{NOWHERE, Pivots};

/// So many pivots are reckoned with at a time.
pub(super) const LANES: usize = 8;

/// The sparse model of stress: each box should be as far from its neighbours and from every
/// pivot as in the graph, and a pivot speaks for the boxes around it. M. Ortmann, M. Klimenta
/// and U. Brandes, "A sparse stress model" (J. Graph Algorithms Appl. 21, 2017).
pub(super) struct Terms {
    /// The pivots among the boxes.
    pub(super) pivots: Vec<usize>,
    /// The length of a row: so many as there are pivots, and some that count nothing.
    pub(super) width: usize,
    /// For each box a row: how far it should be from each pivot, in lengths of a line.
    far: Vec<f32>,
    /// How much that counts; a link counts 1.
    weight: Vec<f32>,
}

impl Terms {
    /// A pivot at a distance d weighs s/d², with s the number of boxes that are nearer to it
    /// than to other pivots, and not farther from it than d/2 (section 3.2). Pivots that
    /// are neighbours count as such already.
    pub(super) fn new(pivots: &Pivots) -> Self {
        let (boxes, width) = (pivots.boxes(), pivots.len().next_multiple_of(LANES));
        let nearest = nearest(pivots);
        let mut far = vec![0.0; boxes * width];
        let mut weight = vec![0.0; boxes * width];
        let mut within = Vec::new();
        for pivot in 0..pivots.len() {
            let halves = pivots.halves(pivot);
            around(halves, &nearest, pivot, &mut within);
            for (node, &halves) in halves.iter().enumerate() {
                if halves == NOWHERE || halves <= u32::from(ACROSS) {
                    continue;
                }
                let (at, distance) = (node * width + pivot, HALF as f32 * halves as f32);
                let represents = within[(halves as usize / 2).min(within.len() - 1)];
                far[at] = distance;
                weight[at] = represents as f32 / (distance * distance);
            }
        }
        Self {
            pivots: pivots.nodes.clone(),
            width,
            far,
            weight,
        }
    }

    /// The distances and weights of one box, by pivots.
    pub(super) fn of(&self, node: usize) -> (&[f32], &[f32]) {
        let row = node * self.width..(node + 1) * self.width;
        (&self.far[row.clone()], &self.weight[row])
    }
}

/// For each box the pivot nearest to it.
fn nearest(pivots: &Pivots) -> Vec<usize> {
    let mut nearest = vec![(NOWHERE, usize::MAX); pivots.boxes()];
    for pivot in 0..pivots.len() {
        for (nearest, &halves) in nearest.iter_mut().zip(pivots.halves(pivot)) {
            *nearest = (halves, pivot).min(*nearest);
        }
    }
    nearest.into_iter().map(|(_, pivot)| pivot).collect()
}

/// How many of the boxes that are nearest to a pivot are within 0, 1, … halves of a line of
/// it. It is one of them itself.
fn around(halves: &[u32], nearest: &[usize], pivot: usize, within: &mut Vec<u32>) {
    within.clear();
    within.push(0);
    let own = halves.iter().zip(nearest);
    let own = own.filter(|&(&halves, &nearest)| nearest == pivot && halves != NOWHERE);
    for (&halves, _) in own {
        let halves = halves as usize;
        if halves >= within.len() {
            within.resize(halves + 1, 0);
        }
        within[halves] += 1;
    }
    for ring in 1..within.len() {
        within[ring] += within[ring - 1];
    }
}
