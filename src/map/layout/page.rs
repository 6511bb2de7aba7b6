//! The page, and how a drawing comes to fill it.

use super::super::geometry::{Point, Rect, Size};
use super::graph::{Layout, LayoutOptions};
use super::problem::Problem;

/// Centres lie on a grid of so many lines a pixel: a power of 2, so that binary and
/// decimal numbers hold them exactly.
const GRID: f64 = 16.0;
/// Annealing starts from a drawing that leaves so much of the page free around it.
const START_MARGIN: f64 = 0.05;
/// A finished drawing is pulled apart by at most this factor to fill its page.
const MOST_SPREAD: f64 = 1.25;

/// The page on which the boxes cover the wished share; the largest box fits.
pub(super) fn planned(boxes: &[Size], options: &LayoutOptions) -> Size {
    let wished = |value: f64, least: f64, most: f64| match value.is_nan() {
        true => least,
        false => value.clamp(least, most),
    };
    let aspect = wished(options.aspect, 0.1, 10.0);
    let fill = wished(options.fill, 0.05, 0.5);
    let area: f64 = boxes.iter().map(|size| size.width * size.height).sum();
    let width = (area / fill * aspect).sqrt();
    let widest = boxes.iter().map(|size| size.width).fold(width, f64::max);
    let highest = boxes.iter().map(|size| size.height);
    Size::new(widest, highest.fold(width / aspect, f64::max))
}

/// A page that holds a drawing, and is at least as large as the one planned.
pub(super) fn around(problem: &Problem, centers: &[Point]) -> Size {
    let used = used(problem, centers);
    Size::new(
        used.width.max(problem.page.width),
        used.height.max(problem.page.height),
    )
}

/// How far from (0, 0) boxes reach.
fn used(problem: &Problem, centers: &[Point]) -> Size {
    let mut used = Size::default();
    for (node, &center) in centers.iter().enumerate() {
        let max = problem.rect(node, center).max();
        used = Size::new(used.width.max(max.x), used.height.max(max.y));
    }
    used
}

/// The smallest box that holds all boxes.
fn bounds(problem: &Problem, centers: &[Point]) -> Rect {
    let rects = centers.iter().enumerate();
    let rects = rects.map(|(node, &center)| problem.rect(node, center));
    rects.reduce(|all, one| all.union(&one)).unwrap_or_default()
}

/// Scales a drawing of any size into the page.
pub(super) fn fitted(problem: &Problem, centers: Vec<Point>) -> Vec<Point> {
    let min_x = centers.iter().map(|p| p.x).fold(f64::INFINITY, f64::min);
    let min_y = centers.iter().map(|p| p.y).fold(f64::INFINITY, f64::min);
    let max_x = centers
        .iter()
        .map(|p| p.x)
        .fold(f64::NEG_INFINITY, f64::max);
    let max_y = centers
        .iter()
        .map(|p| p.y)
        .fold(f64::NEG_INFINITY, f64::max);
    let part = |value: f64, min: f64, max: f64| match max - min > 1e-9 {
        true => START_MARGIN + (value - min) / (max - min) * (1.0 - 2.0 * START_MARGIN),
        false => 0.5,
    };
    let place = |(node, p): (usize, Point)| {
        let x = part(p.x, min_x, max_x) * problem.page.width;
        let y = part(p.y, min_y, max_y) * problem.page.height;
        problem.inside(node, Point::new(x, y))
    };
    centers.into_iter().enumerate().map(place).collect()
}

/// Pulls a drawing apart, each direction by itself, until it fills the page:
/// that adds no crossing and no overlap.
pub(super) fn spread(problem: &Problem, centers: Vec<Point>) -> Vec<Point> {
    let used = bounds(problem, &centers).size;
    let factor = |page: f64, used: f64, half: f64| match used - half > 1.0 {
        // Centres move apart, boxes keep their size.
        true => ((page - half) / (used - half)).clamp(1.0, MOST_SPREAD),
        false => 1.0,
    };
    let mean = |side: fn(&Size) -> f64| {
        problem.boxes.iter().map(side).sum::<f64>() / problem.len().max(1) as f64
    };
    let x = factor(problem.page.width, used.width, mean(|size| size.width));
    let y = factor(problem.page.height, used.height, mean(|size| size.height));
    let wider = centers.into_iter().map(|p| Point::new(p.x * x, p.y * y));
    wider.collect()
}

/// Moves a drawing to (0, 0) and its centres onto the grid.
pub(super) fn at_origin(problem: &Problem, centers: Vec<Point>) -> Vec<Point> {
    let on_grid = |value: f64| (value * GRID).round() / GRID;
    let rounded: Vec<Point> = centers
        .into_iter()
        .map(|p| Point::new(on_grid(p.x), on_grid(p.y)))
        .collect();
    let min = bounds(problem, &rounded).min;
    let (x, y) = ((min.x * GRID).floor() / GRID, (min.y * GRID).floor() / GRID);
    let moved = rounded.into_iter().map(|p| Point::new(p.x - x, p.y - y));
    moved.collect()
}

/// The answer.
pub(super) fn finished(problem: &Problem, centers: Vec<Point>) -> Layout {
    Layout {
        page: used(problem, &centers),
        centers,
    }
}
