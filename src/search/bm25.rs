//! BM25.

use libm::log;

/// How much one word more says that an entry already has.
const K1: f64 = 1.2;
/// How much the length of an entry counts.
const B: f64 = 0.75;

/// What a word is worth that stands in some of the entries: BM25 (S. Robertson
/// and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond",
/// 2009) with k1 = 1.2, b = 0.75 and the rarity ln(1 + (N − n + ½) / (n + ½)),
/// which is never negative.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bm25 {
    /// How rare the word is.
    pub rarity: f64,
}

impl Bm25 {
    /// A word that `having` of `entries` have.
    pub fn new(entries: usize, having: usize) -> Self {
        let (entries, having) = (entries as f64, having as f64);
        Self {
            rarity: log(1.0 + (entries - having + 0.5) / (having + 0.5)),
        }
    }

    /// What it says for an entry that has it `times` times, hits that fit less
    /// counted in part, and is `length` times as long as the mean entry.
    pub fn score(self, times: f64, length: f64) -> f64 {
        let norm = K1 * (1.0 - B + B * length);
        self.rarity * times * (K1 + 1.0) / (times + norm)
    }
}
