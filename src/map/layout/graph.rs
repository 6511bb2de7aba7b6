//! What comes in and what comes out.

use super::super::geometry::{Point, Size};

/// What to lay out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LayoutGraph {
    /// The boxes, in pixels at scale 1 (labels around 14 px).
    pub boxes: Vec<Size>,
    /// Straight lines between them.
    pub edges: Vec<LayoutEdge>,
    /// The group of every box; boxes of one group stay together. Boxes beyond the
    /// end of the list are in group 0.
    pub groups: Vec<usize>,
}

/// A line between two boxes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LayoutEdge {
    /// One box, by its index.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// How strong; only the ratio to other edges matters. Strong edges are
    /// kept shorter, where there is a search.
    pub weight: f64,
}

/// How to lay out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LayoutOptions {
    /// Width by height of the page that the drawing is to fill.
    pub aspect: f64,
    /// How much of the page the boxes cover together, 0.05 to 0.5: less is airier,
    /// more gives larger labels when the page is fitted to a screen. Many boxes that stand
    /// close together get a larger page.
    pub fill: f64,
    /// How long to search, as a factor; 1 takes a fifth of a second for 50 boxes. More than
    /// 300 boxes, or 1,200 edges, are not searched for.
    pub effort: f64,
    /// Another seed, another drawing of about the same quality.
    pub seed: u64,
}

impl Default for LayoutOptions {
    /// A 1280 × 800 screen with a margin of 24.
    fn default() -> Self {
        Self {
            aspect: 1232.0 / 752.0,
            fill: 0.21,
            effort: 1.0,
            seed: 1,
        }
    }
}

/// Where everything is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The centre of every box, in the order of [`LayoutGraph::boxes`]. Centres
    /// lie on a grid of 1/16 px, so that a text with four decimals keeps them.
    pub centers: Vec<Point>,
    /// The page from (0, 0) that holds all boxes, without a margin.
    pub page: Size,
}
