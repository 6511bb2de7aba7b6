//! Where arcs leave their boxes.

use super::links::Link;
use crate::map::columns::Column;

/// Between the ends of arcs at a box, in pixels.
const PORT: f64 = 7.0;

/// The ends of each link's arc: side by side, so that arcs of one box don't
/// cross there. From left to right, first those from the left, the longest last,
/// then those to the right, the longest first.
pub(super) fn ports(columns: &[Column<'_>], links: &[Link]) -> Vec<(f64, f64)> {
    let mut ports = vec![(0.0, 0.0); links.len()];
    let mut ends: Vec<Vec<(bool, usize, usize)>> = vec![Vec::new(); columns.len()];
    for (index, link) in links.iter().enumerate() {
        let (from, to) = link.columns;
        ends[from].push((true, columns.len() - to, index));
        ends[to].push((false, columns.len() - from, index));
    }
    for (column, mut ends) in columns.iter().zip(ends) {
        ends.sort_by_key(|&(leaves, far, index)| match leaves {
            true => (1, far, index),
            false => (0, far, index),
        });
        let step = PORT.min((column.width - 8.0).max(0.0) / ends.len() as f64);
        let first = column.middle() - step * (ends.len() as f64 - 1.0) / 2.0;
        for (place, (leaves, _, index)) in ends.into_iter().enumerate() {
            let x = first + step * place as f64;
            match leaves {
                true => ports[index].0 = x,
                false => ports[index].1 = x,
            }
        }
    }
    ports
}
