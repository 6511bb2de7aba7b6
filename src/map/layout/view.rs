//! What is counted in a drawing.

use super::super::geometry::{Point, Rect};
use super::LayoutGraph;
use super::neighbours::{Hops, nearest};
use super::segment::Segment;

/// A screen of 1280 × 800 pixels less a margin of 24.
const SCREEN: (f64, f64) = (1232.0, 752.0);
/// The size of labels at scale 1, in pixels.
const LABEL: f64 = 14.0;
/// How far a group's region reaches beyond its boxes and lines, in pixels.
const REGION: f64 = 13.0;

/// A drawing to count in.
pub(super) struct View<'a> {
    graph: &'a LayoutGraph,
    hops: Hops,
    centers: &'a [Point],
    rects: Vec<Rect>,
    segments: Vec<Segment>,
}

impl<'a> View<'a> {
    pub(super) fn new(graph: &'a LayoutGraph, centers: &'a [Point]) -> Self {
        let boxes = graph.boxes.iter().zip(centers);
        let rects = boxes.map(|(&size, &center)| Rect::centered(center, size));
        let segments = graph.edges.iter();
        let segments = segments.map(|edge| Segment::new(centers[edge.a], centers[edge.b]));
        Self {
            graph,
            hops: Hops::of(graph),
            centers,
            rects: rects.collect(),
            segments: segments.collect(),
        }
    }

    /// The smallest box around everything.
    fn all(&self) -> Rect {
        let all = self
            .rects
            .iter()
            .copied()
            .reduce(|all, one| all.union(&one));
        all.unwrap_or_default()
    }

    pub(super) fn label(&self) -> f64 {
        let size = self.all().size;
        LABEL * (SCREEN.0 / size.width.max(1.0)).min(SCREEN.1 / size.height.max(1.0))
    }

    pub(super) fn crossings(&self) -> f64 {
        let edges = &self.graph.edges;
        let crossed = |x: usize, y: usize| {
            let (e, f) = (&edges[x], &edges[y]);
            let apart = e.a != f.a && e.a != f.b && e.b != f.a && e.b != f.b;
            apart && self.segments[x].crosses(&self.segments[y])
        };
        pairs(edges.len()).filter(|&(x, y)| crossed(x, y)).count() as f64
    }

    pub(super) fn overlaps(&self) -> f64 {
        let overlap = |&(x, y): &(usize, usize)| self.rects[x].overlaps(&self.rects[y], 0.5);
        pairs(self.rects.len()).filter(overlap).count() as f64
    }

    pub(super) fn through(&self) -> f64 {
        let mut hits = 0;
        for (edge, segment) in self.graph.edges.iter().zip(&self.segments) {
            let others = (0..self.rects.len()).filter(|&node| node != edge.a && node != edge.b);
            hits += others
                .filter(|&node| self.clearance(segment, node) < -1e-9)
                .count();
        }
        hits as f64 / self.segments.len().max(1) as f64
    }

    fn clearance(&self, segment: &Segment, node: usize) -> f64 {
        segment.clearance(self.centers[node], self.rects[node].size)
    }

    pub(super) fn neighbourhood(&self) -> f64 {
        mean((0..self.rects.len()).filter_map(|node| {
            let neighbours = self.hops.neighbours(node);
            let near = nearest(self.centers, node, neighbours.len());
            let both = near.iter().filter(|node| neighbours.contains(node)).count();
            let either = 2 * neighbours.len() - both;
            (either > 0).then(|| both as f64 / either as f64)
        }))
    }

    pub(super) fn purity(&self) -> f64 {
        let groups = &self.graph.groups;
        mean((0..self.rects.len()).filter_map(|node| {
            let alike = groups
                .iter()
                .filter(|group| **group == groups[node])
                .count()
                - 1;
            let near = nearest(self.centers, node, alike.min(3));
            let own = near.iter().filter(|&&other| groups[other] == groups[node]);
            (!near.is_empty()).then(|| own.count() as f64 / near.len() as f64)
        }))
    }

    pub(super) fn stress(&self) -> f64 {
        let terms: Vec<f64> = pairs(self.rects.len())
            .filter_map(|(x, y)| {
                let far = self.hops.between(x, y)?;
                Some(Segment::new(self.centers[x], self.centers[y]).length / far)
            })
            .collect();
        let (sum, squares): (f64, f64) = (terms.iter().sum(), terms.iter().map(|x| x * x).sum());
        let scale = if squares > 0.0 { sum / squares } else { 0.0 };
        mean(terms.iter().map(|x| (scale * x - 1.0) * (scale * x - 1.0)))
    }

    pub(super) fn strangers(&self) -> f64 {
        let groups = &self.graph.groups;
        let inside = |node: &usize| {
            let other = |x: usize| groups[x] != groups[*node];
            let lines = self.graph.edges.iter().zip(&self.segments);
            let mut inner = lines.filter(|(edge, _)| groups[edge.a] == groups[edge.b]);
            let mut boxes = (0..groups.len()).filter(|&x| other(x));
            boxes.any(|x| {
                self.rects[x]
                    .grown(REGION)
                    .overlaps(&self.rects[*node], 0.0)
            }) || inner.any(|(edge, it)| other(edge.a) && self.clearance(it, *node) < REGION)
        };
        (0..groups.len()).filter(inside).count() as f64
    }

    pub(super) fn emptiest(&self) -> f64 {
        let middle = self.all().center();
        let mut quarters = [0.0; 4];
        for rect in &self.rects {
            let (min, max) = (rect.min, rect.max());
            let left = (middle.x.min(max.x) - min.x).max(0.0);
            let above = (middle.y.min(max.y) - min.y).max(0.0);
            let (right, below) = (rect.size.width - left, rect.size.height - above);
            quarters[0] += left * above;
            quarters[1] += right * above;
            quarters[2] += left * below;
            quarters[3] += right * below;
        }
        let total: f64 = quarters.iter().sum();
        quarters.into_iter().fold(total, f64::min) / total.max(1e-9)
    }
}

fn pairs(count: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..count).flat_map(|y| (0..y).map(move |x| (x, y)))
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    if count > 0.0 { sum / count } else { 0.0 }
}
