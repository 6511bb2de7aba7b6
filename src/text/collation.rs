//! The order of an index: 가나다, then A–Z, then everything else.

use icu_collator::options::{AlternateHandling, CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;
use std::cmp::Ordering;

/// The letters of Hangul that terms are grouped under; a doubled one goes with
/// its single one.
const HANGUL: [char; 14] = [
    'ㄱ', 'ㄴ', 'ㄷ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅅ', 'ㅇ', 'ㅈ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ',
];
/// The last syllable of Hangul: no Korean reading comes after it.
const LAST_SYLLABLE: &str = "힣";
/// The first letter after the Latin ones, in the order of scripts.
const AFTER_LATIN: &str = "α";

/// What a term is grouped under, in the order of the groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Initial {
    /// A letter of Hangul: of the first syllable, or of a Hanja's reading.
    Hangul(char),
    /// A Latin letter, in upper case, without its accents.
    Latin(char),
    /// A digit, a sign, or a letter of another script.
    Other,
}

/// How terms are put in order: by the collation of Korean in the Unicode Common
/// Locale Data Repository (CLDR), which knows how Hanja are read and puts
/// Hangul before Latin.
///
/// Letter by letter, as The Chicago Manual of Style (17th edition, 16.59)
/// prefers: spaces, hyphens and other punctuation don't count, so that 인풋지표
/// stands where 인풋 지표 does. Accents and case decide between equals. Numbers
/// are in the order of their values.
pub struct Collation {
    full: CollatorBorrowed<'static>,
    letters: CollatorBorrowed<'static>,
}

impl Default for Collation {
    fn default() -> Self {
        Self {
            full: collator(Strength::Quaternary),
            letters: collator(Strength::Primary),
        }
    }
}

fn collator(strength: Strength) -> CollatorBorrowed<'static> {
    let mut preferences = CollatorPreferences::from(&locale!("ko"));
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    let mut options = CollatorOptions::default();
    options.strength = Some(strength);
    options.alternate_handling = Some(AlternateHandling::Shifted);
    Collator::try_new(preferences, options).expect("the data of Korean are compiled in")
}

impl Collation {
    /// Which of two terms comes first. Only equal texts are equal.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        let groups = self.initial(a).cmp(&self.initial(b));
        groups
            .then_with(|| self.full.compare(a, b))
            .then_with(|| a.cmp(b))
    }

    /// Which of two terms of the same group comes first.
    pub fn compare_within(&self, a: &str, b: &str) -> Ordering {
        self.full.compare(a, b).then_with(|| a.cmp(b))
    }

    /// What a term is grouped under.
    pub fn initial(&self, term: &str) -> Initial {
        let Some(first) = term.chars().find(|c| c.is_alphanumeric()) else {
            return Initial::Other;
        };
        let mut bytes = [0; 4];
        let text: &str = first.encode_utf8(&mut bytes);
        let before = |letter: &str| self.letters.compare(text, letter) == Ordering::Less;
        if before("ㄱ") || !before(AFTER_LATIN) {
            return Initial::Other;
        }
        if before("a") {
            let is_letter = first.is_numeric() || self.letters.compare(text, LAST_SYLLABLE).is_gt();
            let letter = HANGUL.iter().rev().find(|letter| {
                let mut bytes = [0; 4];
                !before(letter.encode_utf8(&mut bytes))
            });
            return match letter {
                Some(&letter) if !is_letter => Initial::Hangul(letter),
                _ => Initial::Other,
            };
        }
        let latin = ('a'..='z').rev().find(|letter| {
            let mut bytes = [0; 4];
            !before(letter.encode_utf8(&mut bytes))
        });
        latin.map_or(Initial::Other, |letter| {
            Initial::Latin(letter.to_ascii_uppercase())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_an_index() {
        let collation = Collation::default();
        let in_order = [
            "가격",
            "價格 결정",
            "까치",
            "꿈",
            "나무",
            "人間",
            "인풋 지표",
            "인풋지표 관리",
            "인풋-지표 바",
            "플라이휠",
            "힣",
            "Amazon",
            "AWS",
            "aws region",
            "Élan",
            "Elf",
            "input metric",
            "Input-metrics",
            "ｎｅｔｆｌｉｘ",
            "PR/FAQ",
            "プ",
            "1-Click",
            "2장",
            "10장",
        ];
        let mut sorted = in_order;
        sorted.reverse();
        sorted.sort_by(|a, b| collation.compare(a, b));
        let position = |term: &str| sorted.iter().position(|it| *it == term).unwrap();
        for pair in [
            ("가격", "價格 결정"),
            ("까치", "꿈"),
            ("꿈", "나무"),
            ("나무", "人間"),
            ("인풋 지표", "인풋지표 관리"),
            ("힣", "Amazon"),
            ("Amazon", "AWS"),
            ("AWS", "aws region"),
            ("Élan", "Elf"),
            ("input metric", "Input-metrics"),
            ("ｎｅｔｆｌｉｘ", "PR/FAQ"),
            ("PR/FAQ", "プ"),
            ("2장", "10장"),
            ("PR/FAQ", "1-Click"),
        ] {
            assert!(
                position(pair.0) < position(pair.1),
                "{pair:?} in {sorted:?}"
            );
        }
    }

    #[test]
    fn initials() {
        let collation = Collation::default();
        for (term, initial) in [
            ("가격", Initial::Hangul('ㄱ')),
            ("까치", Initial::Hangul('ㄱ')),
            ("\u{1112}\u{1161}\u{11ab}글", Initial::Hangul('ㅎ')),
            ("‘인풋’ 지표", Initial::Hangul('ㅇ')),
            ("價格", Initial::Hangul('ㄱ')),
            ("人間", Initial::Hangul('ㅇ')),
            ("ㅎ", Initial::Hangul('ㅎ')),
            ("ㄲ", Initial::Hangul('ㄱ')),
            ("힣", Initial::Hangul('ㅎ')),
            ("aws", Initial::Latin('A')),
            ("Ｎetflix", Initial::Latin('N')),
            ("Élan", Initial::Latin('E')),
            ("ñu", Initial::Latin('N')),
            ("Zürich", Initial::Latin('Z')),
            ("1-Click", Initial::Other),
            ("１０", Initial::Other),
            ("プライム", Initial::Other),
            ("Ωmega", Initial::Other),
            ("Идиот", Initial::Other),
            ("…", Initial::Other),
            ("", Initial::Other),
        ] {
            assert_eq!(collation.initial(term), initial, "{term}");
        }
    }
}
