//! One term, as a number.

use crate::text::letter::is_letter;

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

/// Gives the terms of [plain letters](super::letters::plain), as [`each_term`] does, all of
/// which are [short](Term::Short).
#[inline]
pub(super) fn each_plain_term(letters: &[u32], mut term: impl FnMut(u64)) {
    const FIRST_OF_PAIRS: u32 = 0x80;
    let of_ascii = |term: u64, &letter: &u32| term << 7 | u64::from(letter);
    for word in letters.split(|&letter| letter == 0) {
        match *word {
            [] => {}
            [letter] if letter >= FIRST_OF_PAIRS => term(u64::from(letter)),
            _ if word.iter().all(|&letter| letter < FIRST_OF_PAIRS) => {
                let stem = word[..word.len().min(STEM)].iter();
                term(stem.fold(0, of_ascii) | ASCII);
            }
            _ => {
                for pair in word.windows(2) {
                    let (first, second) = (pair[0], pair[1]);
                    term(match first | second {
                        letters if letters < FIRST_OF_PAIRS => {
                            u64::from(first) << 7 | u64::from(second) | ASCII
                        }
                        _ => u64::from(first) << 21 | u64::from(second),
                    });
                }
            }
        }
    }
}

/// Whether a letter is of a script whose words are compared by pairs of letters.
#[inline]
fn is_of_pairs(c: char) -> bool {
    matches!(c, '가'..='힣' | 'ㄱ'..='ㆎ' | '\u{1100}'..='\u{11FF}' | '一'..='鿿' | 'ぁ'..='ヿ')
}

#[cfg(test)]
mod tests {
    use super::{Term, each_plain_term, each_term};
    use crate::summary::extract::letters;

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

    #[test]
    fn terms_of_plain_letters_are_the_same() {
        for text in [
            "고객 경험을 1장에서, AWS를 쓴다. leadership 나",
            "가 a ab가 가b 가bc나 …「漢字と」 漢 1",
            "Leaders lead; don’t — 3.5%",
            "",
        ] {
            let (mut plain, mut all) = (Vec::new(), Vec::new());
            let (mut numbers, mut chars) = (Vec::new(), Vec::new());
            letters::fold(text, &mut chars);
            each_term(&chars, |term| all.push(term));
            if letters::plain(text, &mut numbers) {
                each_plain_term(&numbers, |term| plain.push(Term::Short(term)));
                assert_eq!(plain, all, "{text}");
            } else {
                assert!(text.contains('と'), "{text}");
            }
        }
    }
}
