//! What sentences are compared by.

use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// So much of a word in Latin letters tells it from others: `leader`,
/// `leaders` and `leadership` are one.
const STEM: usize = 5;

/// The terms of sentences: pairs of letters for Hangul, Han and Kana, which need
/// no analysis of endings, and the first five letters of other words.
#[derive(Clone, Debug)]
pub(super) struct Terms {
    /// Of each sentence its terms and how often they stand there, by term.
    rows: Vec<Vec<(u32, u32)>>,
    /// In how many sentences each term stands.
    spread: Vec<u32>,
}

impl Terms {
    pub(super) fn of(sentences: &[&str]) -> Self {
        let mut ids: HashMap<String, u32> = HashMap::new();
        let mut rows = Vec::with_capacity(sentences.len());
        for sentence in sentences {
            let folded: String = sentence.nfkc().flat_map(char::to_lowercase).collect();
            let mut row: Vec<u32> = Vec::new();
            each_term(&folded, |term| {
                let next = ids.len() as u32;
                row.push(match ids.get(term) {
                    Some(&id) => id,
                    None => *ids.entry(term.to_owned()).or_insert(next),
                });
            });
            row.sort_unstable();
            let counted = row.chunk_by(|a, b| a == b);
            rows.push(counted.map(|same| (same[0], same.len() as u32)).collect());
        }
        let mut terms = Self {
            rows,
            spread: vec![0; ids.len()],
        };
        for (term, _) in terms.rows.iter().flatten() {
            terms.spread[*term as usize] += 1;
        }
        terms
    }

    /// How many sentences there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// How many different terms there are.
    pub(super) fn count(&self) -> usize {
        self.spread.len()
    }

    pub(super) fn row(&self, sentence: usize) -> &[(u32, u32)] {
        &self.rows[sentence]
    }

    /// In how many sentences a term stands.
    pub(super) fn spread(&self, term: u32) -> u32 {
        self.spread[term as usize]
    }

    /// How rare a term is: ln((n + 1) / (sentences with it + ½)), never below 0.
    pub(super) fn rarity(&self, term: u32) -> f64 {
        let spread = f64::from(self.spread(term));
        libm::log((self.len() as f64 + 1.0) / (spread + 0.5)).max(0.0)
    }
}

/// Gives the terms of a folded text.
fn each_term(text: &str, mut term: impl FnMut(&str)) {
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let mut letters: Vec<(usize, char)> = word.char_indices().collect();
        letters.push((word.len(), ' '));
        let last = letters.len() - 1;
        let of_pairs = letters[..last].iter().any(|&(_, c)| is_of_pairs(c));
        match last {
            0 => {}
            1 => term(word),
            _ if of_pairs => {
                for pair in letters.windows(3) {
                    term(&word[pair[0].0..pair[2].0]);
                }
            }
            _ => term(&word[..letters[last.min(STEM)].0]),
        }
    }
}

/// Whether a letter is of a script whose words are compared by pairs of letters.
fn is_of_pairs(c: char) -> bool {
    matches!(c, '가'..='힣' | 'ㄱ'..='ㆎ' | '\u{1100}'..='\u{11FF}' | '一'..='鿿' | 'ぁ'..='ヿ')
}

#[cfg(test)]
mod tests {
    use super::each_term;

    #[test]
    fn terms_of_words() {
        let terms = |text: &str| {
            let mut terms = Vec::new();
            each_term(text, |term| terms.push(term.to_owned()));
            terms
        };
        assert_eq!(terms("고객 경험을"), ["고객", "경험", "험을"]);
        assert_eq!(
            terms("leadership, 나 aws를"),
            ["leade", "나", "aw", "ws", "s를"]
        );
        assert!(terms("… — !").is_empty());
    }
}
