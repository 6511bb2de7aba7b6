//! Where boxes were on an earlier map: a reader who knows the way should find it
//! again (the mental map of K. Misue, P. Eades, W. Lai and K. Sugiyama, "Layout
//! adjustment and the mental map", J. Visual Languages and Computing 6, 1995).

use super::super::geometry::{Point, Rect};
use super::large::any_overlap;
use super::problem::Problem;

/// The earlier places of the boxes, scaled to as much more page as there are
/// more boxes now.
pub(super) struct Earlier {
    given: Vec<Option<Point>>,
    anchors: Vec<Option<Point>>,
}

impl Earlier {
    pub(super) fn new(problem: &Problem, given: &[Option<Point>]) -> Self {
        let finite = |point: &Point| point.x.abs() < 1e7 && point.y.abs() < 1e7;
        let given: Vec<Option<Point>> = (0..problem.len())
            .map(|node| given.get(node).copied().flatten().filter(finite))
            .collect();
        let anchors = scaled(problem, &given);
        Self { given, anchors }
    }

    /// Whether no box has an earlier place.
    pub(super) fn is_empty(&self) -> bool {
        self.given.iter().all(Option::is_none)
    }

    /// Where boxes should stay; `None` for new ones.
    pub(super) fn anchors(&self) -> &[Option<Point>] {
        &self.anchors
    }

    /// The earlier places, if all boxes have one and none overlap: nothing needs
    /// to be done.
    pub(super) fn unchanged(&self, problem: &Problem) -> Option<Vec<Point>> {
        let centers: Vec<Point> = self.given.iter().copied().collect::<Option<_>>()?;
        let rects: Vec<Rect> = centers
            .iter()
            .enumerate()
            .map(|(node, &center)| problem.rect(node, center))
            .collect();
        let inside = rects
            .iter()
            .all(|rect| rect.min.x >= 0.0 && rect.min.y >= 0.0);
        (inside && !any_overlap(&rects)).then_some(centers)
    }

    /// A place for each box: new ones start in the middle of their neighbours,
    /// those that have none in the middle of the page.
    pub(super) fn start(&self, problem: &Problem) -> Vec<Point> {
        let mut places = self.anchors.clone();
        let placed = (0..places.len()).filter(|&node| places[node].is_some());
        let mut ring: Vec<usize> = placed.collect();
        while !ring.is_empty() {
            let found = beside(problem, &places, &ring);
            ring = found.iter().map(|found| found.0).collect();
            for (node, place) in found {
                places[node] = Some(place);
            }
        }
        let middle = Point::new(problem.page.width / 2.0, problem.page.height / 2.0);
        let places = places.into_iter().enumerate();
        places
            .map(|(node, place)| place.unwrap_or_else(|| apart(middle, node)))
            .collect()
    }
}

/// The known places, moved away from their upper left corner as far as the boxes
/// that are new need room.
fn scaled(problem: &Problem, given: &[Option<Point>]) -> Vec<Option<Point>> {
    let (mut all, mut known) = (0.0, 0.0);
    let mut min = Point::new(f64::INFINITY, f64::INFINITY);
    for (size, place) in problem.boxes.iter().zip(given) {
        let area = size.width * size.height;
        all += area;
        if let Some(place) = place {
            known += area;
            min = Point::new(
                min.x.min(place.x - size.width / 2.0),
                min.y.min(place.y - size.height / 2.0),
            );
        }
    }
    let growth = if known > 0.0 {
        (all / known).sqrt()
    } else {
        1.0
    };
    let scaled = |place: Point| Point::new((place.x - min.x) * growth, (place.y - min.y) * growth);
    given.iter().map(|place| place.map(scaled)).collect()
}

/// A place for each box without one that has a neighbour in a ring, in the order of the
/// boxes.
fn beside(problem: &Problem, places: &[Option<Point>], ring: &[usize]) -> Vec<(usize, Point)> {
    let lines = ring.iter().flat_map(|&node| {
        let lines = problem.lines_at[node].iter();
        lines.map(move |&line| problem.other(line, node))
    });
    let mut next: Vec<usize> = lines.filter(|&node| places[node].is_none()).collect();
    next.sort_unstable();
    next.dedup();
    let place = |node| Some((node, between_neighbours(problem, places, node)?));
    next.into_iter().filter_map(place).collect()
}

/// The centroid of the neighbours that have a place.
fn between_neighbours(problem: &Problem, places: &[Option<Point>], node: usize) -> Option<Point> {
    let (mut x, mut y, mut count) = (0.0, 0.0, 0.0);
    for &line in &problem.lines_at[node] {
        if let Some(place) = places[problem.other(line, node)] {
            x += place.x;
            y += place.y;
            count += 1.0;
        }
    }
    (count > 0.0).then(|| apart(Point::new(x / count, y / count), node))
}

/// A little off, so that no two new boxes start at the same place.
fn apart(place: Point, node: usize) -> Point {
    let step = (node % 64) as f64 / 64.0;
    Point::new(place.x + step, place.y + 1.0 - step * step)
}
