//! Shapes as Graphviz can draw them.

use crate::map::scene::{Path, Segment};
use crate::map::{Point, Rect};

/// A curve in a polygon has so many corners.
const CORNERS: u32 = 8;

/// How far the control points of a quarter of a circle are from its ends, as a
/// share of the radius.
const QUARTER: f64 = 0.552_285;

/// The points of a path as pieces of Bézier curves, four to the first and three
/// to each other.
pub(super) fn curves(path: &Path) -> Vec<Point> {
    let mut points = vec![path.start];
    let mut from = path.start;
    for segment in &path.segments {
        match *segment {
            Segment::Line(end) => {
                points.extend([
                    between(from, end, 1.0 / 3.0),
                    between(from, end, 2.0 / 3.0),
                    end,
                ]);
            }
            Segment::Cubic(first, second, end) => points.extend([first, second, end]),
        }
        from = segment.end();
    }
    points
}

/// The corners of a polygon in place of a path.
pub(super) fn corners(path: &Path) -> Vec<Point> {
    let mut points = vec![path.start];
    let mut from = path.start;
    for segment in &path.segments {
        match *segment {
            Segment::Line(end) => points.push(end),
            Segment::Cubic(first, second, end) => points.extend((1..=CORNERS).map(|step| {
                let share = f64::from(step) / f64::from(CORNERS);
                on_curve([from, first, second, end], share)
            })),
        }
        from = segment.end();
    }
    points
}

/// A box with rounded corners as a path.
pub(super) fn rounded(rect: Rect, radius: f64) -> Path {
    let (min, max) = (rect.min, rect.max());
    let r = radius
        .min(rect.size.width / 2.0)
        .min(rect.size.height / 2.0);
    if r <= 0.0 {
        let others = [Point::new(max.x, min.y), max, Point::new(min.x, max.y)];
        return Path::polygon(min, others);
    }
    let c = r * (1.0 - QUARTER);
    let at = Point::new;
    let line = |x, y| Segment::Line(at(x, y));
    let arc = |a: (f64, f64), b: (f64, f64), end: (f64, f64)| {
        Segment::Cubic(at(a.0, a.1), at(b.0, b.1), at(end.0, end.1))
    };
    Path {
        start: at(min.x + r, min.y),
        segments: vec![
            line(max.x - r, min.y),
            arc((max.x - c, min.y), (max.x, min.y + c), (max.x, min.y + r)),
            line(max.x, max.y - r),
            arc((max.x, max.y - c), (max.x - c, max.y), (max.x - r, max.y)),
            line(min.x + r, max.y),
            arc((min.x + c, max.y), (min.x, max.y - c), (min.x, max.y - r)),
            line(min.x, min.y + r),
            arc((min.x, min.y + c), (min.x + c, min.y), (min.x + r, min.y)),
        ],
        closed: true,
    }
}

fn on_curve([a, b, c, d]: [Point; 4], share: f64) -> Point {
    let (ab, bc, cd) = (
        between(a, b, share),
        between(b, c, share),
        between(c, d, share),
    );
    let (abc, bcd) = (between(ab, bc, share), between(bc, cd, share));
    between(abc, bcd, share)
}

fn between(a: Point, b: Point, share: f64) -> Point {
    Point::new(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
}
