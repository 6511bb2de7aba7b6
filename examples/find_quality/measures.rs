//! How good a ranking is.

use crate::terms::{Mode, Term};
use serde_json::{Value, json};

/// So many entries a reader looks at.
const SEEN: usize = 10;

/// What a method reaches on the terms of a book, on average.
pub(crate) struct Row {
    pub(crate) dataset: String,
    pub(crate) mode: Mode,
    pub(crate) method: &'static str,
    /// How many terms there are.
    pub(crate) n: usize,
    /// The mean of the average precisions: of each marked entry, the part of the
    /// entries down to it that are marked.
    pub(crate) map: f64,
    /// The part of the marked entries among the first ten.
    pub(crate) r10: f64,
    /// Of how many terms the first entry is a marked one.
    pub(crate) hit1: f64,
}

impl Row {
    /// Measures one ranking a term.
    pub(crate) fn new(
        dataset: &str,
        mode: Mode,
        method: &'static str,
        terms: &[Term],
        rankings: &[Vec<usize>],
    ) -> Self {
        let n = terms.len();
        let pairs = || terms.iter().zip(rankings);
        let mean = |sum: f64| sum / n.max(1) as f64;
        Self {
            dataset: dataset.to_owned(),
            mode,
            method,
            n,
            map: mean(
                pairs()
                    .map(|(term, ranked)| average_precision(term, ranked))
                    .sum(),
            ),
            r10: mean(pairs().map(|(term, ranked)| seen(term, ranked)).sum()),
            hit1: mean(pairs().map(|(term, ranked)| first(term, ranked)).sum()),
        }
    }

    pub(crate) fn json(&self) -> Value {
        let rounded = |value: f64| (value * 10_000.0).round() / 10_000.0;
        json!({
            "dataset": self.dataset,
            "mode": self.mode.name(),
            "method": self.method,
            "n": self.n,
            "map": rounded(self.map),
            "r10": rounded(self.r10),
            "hit1": rounded(self.hit1),
        })
    }
}

fn average_precision(term: &Term, ranked: &[usize]) -> f64 {
    let (mut right, mut sum) = (0.0, 0.0);
    for (rank, entry) in ranked.iter().enumerate() {
        if term.marked.contains(entry) {
            right += 1.0;
            sum += right / (rank + 1) as f64;
        }
    }
    sum / term.marked.len() as f64
}

fn seen(term: &Term, ranked: &[usize]) -> f64 {
    let first = ranked.iter().take(SEEN);
    let right = first.filter(|entry| term.marked.contains(entry)).count();
    right as f64 / term.marked.len() as f64
}

fn first(term: &Term, ranked: &[usize]) -> f64 {
    match ranked.first() {
        Some(entry) if term.marked.contains(entry) => 1.0,
        _ => 0.0,
    }
}
