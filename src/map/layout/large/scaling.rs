//! A first drawing, by the distances from some pivots.
//!
//! U. Brandes and C. Pich, "Eigensolver methods for progressive multidimensional scaling
//! of large data" (Graph Drawing 2006): squared distances from the pivots, centred in both
//! directions, and of these the two principal directions.

use super::super::distances::HALF;
use super::super::places::Places;
use super::pivots::{FAR_APART, Pivots};
use crate::analyse::Random;

/// So often a direction is improved: the start of a search needs no last digits.
const ROUNDS: usize = 60;

/// Boxes are moved so far at random, in lengths of a line: boxes with the same distances
/// would lie on each other, and a path on a straight line would have no way out of it.
const SHAKE: f64 = 0.1;

/// A place for every box, in lengths of a line. All are reached from each pivot.
pub(super) fn scaled(pivots: &Pivots, random: &mut Random) -> Places {
    let width = pivots.len().min(FAR_APART);
    let rows = centred(pivots, width);
    let products = products(&rows, width);
    let first = principal(&products, width, &[], random);
    let second = principal(&products, width, &first, random);
    let along = |direction: &[f64]| {
        let rows = rows.chunks_exact(width.max(1));
        rows.map(|row| dot(row, direction)).collect::<Vec<f64>>()
    };
    let (x, y) = (along(&first), along(&second));
    let unit = unit(pivots, width, &x, &y);
    let mut shaken = |value: f64| (value * unit + SHAKE * (random.unit() - 0.5)) as f32;
    Places {
        x: x.into_iter().map(&mut shaken).collect(),
        y: y.into_iter().map(&mut shaken).collect(),
    }
}

/// For each box a row of its squared distances, less the means of row and column, times -½.
fn centred(pivots: &Pivots, width: usize) -> Vec<f64> {
    let boxes = pivots.boxes();
    let mut rows = vec![0.0; boxes * width];
    for pivot in 0..width {
        let squares = pivots.halves(pivot).iter();
        let squares = squares.map(|&halves| f64::from(halves) * f64::from(halves));
        let mean = squares.clone().sum::<f64>() / boxes as f64;
        for (node, square) in squares.enumerate() {
            rows[node * width + pivot] = -0.5 * (square - mean);
        }
    }
    for row in rows.chunks_exact_mut(width.max(1)) {
        let mean = row.iter().sum::<f64>() / width as f64;
        for value in row {
            *value -= mean;
        }
    }
    rows
}

/// What each column has to do with each other.
fn products(rows: &[f64], width: usize) -> Vec<f64> {
    let mut products = vec![0.0; width * width];
    for row in rows.chunks_exact(width.max(1)) {
        for (products, &a) in products.chunks_exact_mut(width).zip(row) {
            for (product, &b) in products.iter_mut().zip(row) {
                *product += a * b;
            }
        }
    }
    products
}

/// The direction of most extent of those at right angles to another, by powers.
fn principal(products: &[f64], width: usize, other: &[f64], random: &mut Random) -> Vec<f64> {
    let mut direction: Vec<f64> = (0..width).map(|_| random.unit() - 0.5).collect();
    for _ in 0..ROUNDS {
        let shared = dot(other, &direction);
        for (value, other) in direction.iter_mut().zip(other) {
            *value -= shared * other;
        }
        let rows = products.chunks_exact(width.max(1));
        let next: Vec<f64> = rows.map(|row| dot(row, &direction)).collect();
        let length = dot(&next, &next).sqrt().max(1e-30);
        direction = next.into_iter().map(|value| value / length).collect();
    }
    direction
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// How many lengths of a line a unit of a drawing should be: what makes its stress least.
fn unit(pivots: &Pivots, width: usize, x: &[f64], y: &[f64]) -> f64 {
    let (mut wanted, mut had) = (0.0, 0.0);
    for pivot in 0..width {
        let from = pivots.nodes[pivot];
        let halves = pivots.halves(pivot).iter().enumerate();
        for (node, &halves) in halves.filter(|(_, halves)| **halves > 0) {
            let (dx, dy) = (x[node] - x[from], y[node] - y[from]);
            let share = (dx * dx + dy * dy).sqrt() / (HALF * f64::from(halves));
            wanted += share;
            had += share * share;
        }
    }
    if had > 0.0 { wanted / had } else { 1.0 }
}
