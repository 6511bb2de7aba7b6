//! Every box goes where its neighbours and the pivots ask it to be.

use super::super::distances::HALF;
use super::super::lanes::sum;
use super::super::places::Places;
use super::links::Links;
use super::terms::{LANES, Terms};
use crate::steps;

/// So often. From a drawing by pivots ten would do, more change little.
const SWEEPS: usize = 20;

/// Added to the square of a distance: boxes at one place are not infinitely near.
const LEAST: f32 = 1e-12;

/// Makes the sparse stress of a drawing less: the localised form of stress majorisation
/// ([`super::super::stress`]) on [`Terms`], one box at a time. Boxes that stay are not
/// moved.
pub(super) fn relax(places: &mut Places, links: &Links, terms: &Terms, stays: &[bool]) {
    let mut pivots = Places {
        x: vec![0.0; terms.width],
        y: vec![0.0; terms.width],
    };
    for _ in 0..SWEEPS {
        for (at, &pivot) in terms.pivots.iter().enumerate() {
            pivots.set(at, places.get(pivot));
        }
        for (node, &stays) in stays.iter().enumerate() {
            if !stays {
                steps::count(terms.width + links.of(node).len());
                go(places, &pivots, links, terms, node);
            }
        }
    }
}

/// Moves one box to the mean of the places that it is asked to be at.
fn go(places: &mut Places, pivots: &Places, links: &Links, terms: &Terms, node: usize) {
    let here = places.get(node);
    let (far, weight) = terms.of(node);
    let [mut x, mut y, mut total] = asked(here.x, here.y, pivots, far, weight);
    for link in links.of(node) {
        let there = places.get(link.to as usize);
        let far = HALF as f32 * f32::from(link.halves);
        let weight = 1.0 / (far * far);
        let (dx, dy) = (here.x - there.x, here.y - there.y);
        let stretch = far / (dx * dx + dy * dy + LEAST).sqrt();
        x += weight * (there.x + dx * stretch);
        y += weight * (there.y + dy * stretch);
        total += weight;
    }
    if total > 0.0 {
        (places.x[node], places.y[node]) = (x / total, y / total);
    }
}

/// The sums of the places that pivots ask for, weighed, and of the weights: [`LANES`] pivots at
/// a time.
fn asked(here_x: f32, here_y: f32, pivots: &Places, far: &[f32], weight: &[f32]) -> [f32; 3] {
    let (mut x, mut y, mut total) = ([0.0_f32; LANES], [0.0_f32; LANES], [0.0_f32; LANES]);
    let places = pivots
        .x
        .as_chunks::<LANES>()
        .0
        .iter()
        .zip(pivots.y.as_chunks::<LANES>().0);
    let terms = far
        .as_chunks::<LANES>()
        .0
        .iter()
        .zip(weight.as_chunks::<LANES>().0);
    for ((pivot_x, pivot_y), (far, weight)) in places.zip(terms) {
        for lane in 0..LANES {
            let (dx, dy) = (here_x - pivot_x[lane], here_y - pivot_y[lane]);
            let stretch = far[lane] / (dx * dx + dy * dy + LEAST).sqrt();
            x[lane] += weight[lane] * (pivot_x[lane] + dx * stretch);
            y[lane] += weight[lane] * (pivot_y[lane] + dy * stretch);
            total[lane] += weight[lane];
        }
    }
    [x, y, total].map(|lanes| sum(&lanes))
}
