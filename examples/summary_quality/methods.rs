//! Ways to choose sentences.

use bookgraph::analyse::{Network, PageRank};
use bookgraph::graph::WeightedPair;
use bookgraph::summary::{Extract, Method as OwnMethod};
use clap::ValueEnum;
use std::collections::{BTreeSet, HashMap};

/// A way to choose sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Method {
    /// This crate's: coverage for few sentences, centrality for many.
    Bookgraph,
    /// This crate's coverage for any number.
    Coverage,
    /// This crate's centrality for any number.
    Centrality,
    /// TextRank, with the links of its authors: shared words over the logarithms of
    /// how many there are.
    Textrank,
    /// The sentences most like all of the text.
    Centroid,
    /// The first ones.
    Lead,
    /// Any.
    Random,
}

impl Method {
    /// Those asked for, or all.
    pub(crate) fn all(asked: &[Self]) -> Vec<Self> {
        match asked.is_empty() {
            true => Self::value_variants().to_vec(),
            false => asked.to_vec(),
        }
    }

    pub(crate) fn name(self) -> String {
        self.to_possible_value()
            .map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// The sentences in the order of choice, as far as `count`.
    pub(crate) fn choose(self, sentences: &[String], count: usize) -> Vec<usize> {
        let texts: Vec<&str> = sentences.iter().map(String::as_str).collect();
        let mut order: Vec<usize> = match self {
            Self::Bookgraph => Extract::of(&texts).choose(count, &[]),
            Self::Coverage => Extract::by(OwnMethod::Coverage, &texts).choose(count, &[]),
            Self::Centrality => Extract::by(OwnMethod::Centrality, &texts).choose(count, &[]),
            Self::Textrank => textrank(sentences),
            Self::Centroid => centroid(sentences),
            Self::Lead => (0..sentences.len()).collect(),
            Self::Random => random(sentences.len()),
        };
        order.truncate(count);
        order
    }
}

/// By the cosine of their tf-idf weights to those of all of the text.
fn centroid(sentences: &[String]) -> Vec<usize> {
    let units: Vec<Vec<String>> = sentences.iter().map(|it| crate::rouge::units(it)).collect();
    let mut ids: HashMap<&str, usize> = HashMap::new();
    let mut spread: Vec<f64> = Vec::new();
    let rows: Vec<Vec<usize>> = units
        .iter()
        .map(|units| {
            let mut row: Vec<usize> = units
                .iter()
                .map(|unit| {
                    let next = ids.len();
                    *ids.entry(unit).or_insert(next)
                })
                .collect();
            row.sort_unstable();
            spread.resize(ids.len(), 0.0);
            let mut once = row.clone();
            once.dedup();
            once.iter().for_each(|&id| spread[id] += 1.0);
            row
        })
        .collect();
    let all = sentences.len() as f64;
    let rarity = |id: usize| libm::log((all + 1.0) / (spread[id] + 0.5)).max(0.0);
    let vectors: Vec<Vec<(usize, f64)>> = rows
        .iter()
        .map(|row| {
            let counted = row.chunk_by(|a, b| a == b);
            let weight = |same: &[usize]| (1.0 + libm::log(same.len() as f64)) * rarity(same[0]);
            let vector: Vec<(usize, f64)> = counted.map(|same| (same[0], weight(same))).collect();
            let length = vector
                .iter()
                .map(|(_, weight)| weight * weight)
                .sum::<f64>()
                .sqrt();
            let length = length.max(f64::MIN_POSITIVE);
            vector
                .into_iter()
                .map(|(id, weight)| (id, weight / length))
                .collect()
        })
        .collect();
    let mut center = vec![0.0; spread.len()];
    for (id, weight) in vectors.iter().flatten() {
        center[*id] += weight;
    }
    let score = |row: &Vec<(usize, f64)>| row.iter().map(|(id, weight)| weight * center[*id]).sum();
    let scores: Vec<f64> = vectors.iter().map(score).collect();
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]).then(a.cmp(&b)));
    order
}

/// R. Mihalcea and P. Tarau, "TextRank: Bringing order into texts" (2004).
fn textrank(sentences: &[String]) -> Vec<usize> {
    let sets: Vec<BTreeSet<String>> = sentences
        .iter()
        .map(|sentence| crate::rouge::units(sentence).into_iter().collect())
        .collect();
    let mut edges = Vec::new();
    for (a, set) in sets.iter().enumerate() {
        for (b, other) in sets.iter().enumerate().skip(a + 1) {
            let shared = set.intersection(other).count();
            let logs = libm::log(set.len() as f64) + libm::log(other.len() as f64);
            if shared > 0 && logs > 0.0 {
                let weight = (shared as f64 / logs) as f32;
                edges.push(WeightedPair { a, b, weight });
            }
        }
    }
    let rank = PageRank::default().of(&Network::new(sentences.len(), &edges));
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    order.sort_by(|&a, &b| rank[b].total_cmp(&rank[a]).then(a.cmp(&b)));
    order
}

/// An order by chance, the same each time: SplitMix64.
fn random(count: usize) -> Vec<usize> {
    let mut state = 1_u64;
    let mut keyed: Vec<(u64, usize)> = (0..count)
        .map(|index| {
            state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut mixed = state;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            (mixed ^ (mixed >> 31), index)
        })
        .collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, index)| index).collect()
}
