//! Moves boxes apart that are still too near: after this, no two overlap.

use super::super::geometry::{Point, Rect, Size};
use super::problem::Problem;
use super::weights::GAP;

/// So often all pairs push each other away before boxes are put elsewhere.
const ROUNDS: usize = 60;
/// Gaps are made so much wider than asked for, in pixels, that rounding to the grid leaves
/// them wide enough.
const ROUNDING: f64 = 0.25;

/// The same places, but with gaps between all boxes. First, boxes that are too near push each
/// other away along the axis on which they are least in each other's way (as in K.
/// Misue et al.'s force scan, 1995), which changes a drawing least. What is left
/// after some rounds is put, box by box, at the nearest free place beside the boxes
/// that stand; there is always one.
pub(super) fn separated(problem: &Problem, mut centers: Vec<Point>) -> Vec<Point> {
    let boxes: Vec<Size> = problem.boxes.iter().copied().map(with_gap).collect();
    for _ in 0..ROUNDS {
        if !push(&boxes, &mut centers) {
            return centers;
        }
    }
    place(&boxes, &centers)
}

pub(super) fn with_gap(size: Size) -> Size {
    Size::new(
        size.width + GAP.0 + ROUNDING,
        size.height + GAP.1 + ROUNDING,
    )
}

/// Each pair that overlaps goes apart by what it overlaps. Whether there was one.
fn push(boxes: &[Size], centers: &mut [Point]) -> bool {
    let mut pushed = false;
    for b in 1..centers.len() {
        for a in 0..b {
            pushed |= push_apart(boxes, centers, (a, b));
        }
    }
    pushed
}

/// Moves two boxes apart, if they overlap, along the axis on which they do so least: each by
/// half of it. Whether they did.
#[inline]
pub(super) fn push_apart(boxes: &[Size], centers: &mut [Point], (a, b): (usize, usize)) -> bool {
    let (dx, dy) = (centers[b].x - centers[a].x, centers[b].y - centers[a].y);
    let x = (boxes[a].width + boxes[b].width) / 2.0 - dx.abs();
    let y = (boxes[a].height + boxes[b].height) / 2.0 - dy.abs();
    if x <= 1e-6 || y <= 1e-6 {
        return false;
    }
    if x < y {
        let half = if dx < 0.0 { -x / 2.0 } else { x / 2.0 };
        centers[a].x -= half;
        centers[b].x += half;
    } else {
        let half = if dy < 0.0 { -y / 2.0 } else { y / 2.0 };
        centers[a].y -= half;
        centers[b].y += half;
    }
    true
}

/// Puts one box after the other where it is free, as near as can be.
fn place(boxes: &[Size], centers: &[Point]) -> Vec<Point> {
    let mut placed: Vec<Rect> = Vec::with_capacity(boxes.len());
    for (&size, &center) in boxes.iter().zip(centers) {
        let wanted = Rect::centered(center, size);
        let free = |rect: &Rect| placed.iter().all(|other| !other.overlaps(rect, 1e-6));
        let nearest = candidates(&placed, &wanted)
            .filter(free)
            .min_by(|a, b| moved(&wanted, a).total_cmp(&moved(&wanted, b)));
        placed.push(nearest.unwrap_or(wanted));
    }
    placed.iter().map(Rect::center).collect()
}

/// The place itself, and those right beside every box along one axis. The place
/// beyond the outermost box in the way is free, so one always is.
fn candidates(placed: &[Rect], wanted: &Rect) -> impl Iterator<Item = Rect> {
    let Rect { min, size } = *wanted;
    let at = move |x: f64, y: f64| Rect::new(x, y, size.width, size.height);
    let beside = placed.iter().flat_map(move |other| {
        let max = other.max();
        [
            at(max.x, min.y),
            at(other.min.x - size.width, min.y),
            at(min.x, max.y),
            at(min.x, other.min.y - size.height),
        ]
    });
    std::iter::once(*wanted).chain(beside)
}

fn moved(from: &Rect, to: &Rect) -> f64 {
    let (dx, dy) = (to.min.x - from.min.x, to.min.y - from.min.y);
    dx * dx + dy * dy
}
