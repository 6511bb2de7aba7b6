//! Texts that are alike.

use crate::text::shingle::shingles;
use std::collections::HashMap;

/// Texts of fewer shingles than this are too short to be copies of each other.
const LEAST_SHINGLES: usize = 20;
/// A text that has this part of a shorter one in it is a copy of it.
const COPY: f64 = 0.8;

/// The rarity of shingles in a sample of texts.
#[derive(Clone, Debug)]
pub(super) struct Rarity {
    texts: usize,
    spread: HashMap<u64, u32>,
}

/// What a text is compared by.
#[derive(Clone, Debug)]
pub(super) struct Traits {
    shingles: Vec<u64>,
    norm: f64,
}

impl Rarity {
    /// Counts in how many texts each shingle stands.
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut rarity = Self {
            texts: 0,
            spread: HashMap::new(),
        };
        for text in texts {
            rarity.texts += 1;
            for shingle in shingles(text) {
                *rarity.spread.entry(shingle).or_default() += 1;
            }
        }
        rarity
    }

    /// idf = ln((n + 1) / (df + ½)), never below zero, as for concepts.
    fn weight(&self, shingle: u64) -> f64 {
        let spread = self.spread.get(&shingle).copied().unwrap_or_default();
        libm::log((self.texts as f64 + 1.0) / (f64::from(spread) + 0.5)).max(0.0)
    }

    /// The traits of a text.
    pub(super) fn traits(&self, text: &str) -> Traits {
        let shingles = shingles(text);
        let squares = shingles.iter().map(|&shingle| self.weight(shingle));
        let norm = squares.map(|weight| weight * weight).sum::<f64>().sqrt();
        Traits { shingles, norm }
    }

    /// The cosine of two texts, each shingle weighed by its rarity: from 0 to 1.
    pub(super) fn cosine(&self, a: &Traits, b: &Traits) -> f64 {
        let dot: f64 = shared(a, b)
            .map(|shingle| self.weight(shingle))
            .map(|weight| weight * weight)
            .sum();
        match a.norm * b.norm {
            0.0 => 0.0,
            norms => dot / norms,
        }
    }
}

/// Whether one of two texts is, but for a little, in the other: A. Broder, "On the
/// resemblance and containment of documents" (SEQUENCES 1997).
pub(super) fn is_copy(a: &Traits, b: &Traits) -> bool {
    let shorter = a.shingles.len().min(b.shingles.len());
    shorter >= LEAST_SHINGLES && shared(a, b).count() as f64 >= COPY * shorter as f64
}

/// The shingles of both.
fn shared<'t>(a: &'t Traits, b: &'t Traits) -> impl Iterator<Item = u64> + 't {
    let mut rest = b.shingles.as_slice();
    a.shingles.iter().copied().filter(move |shingle| {
        let below = rest.partition_point(|other| other < shingle);
        rest = &rest[below..];
        rest.first() == Some(shingle)
    })
}
