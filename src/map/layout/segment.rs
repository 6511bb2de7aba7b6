//! A straight line between two places.

use super::super::geometry::{Point, Size};

/// A line from one place to another.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Segment {
    pub(super) from: Point,
    pub(super) to: Point,
    /// Its length.
    pub(super) length: f64,
}

impl Segment {
    pub(super) fn new(from: Point, to: Point) -> Self {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        Self {
            from,
            to,
            length: (dx * dx + dy * dy).sqrt(),
        }
    }

    /// Whether two lines cross at a place inside both.
    pub(super) fn crosses(&self, other: &Self) -> bool {
        let (a, b, c, d) = (self.from, self.to, other.from, other.to);
        if a.x.max(b.x) < c.x.min(d.x)
            || c.x.max(d.x) < a.x.min(b.x)
            || a.y.max(b.y) < c.y.min(d.y)
            || c.y.max(d.y) < a.y.min(b.y)
        {
            return false;
        }
        side(c, d, a) * side(c, d, b) < 0.0 && side(a, b, c) * side(a, b, d) < 0.0
    }

    /// How far the line passes from a box: the widest gap along the axes and
    /// across the line (the separating axes of the two). Below 0 the
    /// line goes through the box, by so much.
    pub(super) fn clearance(&self, center: Point, size: Size) -> f64 {
        let (half_width, half_height) = (size.width / 2.0, size.height / 2.0);
        let (ax, ay) = (self.from.x - center.x, self.from.y - center.y);
        let (bx, by) = (self.to.x - center.x, self.to.y - center.y);
        let beside = ax.min(bx).max(-ax.max(bx)) - half_width;
        let above = ay.min(by).max(-ay.max(by)) - half_height;
        let (dx, dy) = (bx - ax, by - ay);
        let reach = dx.abs() * half_height + dy.abs() * half_width;
        let off = ((dx * ay - dy * ax).abs() - reach) / self.length.max(1e-9);
        beside.max(above).max(off)
    }
}

/// On which side of the line from `a` to `b` a place is.
fn side(a: Point, b: Point, place: Point) -> f64 {
    (b.x - a.x) * (place.y - a.y) - (b.y - a.y) * (place.x - a.x)
}
