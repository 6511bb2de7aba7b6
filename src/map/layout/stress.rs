//! The start: places whose distances are those in the graph.

use super::super::geometry::Point;
use super::distances::Distances;
use super::normal::normal;
use crate::analyse::Random;

/// So often every node is put where its distances ask it to be. Annealing goes on
/// from there, so the last digits don't matter.
const SWEEPS: usize = 80;

/// Places of least stress, `Σ (|p_i - p_j| - d_ij)² / d_ij²`, from a random start:
/// E. R. Gansner, Y. Koren and S. North, "Graph drawing by stress
/// majorization" (Graph Drawing 2004), in its localised form (section 2.3), which moves
/// one node at a time and so needs no linear solver. The longest direction of the
/// drawing is turned to the right.
pub(super) fn layout(distances: &Distances, random: &mut Random) -> Vec<Point> {
    let mut at: Vec<Point> = (0..distances.len())
        .map(|_| {
            let (x, y) = normal(random);
            Point::new(x, y)
        })
        .collect();
    for _ in 0..SWEEPS {
        for node in 0..at.len() {
            at[node] = asked_for(distances, &at, node);
        }
    }
    turned(at)
}

/// Where the other nodes want a node to be, each weighed by 1/d².
fn asked_for(distances: &Distances, at: &[Point], node: usize) -> Point {
    let (mut x, mut y, mut total) = (0.0, 0.0, 0.0);
    let here = at[node];
    for (other, (&there, &far)) in at.iter().zip(distances.from(node)).enumerate() {
        if other == node {
            continue;
        }
        let weight = 1.0 / (far * far);
        let (dx, dy) = (here.x - there.x, here.y - there.y);
        let stretch = far / (dx * dx + dy * dy).sqrt().max(1e-9);
        x += weight * (there.x + dx * stretch);
        y += weight * (there.y + dy * stretch);
        total += weight;
    }
    match total > 0.0 {
        true => Point::new(x / total, y / total),
        false => here,
    }
}

/// Turns the first principal axis to the right.
pub(super) fn turned(at: Vec<Point>) -> Vec<Point> {
    let count = at.len().max(1) as f64;
    let mean_x = at.iter().map(|p| p.x).sum::<f64>() / count;
    let mean_y = at.iter().map(|p| p.y).sum::<f64>() / count;
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for p in &at {
        let (x, y) = (p.x - mean_x, p.y - mean_y);
        xx += x * x;
        xy += x * y;
        yy += y * y;
    }
    let half = (xx - yy) / 2.0;
    // The larger eigenvalue less yy; (that, xy) is its eigenvector.
    let along = half + (half * half + xy * xy).sqrt();
    let length = (along * along + xy * xy).sqrt();
    if length < 1e-9 {
        return at;
    }
    let (cos, sin) = (along / length, xy / length);
    at.into_iter()
        .map(|p| {
            let (x, y) = (p.x - mean_x, p.y - mean_y);
            Point::new(cos * x + sin * y, cos * y - sin * x)
        })
        .collect()
}
