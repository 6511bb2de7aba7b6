//! Words that are made up, Korean and English.

use bookgraph::analyse::Random;
use std::collections::BTreeSet;

/// So many different words there are, a quarter of them English.
const WORDS: usize = 45_000;

const INITIALS: [u32; 14] = [0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18];
const MEDIALS: u32 = 21;
const FINALS: [u32; 9] = [0, 0, 0, 1, 4, 8, 16, 17, 21];

const ONSETS: [&str; 24] = [
    "b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "st",
    "tr", "pr", "ch", "sl", "pl", "gr",
];
const VOWELS: [&str; 9] = ["a", "e", "i", "o", "u", "ea", "ai", "ou", "io"];
const CODAS: [&str; 12] = ["", "", "n", "r", "s", "t", "l", "m", "ng", "k", "nt", "st"];

/// Particles by the last sound before them: a vowel, or a consonant.
const PARTICLES: [[&str; 9]; 2] = [
    ["는", "가", "를", "에서", "로", "의", "와", "도", "에"],
    ["은", "이", "을", "에서", "으로", "의", "과", "도", "에"],
];

/// Particles that have one form.
const AFTER_LATIN: [&str; 4] = ["에서", "의", "도", "에"];

/// A word and whether it is Korean.
#[derive(Clone)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) korean: bool,
}

/// The words of a language that nobody speaks, the most common first.
pub(crate) fn words(seed: u64) -> Vec<Word> {
    let mut random = Random::new(seed);
    let mut seen = BTreeSet::new();
    let mut words = Vec::with_capacity(WORDS);
    while words.len() < WORDS {
        let korean = words.len() % 4 != 3;
        let length = 1 + random.below(3);
        let text = match korean {
            true => hangul(&mut random, length),
            false => latin(&mut random, length),
        };
        if seen.insert(text.clone()) {
            words.push(Word { text, korean });
        }
    }
    words
}

/// So many syllables of Hangul.
pub(crate) fn hangul(random: &mut Random, syllables: usize) -> String {
    let syllable = |_| {
        let initial = INITIALS[random.below(INITIALS.len())];
        let medial = random.below(MEDIALS as usize) as u32;
        let last = FINALS[random.below(FINALS.len())];
        char::from_u32(0xAC00 + (initial * MEDIALS + medial) * 28 + last)
    };
    (0..syllables).filter_map(syllable).collect()
}

/// So many syllables of Latin letters.
pub(crate) fn latin(random: &mut Random, syllables: usize) -> String {
    let mut word = String::new();
    for _ in 0..syllables {
        word.push_str(ONSETS[random.below(ONSETS.len())]);
        word.push_str(VOWELS[random.below(VOWELS.len())]);
        word.push_str(CODAS[random.below(CODAS.len())]);
    }
    word
}

/// A particle, or nothing one time in three, as it stands after a word.
pub(crate) fn particle(random: &mut Random, word: &str) -> &'static str {
    let Some(last) = word.chars().next_back() else {
        return "";
    };
    if random.below(3) == 0 {
        return "";
    }
    let closed = match last {
        '가'..='힣' => (last as u32 - 0xAC00) % 28,
        _ => return AFTER_LATIN[random.below(AFTER_LATIN.len())],
    };
    let at = random.below(PARTICLES[0].len());
    // ㄹ takes 로.
    let open = closed == 0 || (closed == 8 && at == 4);
    PARTICLES[usize::from(!open)][at]
}
