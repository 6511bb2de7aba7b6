//! Which box to try where.

use super::super::geometry::Point;
use super::drawing::Drawing;
use super::normal::normal;
use super::problem::Problem;
use crate::analyse::Random;

/// How often two boxes change places.
const SWAP: f64 = 0.08;
/// How often a box goes to the middle of its neighbours.
const GATHER: f64 = 0.12;

/// Something to try.
pub(super) enum Move {
    /// A box goes somewhere.
    To(usize, Point),
    /// Two boxes change places.
    Swap(usize, usize),
}

impl Move {
    /// Draws a move; a shift goes about `reach` of the page far.
    pub(super) fn draw(
        problem: &Problem,
        drawing: &Drawing<'_>,
        reach: f64,
        random: &mut Random,
    ) -> Self {
        let node = random.below(problem.len());
        let kind = random.unit();
        if kind < SWAP {
            return Self::Swap(node, random.below(problem.len()));
        }
        let (x, y) = normal(random);
        let place = if kind < SWAP + GATHER && !problem.lines_at[node].is_empty() {
            let middle = middle(problem, drawing, node);
            let size = problem.boxes[node];
            Point::new(
                middle.x + 0.8 * x * size.width,
                middle.y + 2.0 * y * size.height,
            )
        } else {
            let here = drawing.at(node);
            Point::new(
                here.x + x * reach * problem.page.width,
                here.y + y * reach * problem.page.height,
            )
        };
        Self::To(node, problem.inside(node, place))
    }
}

/// The centroid of a box's neighbours.
fn middle(problem: &Problem, drawing: &Drawing<'_>, node: usize) -> Point {
    let (mut x, mut y) = (0.0, 0.0);
    let lines = &problem.lines_at[node];
    for &line in lines {
        let at = drawing.at(problem.other(line, node));
        x += at.x;
        y += at.y;
    }
    Point::new(x / lines.len() as f64, y / lines.len() as f64)
}
