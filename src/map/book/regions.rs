//! The regions of groups: a bubble around the boxes of each, and along the tree
//! that ties them.

use crate::map::geometry::{Point, Rect};
use crate::map::scene::{Ink, Mark, Paint, Path, Shape};

/// A region reaches this far beyond its boxes, in pixels.
pub(super) const REACH: f64 = 13.0;

/// A group's boxes, and the links within it.
pub(super) struct Region<'a> {
    /// Index into the scene's groups.
    pub(super) group: usize,
    /// The colour of the group.
    pub(super) colour: u8,
    /// The boxes of its members.
    pub(super) boxes: &'a [Rect],
    /// Pairs of its boxes, by their indices, with the weights of their links.
    pub(super) links: &'a [(usize, usize, f32)],
}

impl Region<'_> {
    /// The shapes that make the region: opaque, so that they may overlap.
    pub(super) fn marks(&self) -> Vec<Mark> {
        let mark = |shape| Mark::Shape {
            shape,
            paint: Paint::fill(Ink::Region(self.colour)),
            group: Some(self.group),
        };
        let bubbles = self.boxes.iter().map(|rect| Shape::Rect {
            rect: rect.grown(REACH),
            radius: REACH + 5.0,
        });
        let bridges = self.tree().into_iter().filter_map(|(a, b)| {
            corridor(self.boxes[a].center(), self.boxes[b].center()).map(Shape::Path)
        });
        bridges.chain(bubbles).map(mark).collect()
    }

    /// The maximum spanning forest of the links (J. B. Kruskal, Proc. AMS 7,
    /// 1956).
    fn tree(&self) -> Vec<(usize, usize)> {
        let mut links = self.links.to_vec();
        links.sort_by(|x, y| y.2.total_cmp(&x.2).then((x.0, x.1).cmp(&(y.0, y.1))));
        let mut trees = petgraph::unionfind::UnionFind::<usize>::new(self.boxes.len());
        links
            .into_iter()
            .filter(|&(a, b, _)| trees.union(a, b))
            .map(|(a, b, _)| (a, b))
            .collect()
    }
}

/// A strip around a line; its ends lie within the bubbles of the boxes.
fn corridor(from: Point, to: Point) -> Option<Path> {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = (dx * dx + dy * dy).sqrt();
    if length <= 0.0 {
        return None;
    }
    let (x, y) = (-dy / length * REACH, dx / length * REACH);
    Some(Path::polygon(
        Point::new(from.x + x, from.y + y),
        [
            Point::new(to.x + x, to.y + y),
            Point::new(to.x - x, to.y - y),
            Point::new(from.x - x, from.y - y),
        ],
    ))
}
