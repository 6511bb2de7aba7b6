//! Moves many boxes apart: after this, no two overlap.

use super::super::super::geometry::{Point, Rect, Size};
use super::super::separate::push_apart;
use super::settle::settled;
use super::touching::Grid;
use std::ops::ControlFlow;

/// So often all pairs that overlap push each other away.
const ROUNDS: usize = 30;

/// Each box is pushed by at most so many others of a cell at a time: if all are at one place,
/// they need not all know each other.
const PUSHED_BY: usize = 24;

/// A drawing in which more pairs than this share of the boxes still overlap after that is
/// too dense somewhere: all centres are moved apart by a factor, so often at most.
const DENSE: f64 = 0.5;
const WIDER: f64 = 1.2;
const MOST_WIDER: usize = 6;

/// The same places, but with room for boxes of these sizes. First, boxes push each other
/// away along the axis on which they are least in each other's way, as in
/// [`super::super::separate`], on a page that is made wider until that leaves few
/// overlaps; widening changes no shape. These are [`settled`].
pub(super) fn apart(boxes: &[Size], mut centers: Vec<Point>) -> Vec<Point> {
    for _ in 0..MOST_WIDER {
        let left = pushed(boxes, &mut centers);
        if left == 0 {
            return centers;
        }
        if left as f64 <= DENSE * boxes.len() as f64 {
            break;
        }
        for center in &mut centers {
            (center.x, center.y) = (center.x * WIDER, center.y * WIDER);
        }
    }
    settled(boxes, centers)
}

/// Pushes boxes apart for some rounds; gives how many pairs overlapped in the last.
fn pushed(boxes: &[Size], centers: &mut [Point]) -> usize {
    let mut left = 0;
    for _ in 0..ROUNDS {
        left = push(boxes, centers);
        if left == 0 {
            break;
        }
    }
    left
}

fn push(boxes: &[Size], centers: &mut [Point]) -> usize {
    let both = boxes.iter().zip(&*centers);
    let rects: Vec<Rect> = both
        .map(|(&size, &center)| Rect::centered(center, size))
        .collect();
    let mut left = 0;
    let _ = Grid::new(&rects).pairs(PUSHED_BY, |a, b| {
        left += usize::from(push_apart(boxes, centers, (a, b)));
        ControlFlow::Continue(())
    });
    left
}
