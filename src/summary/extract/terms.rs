//! What sentences are compared by.

use super::numbers::Numbers;
use super::rows::Rows;
use super::term::each_term;
use unicode_normalization::UnicodeNormalization;

/// About one of so many terms is new.
const DISTINCT: usize = 4;

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
    pub(super) fn of(sentences: &[&str]) -> Self {
        // About as many as there are syllables.
        let syllables = sentences.iter().map(|text| text.len()).sum::<usize>() / 3;
        let mut numbers = Numbers::with_capacity(syllables / DISTINCT);
        let mut rows = Rows::with_capacity(sentences.len(), syllables);
        let mut spread: Vec<u32> = Vec::new();
        let (mut letters, mut row) = (Vec::new(), Vec::new());
        for sentence in sentences {
            letters.clear();
            fold(sentence, &mut letters);
            row.clear();
            each_term(&letters, |term| row.push(numbers.of(term)));
            row.sort_unstable();
            spread.resize(numbers.len(), 0);
            let counted = row.chunk_by(|a, b| a == b);
            rows.push(counted.map(|same| {
                spread[same[0] as usize] += 1;
                (same[0], same.len() as u32)
            }));
        }
        Self {
            rarity: rarities(sentences.len()),
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
fn rarities(sentences: usize) -> Vec<f64> {
    let all = sentences as f64 + 1.0;
    let rarity = |spread: usize| libm::log(all / (spread as f64 + 0.5)).max(0.0);
    (0..=sentences).map(rarity).collect()
}

/// The letters of a sentence in form KC, small.
fn fold(sentence: &str, letters: &mut Vec<char>) {
    letters.reserve(sentence.len());
    for c in sentence.chars() {
        let Some(plain) = fold_plain(c) else {
            // What is not plain may join what is before it.
            letters.clear();
            letters.extend(sentence.nfkc().flat_map(char::to_lowercase));
            return;
        };
        letters.push(plain);
    }
}

/// The small form of a character that form KC leaves as it is beside others like
/// it, or makes other marks of; only ASCII has small forms here.
#[inline]
fn fold_plain(c: char) -> Option<char> {
    match c {
        '\0'..='\x7F' => Some(c.to_ascii_lowercase()),
        '가'..='힣' | '一'..='鿿' => Some(c),
        '·' | '–' | '—' | '‘'..='”' | '…' | '。' | '「'..='』' => Some(c),
        _ => None,
    }
}
