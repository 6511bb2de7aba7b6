//! From a start to a good drawing.
//!
//! Simulated annealing: S. Kirkpatrick, C. Gelatt and M. Vecchi, "Optimization by
//! simulated annealing" (Science 220, 1983), with the rule of N. Metropolis et al.
//! (J. Chem. Phys. 21, 1953): a worse drawing is taken with probability
//! `exp(-growth / temperature)`.

use super::super::geometry::Point;
use super::distances::Distances;
use super::drawing::Drawing;
use super::earlier::Earlier;
use super::moves::Move;
use super::problem::Problem;
use super::weights::ROOM;
use crate::analyse::Random;

/// From so many boxes on, more of them get no more steps: each step takes longer already.
const MANY: usize = 60;

/// Steps times the cube of the boxes, at most, where there are more: so 126 boxes get all
/// steps, and 200 take less than half of the time that `dot` takes for them.
const MOST_WORK: u64 = 160_000_000_000;

/// From which temperature to which, and how far boxes jump: at first and at last,
/// in parts of the page.
struct Schedule {
    hot: f64,
    cold: f64,
    /// In a search of full length.
    far: f64,
    /// In one of no length: few jumps have to go farther.
    farthest: f64,
    near: f64,
}

const FRESH: Schedule = Schedule {
    hot: 1.5,
    cold: 0.02,
    far: 0.13,
    farthest: 0.25,
    near: 0.01,
};

/// A start that is good as a whole: boxes move among their neighbours.
const GIVEN: Schedule = Schedule {
    hot: 0.7,
    cold: 0.02,
    far: 0.1,
    farthest: 0.1,
    near: 0.01,
};

/// Little is changed where a reader knows the way.
const EARLIER: Schedule = Schedule {
    hot: 0.2,
    cold: 0.02,
    far: 0.05,
    farthest: 0.05,
    near: 0.005,
};

/// Anneals a start without a past; gives the cost and the places.
pub(super) fn fresh(
    problem: &Problem,
    distances: &Distances,
    start: Vec<Point>,
    effort: f64,
    random: &mut Random,
) -> (f64, Vec<Point>) {
    let unit = unit(distances, &start);
    let mut drawing = Drawing::new((problem, distances), &start, &[], unit);
    run(problem, &mut drawing, &FRESH, effort, random);
    (drawing.cost(), drawing.places())
}

/// Anneals a start without much stress.
pub(super) fn given(
    problem: &Problem,
    distances: &Distances,
    start: &[Point],
    effort: f64,
    random: &mut Random,
) -> Vec<Point> {
    let unit = unit(distances, start);
    let mut drawing = Drawing::new((problem, distances), start, &[], unit);
    run(problem, &mut drawing, &GIVEN, effort, random);
    drawing.places()
}

/// Anneals a little around earlier places.
pub(super) fn from_earlier(
    problem: &Problem,
    distances: &Distances,
    start: Vec<Point>,
    earlier: &Earlier,
    effort: f64,
    random: &mut Random,
) -> Vec<Point> {
    let unit = unit(distances, &start);
    let mut drawing = Drawing::new((problem, distances), &start, earlier.anchors(), unit);
    run(problem, &mut drawing, &EARLIER, effort, random);
    drawing.places()
}

fn run(
    problem: &Problem,
    drawing: &mut Drawing<'_>,
    schedule: &Schedule,
    effort: f64,
    random: &mut Random,
) {
    if problem.len() < 2 {
        return;
    }
    let (steps, share) = length(problem.len());
    let steps = (effort.clamp(0.0, 1e3) * steps as f64) as usize;
    let far = schedule.farthest + (schedule.far - schedule.farthest) * share;
    let cooling = libm::exp(libm::log(schedule.cold / schedule.hot) / steps.max(1) as f64);
    let mut temperature = schedule.hot;
    for step in 0..steps {
        let left = 1.0 - step as f64 / steps as f64;
        let reach = schedule.near + (far - schedule.near) * left;
        let limit = -temperature * libm::log(1.0 - random.unit());
        match Move::draw(problem, drawing, reach, random) {
            Move::To(node, to) => {
                if drawing.propose(node, to, limit).is_some() {
                    drawing.commit(node, to);
                }
            }
            Move::Swap(a, b) => swap(problem, drawing, a, b, limit),
        }
        temperature *= cooling;
    }
}

/// How many steps so many boxes get, and which share of a full search that is: few boxes
/// can stand in few ways, of which a short search finds a good one: with 11 to 24 boxes some
/// 0.2 crossings more than a full search.
fn length(boxes: usize) -> (usize, f64) {
    let full = 20_000 + 1_000 * boxes.min(MANY);
    let full = match boxes > MANY {
        true => full.min((MOST_WORK / (boxes as u64).saturating_pow(3)) as usize),
        false => full,
    };
    let few = boxes.saturating_pow(3).saturating_mul(8) / 5;
    let steps = few.max(300 * boxes).min(full);
    (steps, steps as f64 / full as f64)
}

/// Two boxes change places, or stay if that is worse by more than `limit`.
fn swap(problem: &Problem, drawing: &mut Drawing<'_>, a: usize, b: usize, limit: f64) {
    if a == b {
        return;
    }
    let (from, to) = (drawing.at(a), drawing.at(b));
    let (at_b, at_a) = (problem.inside(a, to), problem.inside(b, from));
    let mut step = |node, place, limit| {
        let growth = drawing.propose(node, place, limit)?;
        drawing.commit(node, place);
        Some(growth)
    };
    let first = step(a, at_b, f64::INFINITY).unwrap_or(0.0);
    if step(b, at_a, limit - first).is_none() {
        step(a, from, f64::INFINITY);
    }
}

/// How many pixels a length of a line should be: what makes the stress of the start
/// least, and a little more.
fn unit(distances: &Distances, at: &[Point]) -> f64 {
    let (mut wanted, mut had) = (0.0, 0.0);
    for (node, here) in at.iter().enumerate() {
        for (there, &far) in at[..node].iter().zip(distances.from(node)) {
            let (dx, dy) = (here.x - there.x, here.y - there.y);
            wanted += 1.0;
            had += (dx * dx + dy * dy).sqrt() / far;
        }
    }
    match had > 0.0 {
        true => ROOM * had / wanted,
        false => 100.0,
    }
}
