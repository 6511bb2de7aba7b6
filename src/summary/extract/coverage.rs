//! Submodular coverage.

use super::Choice;
use super::likeness::Likeness;
use super::terms::Terms;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// α: a sentence is covered by chosen ones that are together as like to it as
/// this many average ones of the text.
const SATURATION: f64 = 8.0;

/// γ: what new terms count for beside coverage.
const DIVERSITY: f64 = 0.7;

/// δ: what standing early counts for.
const EARLY: f64 = 0.03;

/// The choice of sentences S that make
///
/// F(S) = Σᵢ min(Σ_{j∈S} s(i, j), α/n · Σⱼ s(i, j)) / Σᵢⱼ s(i, j)
///        + γ · Σ_{t∈S} w(t) / Σₜ w(t) + δ · Σ_{i∈S} (1 − i/n)
///
/// large, where s is the cosine of two of n sentences, t a term, and w(t) its
/// rarity times the sentences it stands in: H. Lin and J. Bilmes, "A class of
/// submodular functions for document summarization" (ACL 2011), with terms in
/// the place of clusters, and a sum that prefers early sentences.
///
/// F is monotone and submodular, so that taking the sentence that adds most, again
/// and again, reaches at least 1 − 1/e of the best. What a sentence adds only
/// shrinks as others are taken, so most need not be looked at again (M. Minoux,
/// 1978).
pub(super) struct Coverage<'a> {
    terms: &'a Terms,
    likeness: &'a Likeness,
    covered: Vec<f64>,
    seen: Vec<bool>,
    all_likeness: f64,
    all_terms: f64,
}

/// A sentence, and what it added when it was last looked at.
#[derive(PartialEq)]
struct Gain {
    gain: f64,
    sentence: usize,
    /// How many sentences were chosen then.
    at: usize,
}

impl<'a> Coverage<'a> {
    pub(super) fn new(terms: &'a Terms, likeness: &'a Likeness) -> Self {
        let all_terms = (0..terms.count() as u32).map(|term| weight(terms, term));
        let all_likeness = (0..likeness.len()).map(|sentence| likeness.total(sentence));
        Self {
            terms,
            likeness,
            covered: vec![0.0; terms.len()],
            seen: vec![false; terms.count()],
            all_likeness: all_likeness.sum::<f64>().max(f64::MIN_POSITIVE),
            all_terms: all_terms.sum::<f64>().max(f64::MIN_POSITIVE),
        }
    }

    /// Adds sentences to a choice until it is complete.
    pub(super) fn choose(mut self, choice: &mut Choice<'_>) {
        for &given in &choice.chosen {
            self.take(given);
        }
        let free = (0..self.terms.len()).filter(|sentence| !choice.chosen.contains(sentence));
        let gains = free.map(|sentence| self.gain(sentence, choice.chosen.len()));
        let mut queue: BinaryHeap<Gain> = gains.collect();
        let mut waiting: Vec<Gain> = Vec::new();
        while choice.left > 0 {
            let Some(best) = queue.pop() else {
                // Groups without a sentence wait no longer.
                if waiting.is_empty() {
                    return;
                }
                choice.waiting.fill(false);
                queue.extend(waiting.drain(..));
                continue;
            };
            if choice.must_wait(best.sentence) {
                waiting.push(best);
            } else if best.at < choice.chosen.len() {
                queue.push(self.gain(best.sentence, choice.chosen.len()));
            } else {
                self.take(best.sentence);
                choice.take(best.sentence);
                if !choice.any_waits() {
                    queue.extend(waiting.drain(..));
                }
            }
        }
    }

    fn gain(&self, sentence: usize, at: usize) -> Gain {
        let count = self.terms.len() as f64;
        let coverage: f64 = self
            .likeness
            .row(sentence)
            .map(|(other, cosine)| {
                let most = SATURATION / count * self.likeness.total(other);
                let before = self.covered[other];
                (before + cosine).min(most) - before.min(most)
            })
            .sum();
        let terms = self.terms.rows().row(sentence).iter();
        let new = terms.filter(|(term, _)| !self.seen[*term as usize]);
        let diversity: f64 = new.map(|(term, _)| weight(self.terms, *term)).sum();
        let early = 1.0 - sentence as f64 / count;
        Gain {
            gain: coverage / self.all_likeness
                + DIVERSITY * diversity / self.all_terms
                + EARLY * early,
            sentence,
            at,
        }
    }

    fn take(&mut self, sentence: usize) {
        for (other, cosine) in self.likeness.row(sentence) {
            self.covered[other] += cosine;
        }
        for (term, _) in self.terms.rows().row(sentence) {
            self.seen[*term as usize] = true;
        }
    }
}

/// w: the rarity of a term times the sentences it stands in.
fn weight(terms: &Terms, term: u32) -> f64 {
    terms.rarity(term) * f64::from(terms.spread(term))
}

impl Eq for Gain {}

/// By gain; the earlier sentence of two that add the same.
impl Ord for Gain {
    fn cmp(&self, other: &Self) -> Ordering {
        let gains = self.gain.total_cmp(&other.gain);
        gains.then_with(|| other.sentence.cmp(&self.sentence))
    }
}

impl PartialOrd for Gain {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
