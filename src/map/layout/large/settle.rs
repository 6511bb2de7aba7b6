//! The end of all overlaps: boxes move up or down as far as they must.

use super::super::super::geometry::{Point, Rect, Size};
use super::skyline::Skyline;

/// The same places, with boxes moved away from the middle, up or down, until none is on
/// another: from the middle on, each goes beyond those that were put before it and share some
/// of its width (a scan as in T. Dwyer, K. Marriott and P. J. Stuckey, "Fast node overlap
/// removal", Graph Drawing 2005, with a skyline in the place of their constraints: n log n
/// steps, whatever comes in).
pub(super) fn settled(boxes: &[Size], mut centers: Vec<Point>) -> Vec<Point> {
    let spans = spans(boxes, &centers);
    let mut order: Vec<usize> = (0..boxes.len()).collect();
    order.sort_by(|&a, &b| centers[a].y.total_cmp(&centers[b].y).then(a.cmp(&b)));
    let (above, below) = order.split_at(boxes.len() / 2);
    let columns = spans.iter().map(|span| span.1).max().unwrap_or(0);
    let mut floor = Skyline::new(columns);
    for &node in below {
        let half = boxes[node].height / 2.0;
        let least = floor.highest(spans[node]) + half;
        centers[node].y = centers[node].y.max(least);
        floor.raise(spans[node], centers[node].y + half);
    }
    // Upwards everything is the same, with heights turned round.
    let mut ceiling = Skyline::new(columns);
    for &node in below {
        ceiling.raise(spans[node], boxes[node].height / 2.0 - centers[node].y);
    }
    for &node in above.iter().rev() {
        let half = boxes[node].height / 2.0;
        let most = -ceiling.highest(spans[node]) - half;
        centers[node].y = centers[node].y.min(most);
        ceiling.raise(spans[node], half - centers[node].y);
    }
    centers
}

/// For each box the columns that it is in: a new column begins wherever a box begins or
/// ends.
fn spans(boxes: &[Size], centers: &[Point]) -> Vec<(usize, usize)> {
    let both = boxes.iter().zip(centers);
    let sides: Vec<(f64, f64)> = both
        .map(|(&size, &center)| {
            let rect = Rect::centered(center, size);
            (rect.min.x, rect.max().x)
        })
        .collect();
    let mut all: Vec<f64> = sides.iter().flat_map(|&(from, to)| [from, to]).collect();
    all.sort_by(f64::total_cmp);
    all.dedup();
    let column = |side: f64| all.partition_point(|&other| other < side);
    let span = |&(from, to): &(f64, f64)| (column(from), column(to));
    sides.iter().map(span).collect()
}
