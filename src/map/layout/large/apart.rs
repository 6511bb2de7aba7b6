//! Moves many boxes apart: after this, no two overlap.

use super::super::super::geometry::{Point, Rect, Size};
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
        let (dx, dy) = (centers[b].x - centers[a].x, centers[b].y - centers[a].y);
        let x = (boxes[a].width + boxes[b].width) / 2.0 - dx.abs();
        let y = (boxes[a].height + boxes[b].height) / 2.0 - dy.abs();
        if x > 1e-6 && y > 1e-6 {
            left += 1;
            if x < y {
                let half = if dx < 0.0 { -x / 2.0 } else { x / 2.0 };
                centers[a].x -= half;
                centers[b].x += half;
            } else {
                let half = if dy < 0.0 { -y / 2.0 } else { y / 2.0 };
                centers[a].y -= half;
                centers[b].y += half;
            }
        }
        ControlFlow::Continue(())
    });
    left
}
