//! Who is near whom: in the graph and on the page.

use super::super::geometry::Point;
use super::LayoutGraph;

/// How many links lie between two boxes.
pub(super) struct Hops {
    neighbours: Vec<Vec<usize>>,
    links: Vec<Vec<Option<u32>>>,
}

impl Hops {
    /// Breadth first from every box.
    pub(super) fn of(graph: &LayoutGraph) -> Self {
        let mut neighbours = vec![Vec::new(); graph.boxes.len()];
        for edge in &graph.edges {
            neighbours[edge.a].push(edge.b);
            neighbours[edge.b].push(edge.a);
        }
        for of_one in &mut neighbours {
            of_one.sort_unstable();
            of_one.dedup();
        }
        let links = (0..neighbours.len()).map(|node| from(&neighbours, node));
        Self {
            links: links.collect(),
            neighbours,
        }
    }

    /// The boxes that are linked with one.
    pub(super) fn neighbours(&self, node: usize) -> &[usize] {
        &self.neighbours[node]
    }

    /// The links between two; `None`: there is no way.
    pub(super) fn between(&self, a: usize, b: usize) -> Option<f64> {
        self.links[a][b].map(f64::from)
    }
}

fn from(neighbours: &[Vec<usize>], start: usize) -> Vec<Option<u32>> {
    let mut links = vec![None; neighbours.len()];
    links[start] = Some(0);
    let mut ring = vec![start];
    for distance in 1.. {
        let mut next = Vec::new();
        for &node in ring.iter().flat_map(|&node| &neighbours[node]) {
            if links[node].is_none() {
                links[node] = Some(distance);
                next.push(node);
            }
        }
        if next.is_empty() {
            break;
        }
        ring = next;
    }
    links
}

/// The `count` boxes nearest to one by their centres; of equal ones, the
/// earlier.
pub(super) fn nearest(centers: &[Point], node: usize, count: usize) -> Vec<usize> {
    let here = centers[node];
    let distance = |other: usize| {
        let (dx, dy) = (centers[other].x - here.x, centers[other].y - here.y);
        dx * dx + dy * dy
    };
    let mut others: Vec<usize> = (0..centers.len()).filter(|&other| other != node).collect();
    others.sort_by(|&a, &b| distance(a).total_cmp(&distance(b)).then(a.cmp(&b)));
    others.truncate(count);
    others
}
