//! How good a drawing is, in numbers that don't depend on who drew it.

use super::super::geometry::Point;
use super::LayoutGraph;
use super::view::View;

/// What can be counted in a drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Quality {
    /// Pairs of lines that cross at a place inside both.
    pub crossings: f64,
    /// Pairs of boxes that overlap by more than half a pixel.
    pub overlaps: f64,
    /// How many boxes that are not its own a line goes through, on average.
    pub through: f64,
    /// The size of labels in pixels when the drawing is fitted to a screen of
    /// 1280 × 800 with a margin of 24.
    pub label: f64,
    /// Neighbourhood preservation: of each box with k neighbours, how many of them
    /// and of the k boxes nearest to it are both (Jaccard), on average. Distances are
    /// those of centres.
    pub neighbourhood: f64,
    /// Of the three boxes nearest to each box (fewer in a smaller group), the
    /// share in its group, on average.
    pub purity: f64,
    /// Normalised stress `Σ (s·|p_i - p_j| / d_ij - 1)²` by pairs that are linked,
    /// with d in links and the scale s that makes it least: comparable between
    /// drawings of any size (R. Ahmed et al., "Size should not matter", 2024).
    pub stress: f64,
    /// Boxes within 13 pixels of another group's boxes or inner lines, and so
    /// inside its region.
    pub strangers: f64,
    /// How much of the boxes is in the emptiest quarter of the drawing; a quarter
    /// would be even.
    pub emptiest: f64,
}

impl Quality {
    /// Measures places, one for each box.
    ///
    /// # Panics
    ///
    /// When a box has no place or no group, or an edge no box.
    pub fn of(graph: &LayoutGraph, centers: &[Point]) -> Self {
        let view = View::new(graph, centers);
        Self {
            crossings: view.crossings(),
            overlaps: view.overlaps(),
            through: view.through(),
            label: view.label(),
            neighbourhood: view.neighbourhood(),
            purity: view.purity(),
            stress: view.stress(),
            strangers: view.strangers(),
            emptiest: view.emptiest(),
        }
    }

    /// The names of the numbers, for tables and JSON.
    pub const NAMES: [&str; 9] = [
        "crossings",
        "overlaps",
        "through",
        "label",
        "neighbourhood",
        "purity",
        "stress",
        "strangers",
        "emptiest",
    ];

    /// The numbers in the order of [`Self::NAMES`].
    pub fn values(&self) -> [f64; 9] {
        [
            self.crossings,
            self.overlaps,
            self.through,
            self.label,
            self.neighbourhood,
            self.purity,
            self.stress,
            self.strangers,
            self.emptiest,
        ]
    }
}
