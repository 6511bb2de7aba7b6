//! How like sentences are to each other.

use super::rows::Rows;
use super::vectors::Vectors;
use crate::steps;

/// The cosines of all sentences that share a term, in compressed rows.
#[derive(Clone, Debug)]
pub(super) struct Likeness {
    start: Vec<usize>,
    other: Vec<u32>,
    cosine: Vec<f64>,
    total: Vec<f64>,
}

impl Likeness {
    pub(super) fn of(vectors: &Vectors) -> Self {
        let weights = vectors.rows();
        let holding = holding(vectors);
        let mut likeness = Self {
            start: vec![0],
            other: Vec::new(),
            cosine: Vec::new(),
            total: Vec::with_capacity(weights.len()),
        };
        let mut sums = vec![0.0; weights.len()];
        let mut touched: Vec<u32> = Vec::new();
        for (sentence, row) in weights.iter().enumerate() {
            for &(term, weight) in row {
                let others = holding.row(term as usize).iter();
                steps::count(others.len());
                for &(other, its) in others.filter(|other| other.0 as usize != sentence) {
                    if sums[other as usize] == 0.0 {
                        touched.push(other);
                    }
                    sums[other as usize] += weight * its;
                }
            }
            touched.sort_unstable();
            touched.dedup();
            let mut total = 0.0;
            for other in touched.drain(..) {
                let cosine = std::mem::take(&mut sums[other as usize]);
                total += cosine;
                likeness.other.push(other);
                likeness.cosine.push(cosine);
            }
            likeness.total.push(total);
            likeness.start.push(likeness.other.len());
        }
        likeness
    }

    /// How many sentences there are.
    pub(super) fn len(&self) -> usize {
        self.total.len()
    }

    /// The sentences like one, by index, and how like they are.
    pub(super) fn row(&self, sentence: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        let row = self.start[sentence]..self.start[sentence + 1];
        let cosines = self.cosine[row.clone()].iter().copied();
        let others = self.other[row].iter().map(|&other| other as usize);
        others.zip(cosines)
    }

    /// How like a sentence is to all others together.
    pub(super) fn total(&self, sentence: usize) -> f64 {
        self.total[sentence]
    }
}

/// Of each term the sentences that it stands in, in order, and its weight there.
fn holding(vectors: &Vectors) -> Rows<(u32, f64)> {
    let mut lengths = vec![0; vectors.terms()];
    for (term, _) in vectors.rows().all() {
        lengths[*term as usize] += 1;
    }
    let mut holding = Rows::of_lengths(&lengths, (0, 0.0));
    let mut filled = vec![0; vectors.terms()];
    for (sentence, row) in (0..).zip(vectors.rows().iter()) {
        for &(term, weight) in row {
            let term = term as usize;
            holding.row_mut(term)[filled[term]] = (sentence, weight);
            filled[term] += 1;
        }
    }
    holding
}
