//! Many boxes: a drawing by pivots in place of all pairs, so that 5,000 boxes are drawn
//! sooner than Graphviz's `sfdp` draws them, with no more stress.
//!
//! Each connected part is drawn by itself (`parts`). Some boxes are its pivots (`pivots`); by
//! the distances from them it gets a first drawing (`scaling`), and less stress (`terms`,
//! `sweeps`). Then its boxes are moved apart (`apart`, `settle`), and the parts are put
//! beside each other (`shelves`). With n boxes, m lines and p ≤ 256 pivots this takes some
//! `(n + m) p + n log n` steps, and `n p` numbers of memory.

mod apart;
mod links;
mod parts;
mod pivots;
mod scaling;
mod settle;
mod shelves;
mod skyline;
mod sweeps;
mod terms;
mod touching;

pub(super) use touching::any_overlap;

use super::super::geometry::{Point, Size};
use super::distances::HALF;
use super::earlier::Earlier;
use super::graph::LayoutOptions;
use super::places::Places;
use super::problem::Problem;
use super::separate::with_gap;
use super::stress::turned;
use crate::analyse::Random;
use parts::Part;
use pivots::Pivots;
use terms::Terms;

/// A place for every box, none on another. Boxes with an earlier place stay near it.
pub(super) fn places(problem: &Problem, earlier: &Earlier, options: &LayoutOptions) -> Vec<Point> {
    let placed: Vec<bool> = earlier.anchors().iter().map(Option::is_some).collect();
    let start = match earlier.is_empty() {
        true => Vec::new(),
        false => earlier.start(problem),
    };
    let mut random = Random::new(options.seed);
    let parts = Part::all(problem, &placed);
    let drawings = parts.into_iter().map(|part| {
        let stays: Vec<bool> = part.nodes.iter().map(|&node| placed[node]).collect();
        let centers = match stays.contains(&true) {
            true => around(problem, &part, &start, &stays, &mut random),
            false => fresh(problem, &part, &mut random),
        };
        let boxes: Vec<Size> = with_gaps(problem, &part.nodes).collect();
        let centers = apart::apart(&boxes, centers);
        (part, centers)
    });
    beside(problem, &placed, drawings.collect())
}

/// The same places for all boxes, moved apart where they are on each other.
pub(super) fn apart(problem: &Problem, centers: Vec<Point>) -> Vec<Point> {
    let boxes: Vec<Size> = problem.boxes.iter().copied().map(with_gap).collect();
    apart::apart(&boxes, centers)
}

/// A start for a search: boxes may be on each other.
pub(super) fn start(problem: &Problem, random: &mut Random) -> Vec<Point> {
    let placed = vec![false; problem.len()];
    let parts = Part::all(problem, &placed).into_iter();
    let drawings = parts.map(|part| {
        let centers = fresh(problem, &part, random);
        (part, centers)
    });
    let drawings = drawings.collect();
    beside(problem, &placed, drawings)
}

/// The sizes of some boxes, with the gaps around them.
fn with_gaps(problem: &Problem, nodes: &[usize]) -> impl Iterator<Item = Size> {
    nodes.iter().map(|&node| with_gap(problem.boxes[node]))
}

/// A part without a past, as large as its share of the page.
fn fresh(problem: &Problem, part: &Part, random: &mut Random) -> Vec<Point> {
    if part.nodes.len() < 2 {
        return vec![Point::default(); part.nodes.len()];
    }
    let pivots = Pivots::new(&part.links, random);
    let mut places = scaling::scaled(&pivots, random);
    let stays = vec![false; part.nodes.len()];
    sweeps::relax(&mut places, &part.links, &Terms::new(&pivots), &stays);
    let centers = turned(places.points());
    let unit = unit(problem, part, &centers);
    let wider = centers.into_iter();
    wider.map(|p| Point::new(p.x * unit, p.y * unit)).collect()
}

