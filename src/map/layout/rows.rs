//! What doesn't change while a drawing is searched for, in rows.

use super::distances::Distances;
use super::problem::Problem;

/// The group of a line between two groups.
const NO_GROUP: u32 = u32::MAX;

/// Boxes and lines of a problem.
pub(super) struct Rows {
    /// Half of the width and the height of every box.
    pub(super) half_width: Vec<f32>,
    pub(super) half_height: Vec<f32>,
    /// The group of every box.
    pub(super) group: Vec<u32>,
    /// The boxes at both ends of every line.
    pub(super) a: Vec<u32>,
    pub(super) b: Vec<u32>,
    /// The group of the boxes at both ends.
    pub(super) line_group: Vec<u32>,
    /// For every two boxes one by the distance at which they should be.
    nearness: Vec<f32>,
}

impl Rows {
    pub(super) fn new(problem: &Problem, distances: &Distances) -> Self {
        let boxes = problem.boxes.iter();
        let lines = problem.lines.iter();
        let nodes = 0..problem.len();
        let far = nodes.flat_map(|node| distances.from(node));
        Self {
            half_width: boxes.clone().map(|it| (it.width / 2.0) as f32).collect(),
            half_height: boxes.map(|it| (it.height / 2.0) as f32).collect(),
            group: problem.groups.iter().map(|&it| it as u32).collect(),
            a: lines.clone().map(|line| line.a as u32).collect(),
            b: lines.clone().map(|line| line.b as u32).collect(),
            line_group: lines
                .map(|line| line.group.map_or(NO_GROUP, |group| group as u32))
                .collect(),
            // A box is no way from itself; what it costs there is left out.
            nearness: far.map(|&far| (1.0 / far.max(1e-6)) as f32).collect(),
        }
    }

    #[inline]
    pub(super) fn nodes(&self) -> usize {
        self.group.len()
    }

    #[inline]
    pub(super) fn lines(&self) -> usize {
        self.a.len()
    }

    /// For every box one by the distance at which it should be from one.
    #[inline]
    pub(super) fn nearness(&self, node: usize) -> &[f32] {
        &self.nearness[node * self.nodes()..(node + 1) * self.nodes()]
    }
}

/// Whether a line of this group draws its region over a box of that group.
#[inline]
pub(super) fn is_strange(line_group: u32, group: u32) -> bool {
    (line_group != NO_GROUP) & (line_group != group)
}
