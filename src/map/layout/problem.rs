//! The input, put in order.

use super::super::geometry::{Point, Rect, Size};
use super::graph::{LayoutGraph, LayoutOptions};
use super::page;

/// An edge that is no loop, from the smaller index to the larger.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) a: usize,
    pub(super) b: usize,
    /// From 0 to 1, the heaviest.
    pub(super) weight: f64,
    /// The group of both ends, if it is the same.
    pub(super) group: Option<usize>,
}

/// A graph without loops, doubled edges and odd numbers, and its page.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    pub(super) boxes: Vec<Size>,
    pub(super) groups: Vec<usize>,
    /// Sorted by their ends.
    pub(super) lines: Vec<Line>,
    /// The lines of every box.
    pub(super) lines_at: Vec<Vec<usize>>,
    /// Where centres may be: the page from (0, 0).
    pub(super) page: Size,
}

impl Problem {
    pub(super) fn new(graph: &LayoutGraph, options: &LayoutOptions) -> Self {
        let boxes: Vec<Size> = graph.boxes.iter().copied().map(sound).collect();
        let group = |node: usize| graph.groups.get(node).copied().unwrap_or(0);
        let groups: Vec<usize> = (0..boxes.len()).map(group).collect();
        let lines = lines(graph, &groups);
        let mut lines_at = vec![Vec::new(); boxes.len()];
        for (index, line) in lines.iter().enumerate() {
            lines_at[line.a].push(index);
            lines_at[line.b].push(index);
        }
        Self {
            page: page::planned(&boxes, options),
            boxes,
            groups,
            lines,
            lines_at,
        }
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        self.boxes.len()
    }

    /// The box of a node at a place.
    pub(super) fn rect(&self, node: usize, center: Point) -> Rect {
        Rect::centered(center, self.boxes[node])
    }

    /// The other end of a line.
    #[inline]
    pub(super) fn other(&self, line: usize, node: usize) -> usize {
        let Line { a, b, .. } = self.lines[line];
        if a == node { b } else { a }
    }

    /// The nearest place at which a box lies within the page.
    #[inline]
    pub(super) fn inside(&self, node: usize, place: Point) -> Point {
        let Size { width, height } = self.boxes[node];
        Point::new(
            place.x.min(self.page.width - width / 2.0).max(width / 2.0),
            place
                .y
                .min(self.page.height - height / 2.0)
                .max(height / 2.0),
        )
    }
}

/// A size to reckon with: a pixel at least, and finite.
fn sound(size: Size) -> Size {
    let sound = |length: f64| match length.is_finite() {
        true => length.clamp(1.0, 1e5),
        false => 1.0,
    };
    Size::new(sound(size.width), sound(size.height))
}

fn lines(graph: &LayoutGraph, groups: &[usize]) -> Vec<Line> {
    let mut ends: Vec<(usize, usize, f64)> = graph
        .edges
        .iter()
        .filter(|edge| edge.a != edge.b && edge.a.max(edge.b) < groups.len())
        .map(|edge| {
            let weight = if edge.weight > 0.0 {
                edge.weight.min(1e9)
            } else {
                0.0
            };
            (edge.a.min(edge.b), edge.a.max(edge.b), weight)
        })
        .collect();
    ends.sort_by(|x, y| (x.0, x.1).cmp(&(y.0, y.1)).then(y.2.total_cmp(&x.2)));
    ends.dedup_by_key(|line| (line.0, line.1));
    let heaviest = ends.iter().map(|line| line.2).fold(1e-9, f64::max);
    ends.into_iter()
        .map(|(a, b, weight)| Line {
            a,
            b,
            weight: weight / heaviest,
            group: (groups[a] == groups[b]).then_some(groups[a]),
        })
        .collect()
}
