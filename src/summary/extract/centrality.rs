//! Centrality.

use super::Choice;
use super::postings::{Postings, cosine};

/// A sentence as like as this to a chosen one says nothing new.
const SAME: f64 = 0.5;

/// Adds the sentences that are most like all others to a choice until it is
/// complete; one that is like a chosen one is passed over as long as there are
/// others.
///
/// How like a sentence is to all others together is its degree in the graph of
/// likeness: G. Erkan and D. Radev, "LexRank: graph-based lexical centrality as
/// salience in text summarization" (JAIR 22, 2004). It is what TextRank comes to
/// without restarts: in an undirected graph a walk is at each node in proportion to
/// the weight of its edges. Summed over vectors of length 1, no pair of sentences has
/// to be looked at.
pub(super) fn choose(postings: &Postings, choice: &mut Choice<'_>) {
    let totals = postings.totals();
    let mut order: Vec<usize> = (0..totals.len()).collect();
    order.sort_by(|&a, &b| totals[b].total_cmp(&totals[a]).then(a.cmp(&b)));
    let mut taken = vec![false; totals.len()];
    for &given in &choice.chosen {
        taken[given] = true;
    }
    let mut said: Vec<Vec<(u32, f64)>> = Vec::new();
    said.extend(choice.chosen.iter().map(|&given| postings.vector(given)));
    // One of each group first, then others that say something new, then any.
    for round in 0..3 {
        for &sentence in &order {
            if choice.left == 0 {
                return;
            }
            let waits = round == 0 && (choice.must_wait(sentence) || !choice.any_waits());
            if taken[sentence] || waits {
                continue;
            }
            let vector = postings.vector(sentence);
            let again = |chosen: &Vec<(u32, f64)>| cosine(&vector, chosen) >= SAME;
            if round < 2 && said.iter().any(again) {
                continue;
            }
            taken[sentence] = true;
            said.push(vector);
            choice.take(sentence);
        }
        choice.waiting.fill(false);
    }
}
