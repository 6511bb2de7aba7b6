//! Methods that others published, to compare with.

use crate::dataset::Dataset;
use crate::phrases::runs;
use std::collections::{BTreeMap, BTreeSet};
use yake_rust::{Config, StopWords};

/// A name has at most so many words, as with this crate's own candidates.
const MOST_WORDS: usize = 4;

/// YAKE gives at most so many; it compares each with all before it.
const MOST_OF_YAKE: usize = 1000;

/// RAKE: runs between stop words, by the sum of each word's degree over its
/// frequency (S. Rose, D. Engel, N. Cramer and W. Cowley, "Automatic keyword
/// extraction from individual documents", in Text Mining, 2010).
pub(crate) fn rake(dataset: &Dataset) -> Vec<String> {
    let runs = runs(&dataset.text());
    let mut words: BTreeMap<String, (f64, f64)> = BTreeMap::new();
    for run in &runs {
        for word in run {
            let (degree, frequency) = words.entry(word.to_lowercase()).or_default();
            *degree += run.len() as f64;
            *frequency += 1.0;
        }
    }
    let score = |word: &String| {
        let (degree, frequency) = words[&word.to_lowercase()];
        degree / frequency
    };
    let short = runs.iter().filter(|run| run.len() <= MOST_WORDS);
    ranked(short.map(|run| (run.join(" "), run.iter().map(score).sum())))
}

/// TextRank: PageRank over the words that stand near each other; runs of the
/// best third of the words, by the sum of their ranks over all occurrences (R. Mihalcea and P.
/// Tarau, "TextRank: bringing order into texts", EMNLP 2004).
pub(crate) fn textrank(dataset: &Dataset) -> Vec<String> {
    let runs = runs(&dataset.text());
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    for word in runs.iter().flatten() {
        let next = ids.len();
        ids.entry(word.to_lowercase()).or_insert(next);
    }
    let texts: Vec<usize> = runs
        .iter()
        .flatten()
        .map(|word| ids[&word.to_lowercase()])
        .collect();
    let ranks = page_rank(&neighbours(&texts, ids.len()));
    let mut sorted = ranks.clone();
    sorted.sort_by(f64::total_cmp);
    let least = sorted.get(sorted.len() * 2 / 3).copied().unwrap_or(0.0);
    let rank = |word: &String| ranks[ids[&word.to_lowercase()]];
    let best = runs.iter().flat_map(|run| {
        run.split(|word| rank(word) < least)
            .filter(|part| !part.is_empty() && part.len() <= MOST_WORDS)
    });
    // Summed over the occurrences: without that the longest phrases come first.
    let mut sums: BTreeMap<String, (String, f64)> = BTreeMap::new();
    for part in best {
        let name = part.join(" ");
        let (_, sum) = sums.entry(name.to_lowercase()).or_insert((name, 0.0));
        *sum += part.iter().map(rank).sum::<f64>();
    }
    ranked(sums.into_values())
}

/// The words beside each word, with how often they are.
fn neighbours(text: &[usize], words: usize) -> Vec<BTreeMap<usize, f64>> {
    let mut near = vec![BTreeMap::new(); words];
    for window in text.windows(2) {
        let (a, b) = (window[0], window[1]);
        if a != b {
            *near[a].entry(b).or_insert(0.0) += 1.0;
            *near[b].entry(a).or_insert(0.0) += 1.0;
        }
    }
    near
}

/// PageRank with weighted, undirected edges and a damping of 0.85.
fn page_rank(near: &[BTreeMap<usize, f64>]) -> Vec<f64> {
    let totals: Vec<f64> = near.iter().map(|edges| edges.values().sum()).collect();
    let mut ranks = vec![1.0; near.len()];
    for _ in 0..40 {
        ranks = near
            .iter()
            .map(|edges| {
                let flows = edges
                    .iter()
                    .map(|(&other, weight)| ranks[other] * weight / totals[other]);
                0.15 + 0.85 * flows.sum::<f64>()
            })
            .collect();
    }
    ranks
}

/// YAKE of the crate `yake-rust`, with its English stop words; it has no
/// Korean ones (R. Campos et al., "YAKE! Keyword extraction from single
/// documents using multiple local features", Information Sciences 509, 2020).
pub(crate) fn yake(dataset: &Dataset) -> Vec<String> {
    let Some(stops) = StopWords::predefined("en") else {
        return Vec::new();
    };
    let found = yake_rust::get_n_best(MOST_OF_YAKE, &dataset.text(), &stops, &Config::default());
    found.into_iter().map(|item| item.raw).collect()
}

/// The names by their score, each once.
fn ranked(scored: impl Iterator<Item = (String, f64)>) -> Vec<String> {
    let mut scored: Vec<(String, f64)> = scored.collect();
    scored.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let mut seen = BTreeSet::new();
    scored.retain(|(name, _)| seen.insert(name.to_lowercase()));
    scored.into_iter().map(|(name, _)| name).collect()
}
