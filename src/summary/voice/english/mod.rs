//! How English sentences tell who speaks.

mod cues;

use self::cues::{CUES, Cue};
use crate::text::letter::is_letter;

/// What `I` does when the reader speaks of reading.
const THINKING: [&str; 42] = [
    "think",
    "thought",
    "feel",
    "felt",
    "believe",
    "believed",
    "find",
    "found",
    "like",
    "liked",
    "love",
    "loved",
    "enjoy",
    "enjoyed",
    "agree",
    "disagree",
    "suspect",
    "guess",
    "hope",
    "wish",
    "want",
    "would",
    "should",
    "will",
    "learned",
    "learnt",
    "realized",
    "realised",
    "realize",
    "noticed",
    "expected",
    "prefer",
    "doubt",
    "am",
    "was",
    "remember",
    "admire",
    "admired",
    "hated",
    "imagine",
    "appreciate",
    "appreciated",
];

/// What judges at the end of `was …` or `is …`.
const JUDGING: [&str; 20] = [
    "impressive",
    "interesting",
    "surprising",
    "memorable",
    "disappointing",
    "fascinating",
    "striking",
    "moving",
    "inspiring",
    "remarkable",
    "regrettable",
    "confusing",
    "boring",
    "convincing",
    "unconvincing",
    "thought-provoking",
    "touching",
    "brilliant",
    "refreshing",
    "a pity",
];

const BEING: [&str; 6] = ["is", "was", "are", "were", "seems", "seemed"];

/// The words of a sentence.
#[derive(Debug)]
pub(super) struct Words<'a> {
    own: &'a str,
    /// In small letters; empty without a Latin letter.
    lower: String,
    cues: Vec<Cue>,
}

impl<'a> Words<'a> {
    pub(super) fn of(own: &'a str) -> Self {
        let lower = match own.bytes().any(|byte| byte.is_ascii_alphabetic()) {
            true => lower(own),
            false => String::new(),
        };
        Self {
            own,
            cues: CUES.find_whole(&lower).collect(),
            lower,
        }
    }

    pub(super) fn asks(&self) -> bool {
        self.cues.contains(&Cue::Wondering)
    }

    pub(super) fn reflects(&self) -> bool {
        const STARTS: [&str; 5] = [
            "it is a pity",
            "it's a pity",
            "it is a shame",
            "sadly,",
            "too bad",
        ];
        self.cues.contains(&Cue::Reflecting)
            || first_person(self.own)
            || judges(&self.lower)
            || STARTS.iter().any(|start| self.lower.starts_with(start))
    }
}

pub(super) fn answers(sentence: &str) -> bool {
    const STARTS: [&str; 10] = [
        "the answer",
        "because ",
        "it turns out",
        "the reason",
        "that is because",
        "that's because",
        "there are two reasons",
        "there are three reasons",
        "the secret",
        "yes, ",
    ];
    let sentence = lower(sentence);
    STARTS.iter().any(|start| sentence.starts_with(start))
}

/// Whether a sentence counts what follows.
pub(super) fn counts(sentence: &str) -> bool {
    Words::of(sentence).cues.contains(&Cue::Counting)
}

/// `I`, and within three words after it what a reader does; not the numeral of
/// `World War I`.
fn first_person(own: &str) -> bool {
    let mut capitals = own.match_indices('I');
    if !capitals.any(|(at, _)| !own[at + 1..].starts_with(is_letter)) {
        return false;
    }
    let words: Vec<&str> = own
        .split(|c: char| !(is_letter(c) || c == '\'' || c == '’' || c == '-'))
        .filter(|word| !word.is_empty())
        .collect();
    words.iter().enumerate().any(|(at, word)| {
        let contracted =
            ["I'm", "I’m", "I'd", "I’d", "I've", "I’ve", "I'll", "I’ll"].contains(word);
        let next = words[at + 1..].iter().take(3);
        let thinks = |word: &&str| THINKING.contains(&word.to_ascii_lowercase().as_str());
        contracted || (*word == "I" && next.clone().any(thinks) && !is_numeral(&words, at))
    })
}

/// Whether `I` counts: it follows a name.
fn is_numeral(words: &[&str], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| words[before]);
    before.is_some_and(|word| word.len() > 1 && word.starts_with(char::is_uppercase) && at > 1)
}

/// `was impressive`, `is really interesting`, at the end of a sentence.
fn judges(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| !is_letter(c));
    JUDGING.iter().any(|judgement| {
        let Some(before) = text.strip_suffix(judgement) else {
            return false;
        };
        let mut words = before.split_whitespace().rev();
        words.by_ref().take(2).any(|word| BEING.contains(&word))
    })
}

/// In small letters, with straight apostrophes.
fn lower(text: &str) -> String {
    let mut lower = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '’' => lower.push('\''),
            '\0'..='\x7F' => lower.push(c.to_ascii_lowercase()),
            // Most of the others, and there is no need to look them up.
            '가'..='힣' => lower.push(c),
            _ => lower.extend(c.to_lowercase()),
        }
    }
    lower
}
