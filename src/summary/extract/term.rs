//! One term, as a number.

use crate::text::letter::is_letter;
use std::hash::{BuildHasherDefault, Hasher};

/// So much of a word in Latin letters tells it from others: `leader`,
/// `leaders` and `leadership` are one.
const STEM: usize = 5;

/// Up to five letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Term {
    /// One or two letters of 21 bits each, or up to five of ASCII, which are marked and
    /// have 7 bits each.
    Short(u64),
    /// Others, of 21 bits each.
    Long(u128),
}

/// The mark of letters of ASCII.
const ASCII: u64 = 1 << 63;

impl Term {
    #[inline]
    fn of(letters: &[char]) -> Self {
        if letters.iter().all(char::is_ascii) {
            let bits = |term: u64, &letter: &char| term << 7 | u64::from(u32::from(letter));
            return Self::Short(letters.iter().fold(0, bits) | ASCII);
        }
        match *letters {
            [letter] => Self::Short(u64::from(u32::from(letter))),
            [first, second] => Self::pair(first, second),
            _ => {
                let bits = |term: u128, &letter: &char| term << 21 | u128::from(u32::from(letter));
                Self::Long(letters.iter().fold(0, bits))
            }
        }
    }

    /// Two letters that are not both of ASCII.
    #[inline]
    fn pair(first: char, second: char) -> Self {
        Self::Short(u64::from(u32::from(first)) << 21 | u64::from(u32::from(second)))
    }
}

/// Gives the terms of folded letters: pairs of letters for Hangul, Han and Kana,
/// which need no analysis of endings, and the first five letters of other words.
pub(super) fn each_term(letters: &[char], mut term: impl FnMut(Term)) {
    let mut rest = letters;
    while let Some(start) = rest.iter().position(|&c| is_letter(c)) {
        rest = &rest[start..];
        let (mut length, mut pairs) = (0, false);
        while let Some(&c) = rest.get(length).filter(|&&c| is_letter(c)) {
            pairs |= is_of_pairs(c);
            length += 1;
        }
        let word;
        (word, rest) = rest.split_at(length);
        if !pairs {
            term(Term::of(&word[..length.min(STEM)]));
        } else if length == 1 {
            term(Term::of(word));
        } else {
            for pair in word.windows(2) {
                term(match is_of_pairs(pair[0]) {
                    true => Term::pair(pair[0], pair[1]),
                    false => Term::of(pair),
                });
            }
        }
    }
}

/// Whether a letter is of a script whose words are compared by pairs of letters.
#[inline]
fn is_of_pairs(c: char) -> bool {
    matches!(c, '가'..='힣' | 'ㄱ'..='ㆎ' | '\u{1100}'..='\u{11FF}' | '一'..='鿿' | 'ぁ'..='ヿ')
}

/// Hashes what stands for terms. They come from notes of one's own, so that nobody has to
/// be kept from making them collide.
#[derive(Default)]
pub(super) struct TermHasher(u64);

/// Makes hashers of terms.
pub(super) type HashTerms = BuildHasherDefault<TermHasher>;

impl Hasher for TermHasher {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.mix(u64::from(byte)));
    }

    #[inline]
    fn write_u64(&mut self, term: u64) {
        self.mix(term);
    }

    #[inline]
    fn write_u128(&mut self, term: u128) {
        self.mix(term as u64);
        self.mix((term >> 64) as u64);
    }

    #[inline]
    fn finish(&self) -> u64 {
        self.0
    }
}

impl TermHasher {
    #[inline]
    fn mix(&mut self, bits: u64) {
        // 2⁶⁴ divided by the golden ratio spreads what is near together.
        let product = (self.0 ^ bits).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = product ^ (product >> 32);
    }
}

#[cfg(test)]
mod tests {
    use super::{Term, each_term};

    #[test]
    fn terms_of_words() {
        let terms = |text: &str| {
            let mut terms = Vec::new();
            each_term(&text.chars().collect::<Vec<_>>(), |term| terms.push(term));
            terms
        };
        let same = |words: &[&str]| -> Vec<Term> {
            let letters = words.iter().map(|word| word.chars().collect::<Vec<_>>());
            letters.map(|letters| Term::of(&letters)).collect()
        };
        assert_eq!(terms("고객 경험을"), same(&["고객", "경험", "험을"]));
        assert_eq!(
            terms("leadership, 나 aws를"),
            same(&["leade", "나", "aw", "ws", "s를"])
        );
        assert!(terms("… — !").is_empty());
    }
}
