//! What sentences are compared by.

use super::occurrences::Occurrences;
use super::rows::Rows;

/// The terms of sentences.
#[derive(Clone, Debug)]
pub(super) struct Terms {
    /// Of each sentence its terms and how often they stand there, by term.
    rows: Rows<(u32, u32)>,
    /// In how many sentences each term stands.
    spread: Vec<u32>,
    /// How rare a term is that stands in so many sentences.
    rarity: Vec<f64>,
}

impl Terms {
    pub(super) fn of(occurrences: &Occurrences) -> Self {
        let all = &occurrences.rows;
        let mut rows = Rows::with_capacity(all.len(), all.all().len());
        let mut spread = vec![0; occurrences.terms];
        let mut row = Vec::new();
        for terms in all.iter() {
            row.clear();
            row.extend_from_slice(terms);
            row.sort_unstable();
            let counted = row.chunk_by(|a, b| a == b);
            rows.push(counted.map(|same| {
                spread[same[0] as usize] += 1;
                (same[0], same.len() as u32)
            }));
        }
        Self {
            rarity: rarities(all.len()),
            rows,
            spread,
        }
    }

    /// How many sentences there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// How many different terms there are.
    pub(super) fn count(&self) -> usize {
        self.spread.len()
    }

    pub(super) fn rows(&self) -> &Rows<(u32, u32)> {
        &self.rows
    }

    /// In how many sentences a term stands.
    pub(super) fn spread(&self, term: u32) -> u32 {
        self.spread[term as usize]
    }

    /// How rare a term is: ln((n + 1) / (sentences with it + ½)), never below 0.
    pub(super) fn rarity(&self, term: u32) -> f64 {
        self.rarity[self.spread(term) as usize]
    }
}

/// How rare a term is that stands in 0, 1, … all of some sentences.
pub(super) fn rarities(sentences: usize) -> Vec<f64> {
    let all = sentences as f64 + 1.0;
    let rarity = |spread: usize| libm::log(all / (spread as f64 + 0.5)).max(0.0);
    (0..=sentences).map(rarity).collect()
}
