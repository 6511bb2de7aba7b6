//! Sentences as vectors.

use super::terms::Terms;

/// Of each sentence the weights of its terms, as a vector of length 1: a term
/// weighs (1 + ln of how often it stands in the sentence) · its rarity.
#[derive(Clone, Debug)]
pub(super) struct Vectors {
    rows: Vec<Vec<(u32, f64)>>,
    terms: usize,
}

impl Vectors {
    pub(super) fn of(terms: &Terms) -> Self {
        Self {
            rows: (0..terms.len())
                .map(|sentence| unit(terms, sentence))
                .collect(),
            terms: terms.count(),
        }
    }

    /// How many different terms there are.
    pub(super) fn terms(&self) -> usize {
        self.terms
    }

    pub(super) fn rows(&self) -> &[Vec<(u32, f64)>] {
        &self.rows
    }

    /// The cosine of two sentences.
    pub(super) fn cosine(&self, a: usize, b: usize) -> f64 {
        let other = &self.rows[b];
        let products = self.rows[a].iter().filter_map(|&(term, weight)| {
            let at = other.binary_search_by_key(&term, |&(term, _)| term).ok()?;
            Some(weight * other[at].1)
        });
        products.sum()
    }

    /// The cosines of each sentence with all others, summed: its product with the
    /// sum of all vectors, without itself.
    pub(super) fn totals(&self) -> Vec<f64> {
        let mut sum = vec![0.0; self.terms];
        for &(term, weight) in self.rows.iter().flatten() {
            sum[term as usize] += weight;
        }
        let total = |row: &Vec<(u32, f64)>| {
            let products = row
                .iter()
                .map(|&(term, weight)| weight * (sum[term as usize] - weight));
            products.sum()
        };
        self.rows.iter().map(total).collect()
    }
}

fn unit(terms: &Terms, sentence: usize) -> Vec<(u32, f64)> {
    let weight = |&(term, times): &(u32, u32)| {
        let often = 1.0 + libm::log(f64::from(times));
        (term, often * terms.rarity(term))
    };
    let mut row: Vec<(u32, f64)> = terms.row(sentence).iter().map(weight).collect();
    let length = row.iter().map(|(_, weight)| weight * weight).sum::<f64>();
    let length = length.sqrt();
    if length > 0.0 {
        row.iter_mut().for_each(|(_, weight)| *weight /= length);
    }
    row
}
