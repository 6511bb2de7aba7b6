//! Sentences as vectors, term by term.

use super::occurrences::Occurrences;
use super::terms::rarities;
use super::vectors::often;
use crate::steps;
use std::cmp::Ordering;

/// The vectors of [`super::vectors::Vectors`] of many sentences: what each is like to all
/// others, and a few of the vectors themselves. Going through the sentences of each term in
/// place of the terms of each sentence, nothing has to be sorted; sums are made in the same
/// order.
#[derive(Clone, Debug)]
pub(super) struct Postings {
    occurrences: Occurrences,
    /// How rare each term is.
    rarity: Vec<f64>,
    /// The length of the vector of each sentence before it is divided by it.
    lengths: Vec<f64>,
    totals: Vec<f64>,
}

/// A term in a sentence.
#[derive(Clone, Copy, Debug)]
struct Posting {
    sentence: u32,
    weight: f64,
}

impl Postings {
    pub(super) fn of(occurrences: Occurrences) -> Self {
        let sentences = occurrences.rows.len();
        let of_spread = rarities(sentences);
        let (starts, standing) = by_term(&occurrences);
        let mut postings = Vec::with_capacity(standing.len());
        // Of the terms that stand in several places.
        let mut ends = Vec::with_capacity(occurrences.terms);
        let mut rarity = Vec::with_capacity(occurrences.terms);
        let mut squares = vec![0.0; sentences];
        for bounds in starts.windows(2) {
            let standing = &standing[bounds[0] as usize..bounds[1] as usize];
            let start = postings.len();
            if let [sentence] = *standing {
                // It makes nothing like another.
                rarity.push(of_spread[1]);
                squares[sentence as usize] += of_spread[1] * of_spread[1];
                continue;
            }
            for same in standing.chunk_by(|a, b| a == b) {
                postings.push(Posting {
                    sentence: same[0],
                    weight: often(same.len() as u32),
                });
            }
            let of_term = &mut postings[start..];
            let rare = of_spread[of_term.len()];
            for posting in of_term {
                posting.weight *= rare;
                squares[posting.sentence as usize] += posting.weight * posting.weight;
            }
            rarity.push(rare);
            ends.push(postings.len());
        }
        let lengths: Vec<f64> = squares.into_iter().map(f64::sqrt).collect();
        Self {
            totals: totals(&mut postings, &ends, &lengths),
            occurrences,
            rarity,
            lengths,
        }
    }

    /// How many sentences there are.
    pub(super) fn len(&self) -> usize {
        self.lengths.len()
    }

    /// The cosines of each sentence with all others, summed: its product with the
    /// sum of all vectors, without itself.
    pub(super) fn totals(&self) -> &[f64] {
        &self.totals
    }

    /// The vector of a sentence, by term.
    pub(super) fn vector(&self, sentence: usize) -> Vec<(u32, f64)> {
        let mut terms = self.occurrences.rows.row(sentence).to_vec();
        terms.sort_unstable();
        let counted = terms.chunk_by(|a, b| a == b);
        let length = self.lengths[sentence];
        let unit = counted.map(|same| {
            let weight = often(same.len() as u32) * self.rarity[same[0] as usize];
            (same[0], divided(weight, length))
        });
        unit.collect()
    }
}

/// The cosine of two vectors of length 1.
pub(super) fn cosine(one: &[(u32, f64)], other: &[(u32, f64)]) -> f64 {
    let (mut sum, mut at) = (0.0, 0);
    for &(term, weight) in one {
        while let Some(&(its, beside)) = other.get(at) {
            match its.cmp(&term) {
                Ordering::Less => at += 1,
                Ordering::Equal => {
                    sum += weight * beside;
                    break;
                }
                Ordering::Greater => break,
            }
        }
    }
    sum
}

/// Where the sentences of each term start, and these; one in which a term stands twice is
/// there twice.
fn by_term(occurrences: &Occurrences) -> (Vec<u32>, Vec<u32>) {
    let all = occurrences.rows.all();
    steps::count(all.len());
    let mut starts = vec![0; occurrences.terms + 1];
    for &term in all {
        starts[term as usize + 1] += 1;
    }
    for term in 0..occurrences.terms {
        starts[term + 1] += starts[term];
    }
    let mut next = starts.clone();
    let mut standing = vec![0; all.len()];
    for (sentence, terms) in (0..).zip(occurrences.rows.iter()) {
        for &term in terms {
            let next = &mut next[term as usize];
            standing[*next as usize] = sentence;
            *next += 1;
        }
    }
    (starts, standing)
}

/// What [`Postings::totals`] gives; weights become those of vectors of length 1.
fn totals(postings: &mut [Posting], ends: &[usize], lengths: &[f64]) -> Vec<f64> {
    let mut totals = vec![0.0; lengths.len()];
    let mut start = 0;
    for &end in ends {
        let of_term = &mut postings[start..end];
        start = end;
        let mut sum = 0.0;
        for posting in of_term.iter_mut() {
            posting.weight = divided(posting.weight, lengths[posting.sentence as usize]);
            sum += posting.weight;
        }
        for posting in of_term.iter() {
            totals[posting.sentence as usize] += posting.weight * (sum - posting.weight);
        }
    }
    totals
}

fn divided(weight: f64, length: f64) -> f64 {
    match length > 0.0 {
        true => weight / length,
        false => weight,
    }
}
