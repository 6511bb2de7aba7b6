//! The terms of sentences, as they stand there.

use super::letters;
use super::numbers::Numbers;
use super::rows::Rows;
use super::term::{each_plain_term, each_term};

/// About one of so many terms is new.
const DISTINCT: usize = 4;

/// The terms of some sentences by their numbers.
#[derive(Clone, Debug)]
pub(super) struct Occurrences {
    /// Of each sentence its terms, in the order in which they stand there.
    pub(super) rows: Rows<u32>,
    /// How many different terms there are.
    pub(super) terms: usize,
}

impl Occurrences {
    pub(super) fn of(sentences: &[&str]) -> Self {
        // About as many as there are syllables.
        let syllables = sentences.iter().map(|text| text.len()).sum::<usize>() / 3;
        let mut numbers = Numbers::with_capacity(syllables / DISTINCT);
        let mut rows = Rows::with_capacity(sentences.len(), syllables);
        let (mut plain, mut folded) = (Vec::new(), Vec::new());
        for sentence in sentences {
            if letters::plain(sentence, &mut plain) {
                each_plain_term(&plain, |term| rows.add(numbers.of_short(term)));
            } else {
                letters::fold(sentence, &mut folded);
                each_term(&folded, |term| rows.add(numbers.of(term)));
            }
            rows.end();
        }
        Self {
            rows,
            terms: numbers.len(),
        }
    }
}
