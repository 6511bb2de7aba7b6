//! Points, sizes and boxes of a drawing: in pixels at scale 1, x to the right,
//! y down.

/// A place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl Point {
    /// The place at x, y.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

/// Width and height.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Size {
    /// A size of width × height.
    pub const fn new(width: f64, height: f64) -> Self {
        Self { width, height }
    }
}

/// A box whose sides are parallel to the axes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Its upper left corner.
    pub min: Point,
    /// Its size.
    pub size: Size,
}

impl Rect {
    /// The box with its upper left corner at x, y.
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self {
            min: Point::new(x, y),
            size: Size::new(width, height),
        }
    }

    /// The box of a size around a centre.
    pub fn centered(center: Point, size: Size) -> Self {
        Self {
            min: Point::new(center.x - size.width / 2.0, center.y - size.height / 2.0),
            size,
        }
    }

    /// Its middle.
    pub fn center(&self) -> Point {
        Point::new(
            self.min.x + self.size.width / 2.0,
            self.min.y + self.size.height / 2.0,
        )
    }

    /// Its lower right corner.
    pub fn max(&self) -> Point {
        Point::new(self.min.x + self.size.width, self.min.y + self.size.height)
    }

    /// Whether two boxes share more than `tolerance` in both directions.
    pub fn overlaps(&self, other: &Self, tolerance: f64) -> bool {
        let (a, b) = (self.max(), other.max());
        a.x.min(b.x) - self.min.x.max(other.min.x) > tolerance
            && a.y.min(b.y) - self.min.y.max(other.min.y) > tolerance
    }

    /// The smallest box that holds both.
    pub fn union(&self, other: &Self) -> Self {
        let (a, b) = (self.max(), other.max());
        let (x, y) = (self.min.x.min(other.min.x), self.min.y.min(other.min.y));
        Self::new(x, y, a.x.max(b.x) - x, a.y.max(b.y) - y)
    }

    /// The box grown by a margin on all sides.
    pub fn grown(&self, margin: f64) -> Self {
        Self::new(
            self.min.x - margin,
            self.min.y - margin,
            self.size.width + 2.0 * margin,
            self.size.height + 2.0 * margin,
        )
    }
}
