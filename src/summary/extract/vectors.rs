//! Sentences as vectors.

use super::rows::Rows;
use super::terms::Terms;

/// Of each sentence the weights of its terms, as a vector of length 1: a term
/// weighs (1 + ln of how often it stands in the sentence) · its rarity.
#[derive(Clone, Debug)]
pub(super) struct Vectors {
    rows: Rows<(u32, f64)>,
    terms: usize,
}

impl Vectors {
    pub(super) fn of(terms: &Terms) -> Self {
        let mut rows = Rows::with_capacity(terms.len(), terms.rows().all().len());
        for sentence in 0..terms.len() {
            rows.push(unit(terms, sentence));
        }
        Self {
            rows,
            terms: terms.count(),
        }
    }

    /// How many different terms there are.
    pub(super) fn terms(&self) -> usize {
        self.terms
    }

    pub(super) fn rows(&self) -> &Rows<(u32, f64)> {
        &self.rows
    }
}

fn unit(terms: &Terms, sentence: usize) -> impl Iterator<Item = (u32, f64)> {
    let weight = |&(term, times): &(u32, u32)| (term, often(times) * terms.rarity(term));
    let row = terms.rows().row(sentence).iter().map(weight);
    let squares = row.clone().map(|(_, weight)| weight * weight);
    let length = squares.sum::<f64>().sqrt();
    row.map(move |(term, weight)| match length > 0.0 {
        true => (term, weight / length),
        false => (term, weight),
    })
}

/// What a term counts for that stands in a sentence so many times: 1 + ln of it.
#[inline]
pub(super) fn often(times: u32) -> f64 {
    match times {
        1 => 1.0,
        _ => 1.0 + libm::log(f64::from(times)),
    }
}
