//! Shapes and words with their looks.

use super::ink::{Ink, Paint};
use super::path::Path;
use crate::map::geometry::{Point, Rect};

/// Where a text stands against its point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// It starts there.
    #[default]
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextLine {
    /// The words.
    pub text: String,
    /// A point on its baseline.
    pub at: Point,
    /// Where it stands against that point.
    pub anchor: Anchor,
    /// Font size in pixels.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
    /// Its colour.
    pub ink: Ink,
    /// Whether an edge of paper around the letters keeps lines off them.
    pub halo: bool,
}

/// A shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A box with rounded corners.
    Rect {
        /// Where.
        rect: Rect,
        /// Radius of its corners.
        radius: f64,
    },
    /// A disc.
    Circle {
        /// Its centre.
        center: Point,
        /// Its radius.
        radius: f64,
    },
    /// A line or a polygon.
    Path(Path),
}

impl Shape {
    /// The smallest box around it (around the control points of a path).
    pub fn bounds(&self) -> Rect {
        match self {
            Self::Rect { rect, .. } => *rect,
            Self::Circle { center, radius } => Rect::new(
                center.x - radius,
                center.y - radius,
                2.0 * radius,
                2.0 * radius,
            ),
            Self::Path(path) => path.bounds(),
        }
    }
}

/// A shape or a line of text that stands for nothing by itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A shape.
    Shape {
        /// Which.
        shape: Shape,
        /// Its looks.
        paint: Paint,
        /// The group it belongs to, as an index into the scene's groups.
        group: Option<usize>,
    },
    /// A text.
    Text(TextLine),
}

impl Mark {
    /// A shape of no group.
    pub fn shape(shape: Shape, paint: Paint) -> Self {
        Self::Shape {
            shape,
            paint,
            group: None,
        }
    }

    /// A box with rounded corners.
    pub fn rect(rect: Rect, radius: f64, paint: Paint) -> Self {
        Self::shape(Shape::Rect { rect, radius }, paint)
    }

    /// A straight line.
    pub fn line(from: Point, to: Point, paint: Paint) -> Self {
        Self::shape(Shape::Path(Path::line(from, to)), paint)
    }
}
