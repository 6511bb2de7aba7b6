//! How long `find` takes in a library that is open already, as on the local page.

use crate::sample::Sample;
use bookgraph::query::{ConceptNames, Corpus, Scope};
use bookgraph::store::{self, Opening};
use std::hint::black_box;
use std::time::Instant;

/// So many concepts are asked for, each several times.
const ASKED: usize = 1_000;
const TURNS: usize = 3;

/// The time that one of a hundred questions exceeds, in milliseconds: the entries about a
/// concept. Of several turns the fastest counts, so that what else the machine does plays
/// no part.
pub(crate) fn slowest(sample: &Sample) -> Result<Option<f64>, String> {
    let Opening::Open(snapshot) = store::open(&sample.snapshot()) else {
        return Ok(None);
    };
    let Some((library, tagging, placement, _)) = snapshot.load() else {
        return Ok(None);
    };
    let names = ConceptNames::of(&library);
    let corpus = Corpus::new(&library, &tagging, &placement);
    let step = sample.truth.len().div_ceil(ASKED);
    let mut times = Vec::new();
    for (concept, _) in sample.truth.iter().step_by(step) {
        let mut fastest = f64::INFINITY;
        for _ in 0..TURNS {
            let start = Instant::now();
            let condition = Scope::new(&library, &names).condition(concept);
            let condition = condition.map_err(|error| format!("{error:?}"))?;
            black_box(condition.entries(corpus));
            fastest = fastest.min(start.elapsed().as_secs_f64());
        }
        times.push(fastest * 1e3);
    }
    times.sort_by(f64::total_cmp);
    Ok(times.get(times.len() * 99 / 100).copied())
}
