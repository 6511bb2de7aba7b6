//! Lines, curves and polygons.

use crate::map::geometry::{Point, Rect};

/// A piece of a path, from where the last one ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    /// Straight to a point.
    Line(Point),
    /// A cubic Bézier curve: two control points, and the end.
    Cubic(Point, Point, Point),
}

impl Segment {
    /// Where it ends.
    pub fn end(&self) -> Point {
        match *self {
            Self::Line(end) | Self::Cubic(_, _, end) => end,
        }
    }
}

/// A line of several pieces.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Where it starts.
    pub start: Point,
    /// Its pieces.
    pub segments: Vec<Segment>,
    /// Whether its end is joined to its start.
    pub closed: bool,
}

impl Path {
    /// A straight line.
    pub fn line(from: Point, to: Point) -> Self {
        Self {
            start: from,
            segments: vec![Segment::Line(to)],
            closed: false,
        }
    }

    /// One curve.
    pub fn curve(from: Point, first: Point, second: Point, to: Point) -> Self {
        Self {
            start: from,
            segments: vec![Segment::Cubic(first, second, to)],
            closed: false,
        }
    }

    /// A closed polygon; needs a point at least.
    pub fn polygon(first: Point, others: impl IntoIterator<Item = Point>) -> Self {
        Self {
            start: first,
            segments: others.into_iter().map(Segment::Line).collect(),
            closed: true,
        }
    }

    /// The smallest box around the points and control points, which the path
    /// never leaves.
    pub fn bounds(&self) -> Rect {
        let at = |point: Point| Rect::new(point.x, point.y, 0.0, 0.0);
        let mut bounds = at(self.start);
        for segment in &self.segments {
            if let Segment::Cubic(first, second, _) = *segment {
                bounds = bounds.union(&at(first)).union(&at(second));
            }
            bounds = bounds.union(&at(segment.end()));
        }
        bounds
    }

    /// Where it ends, and the last other point that it comes from: together the
    /// direction in which it ends.
    pub fn last_step(&self) -> Option<(Point, Point)> {
        let end = self.segments.last()?.end();
        let points = self
            .segments
            .iter()
            .rev()
            .flat_map(|segment| match *segment {
                Segment::Line(end) => vec![end],
                Segment::Cubic(first, second, end) => vec![end, second, first],
            });
        let from = points.chain([self.start]).find(|&point| point != end)?;
        Some((end, from))
    }
}