/// How many pixels a length of a line is on a page of the size planned.
fn unit(problem: &Problem, part: &Part, centers: &[Point]) -> f64 {
    /// Boxes at the edge need room, too, in lengths of a line.
    const EDGE: f64 = 0.5;
    let area = |size: &Size| size.width * size.height;
    let all: f64 = problem.boxes.iter().map(area).sum();
    let own: f64 = part.nodes.iter().map(|&it| area(&problem.boxes[it])).sum();
    let page = area(&problem.page) * own / all;
    let extent = shelves::bounds(&vec![Size::new(EDGE, EDGE); centers.len()], centers).size;
    (page / area(&extent)).sqrt()
}

/// A part some boxes of which have a place already; `start` has a place for each.
fn around(
    problem: &Problem,
    part: &Part,
    start: &[Point],
    stays: &[bool],
    random: &mut Random,
) -> Vec<Point> {
    let centers: Vec<Point> = part.nodes.iter().map(|&node| start[node]).collect();
    if !stays.contains(&false) {
        return centers;
    }
    let pivots = Pivots::new(&part.links, random);
    let unit =
        known_unit(&pivots, &centers, stays).unwrap_or_else(|| unit(problem, part, &centers));
    let smaller = centers.iter().map(|p| Point::new(p.x / unit, p.y / unit));
    let mut places = Places::new(&smaller.collect::<Vec<_>>());
    sweeps::relax(&mut places, &part.links, &Terms::new(&pivots), stays);
    let found = places.points().into_iter().zip(centers).zip(stays);
    found
        .map(|((found, before), &stays)| match stays {
            true => before,
            false => Point::new(found.x * unit, found.y * unit),
        })
        .collect()
}

/// How many pixels a length of a line is where boxes have their places already, if there
/// are two such boxes, one of them a pivot: what makes the stress of these least.
fn known_unit(pivots: &Pivots, centers: &[Point], stays: &[bool]) -> Option<f64> {
    let (mut wanted, mut had) = (0.0, 0.0);
    for pivot in (0..pivots.len()).filter(|&it| stays[pivots.nodes[it]]) {
        let from = centers[pivots.nodes[pivot]];
        let others = pivots.halves(pivot).iter().zip(centers).zip(stays);
        for ((&halves, there), &stays) in others {
            if stays && halves > 0 && halves != pivots::NOWHERE {
                let (dx, dy) = (there.x - from.x, there.y - from.y);
                let share = (dx * dx + dy * dy).sqrt() / (HALF * f64::from(halves));
                wanted += share;
                had += share * share;
            }
        }
    }
    (wanted > 0.0).then(|| had / wanted)
}

/// The drawings of all parts on one page: first what stays, then the largest ones, and last
/// single boxes, by group.
fn beside(problem: &Problem, placed: &[bool], mut drawings: Vec<(Part, Vec<Point>)>) -> Vec<Point> {
    drawings.sort_by_key(|(part, _)| {
        let stays = part.nodes.iter().any(|&node| placed[node]);
        let group = match part.nodes[..] {
            [node] => problem.groups[node],
            _ => 0,
        };
        (!stays, std::cmp::Reverse(part.nodes.len()), group)
    });
    let bounds = drawings.iter().map(|(part, centers)| {
        let boxes: Vec<Size> = with_gaps(problem, &part.nodes).collect();
        shelves::bounds(&boxes, centers)
    });
    let bounds: Vec<_> = bounds.collect();
    let sizes: Vec<(Size, bool)> = bounds
        .iter()
        .zip(&drawings)
        .map(|(bounds, (part, _))| (bounds.size, part.nodes.len() == 1))
        .collect();
    let aspect = problem.page.width / problem.page.height;
    let corners = shelves::shelved(&sizes, aspect);
    let mut all = vec![Point::default(); problem.len()];
    for ((part, centers), (bounds, corner)) in drawings.iter().zip(bounds.iter().zip(corners)) {
        let (x, y) = (corner.x - bounds.min.x, corner.y - bounds.min.y);
        for (&node, center) in part.nodes.iter().zip(centers) {
            all[node] = Point::new(center.x + x, center.y + y);
        }
    }
    all
}
