//! Where the boxes of a map go: a pure function of numbers.
//!
//! Boxes, edges and groups go in, centres come out. No two boxes overlap,
//! whatever comes in; and the same input gives the same bytes on every machine,
//! since nothing but `+ - * /`, `sqrt` and the functions of `libm` is used.
//!
//! The start is stress majorisation (`stress`). From there simulated annealing
//! (`anneal`) looks for few crossings, few lines through labels, compact groups
//! and faithful distances (`weights`); last, boxes that still touch are moved
//! apart (`separate`). Several starts run in parallel where that pays, and the best wins.
//! Places known from earlier are kept (`earlier`).
//!
//! That is for 60 boxes at most. More of them start from a drawing that needs no look at all
//! pairs (`large`), of which few steps of annealing make the drawing; and of more than 300
//! there is no annealing at all.

mod anneal;
mod crossings;
mod distances;
mod drawing;
mod earlier;
mod graph;
mod lanes;
mod large;
mod moves;
mod neighbours;
mod normal;
mod page;
mod pairs;
mod places;
mod problem;
mod quality;
mod rows;
mod segment;
mod separate;
mod stress;
mod touches;
mod view;
mod weights;

pub use graph::{Layout, LayoutEdge, LayoutGraph, LayoutOptions};
pub use quality::Quality;

use super::geometry::Point;
use crate::analyse::Random;
use distances::Distances;
use earlier::Earlier;
use problem::Problem;
use rayon::prelude::*;

/// So many starts run; the best of them is taken.
const STARTS: u64 = 4;

/// So many boxes are searched for at length.
const FEW: usize = 60;
/// More boxes than this, or more lines, are not searched for: tables of all pairs of
/// lines would not pay.
const MOST_SEARCHED: (usize, usize) = (300, 1_200);

/// Fewer boxes are placed sooner than a thread has started.
const WORTH_A_THREAD: usize = 12;

/// Finds a place for every box.
///
/// `earlier` has the place that each box had on an earlier map, if any; a
/// missing or short list is as good as one of `None`. Known boxes stay near where
/// they were, new ones start between their neighbours. If all are known and none
/// overlap, they are returned as they are.
///
/// The order of the edges and the direction of each don't matter; loops and edges
/// to boxes that don't exist are left out.
pub fn lay_out(graph: &LayoutGraph, earlier: &[Option<Point>], options: &LayoutOptions) -> Layout {
    let problem = Problem::new(graph, options);
    let earlier = Earlier::new(&problem, earlier);
    if let Some(centers) = earlier.unchanged(&problem) {
        return page::finished(&problem, centers);
    }
    let few = problem.len() <= FEW;
    let (boxes, lines) = MOST_SEARCHED;
    let many = problem.len() > boxes || problem.lines.len() > lines;
    let centers = match earlier.is_empty() {
        _ if many && !few => large::places(&problem, &earlier, options),
        true if few => separate::separated(&problem, fresh(&problem, options)),
        true => refined(&problem, options),
        false => separate::separated(&problem, again(problem.clone(), &earlier, options)),
    };
    page::finished(&problem, page::at_origin(&problem, centers))
}

/// The best of several starts, spread over its page.
fn fresh(problem: &Problem, options: &LayoutOptions) -> Vec<Point> {
    let distances = Distances::new(problem);
    let run = |run: u64| {
        let mut random = Random::new(options.seed.wrapping_mul(STARTS).wrapping_add(run));
        let start = stress::layout(&distances, &mut random);
        let start = page::fitted(problem, start);
        anneal::fresh(problem, &distances, start, options.effort, &mut random)
    };
    let runs: Vec<(f64, Vec<Point>)> = match problem.len() < WORTH_A_THREAD {
        true => (0..STARTS).map(run).collect(),
        false => (0..STARTS).into_par_iter().map(run).collect(),
    };
    let best = runs.into_iter().reduce(|best, run| match run.0 < best.0 {
        true => run,
        false => best,
    });
    page::spread(problem, best.map_or_else(Vec::new, |(_, centers)| centers))
}

/// From one start without much stress, with a short search.
fn refined(problem: &Problem, options: &LayoutOptions) -> Vec<Point> {
    let mut random = Random::new(options.seed);
    let start = page::fitted(problem, large::start(problem, &mut random));
    let distances = Distances::new(problem);
    let centers = anneal::given(problem, &distances, &start, options.effort, &mut random);
    large::apart(problem, page::spread(problem, centers))
}

/// From earlier places, with little change.
fn again(mut problem: Problem, earlier: &Earlier, options: &LayoutOptions) -> Vec<Point> {
    let start = earlier.start(&problem);
    problem.page = page::around(&problem, &start);
    let distances = Distances::new(&problem);
    let mut random = Random::new(options.seed);
    anneal::from_earlier(
        &problem,
        &distances,
        start,
        earlier,
        options.effort,
        &mut random,
    )
}
