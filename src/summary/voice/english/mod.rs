//! How English sentences tell who speaks.

mod cues;
mod person;

use self::cues::{CUES, Cue};
use crate::text::letter::is_letter;

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
    /// Whether there are any in Latin letters.
    latin: bool,
    asks: bool,
    reflects: bool,
}

impl<'a> Words<'a> {
    pub(super) fn of(own: &'a str) -> Self {
        let mut words = Self {
            own,
            latin: false,
            asks: false,
            reflects: false,
        };
        // Most sentences of notes are not in English, or not in the first person.
        if !has_latin(own) {
            return words;
        }
        words.latin = true;
        if person::may_be_first(own) {
            for cue in CUES.find_whole(&lower(own)) {
                words.asks |= cue == Cue::Wondering;
                words.reflects |= cue == Cue::Reflecting;
            }
        }
        words
    }

    pub(super) fn asks(&self) -> bool {
        self.asks
    }

    pub(super) fn reflects(&self) -> bool {
        const STARTS: [&str; 6] = [
            "it is a pity",
            "it's a pity",
            "it’s a pity",
            "it is a shame",
            "sadly,",
            "too bad",
        ];
        if !self.latin {
            return false;
        }
        self.reflects
            || person::is_first(self.own)
            || judges(self.own)
            || STARTS.iter().any(|start| {
                let opening = self.own.as_bytes().get(..start.len());
                opening.is_some_and(|it| it.eq_ignore_ascii_case(start.as_bytes()))
            })
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
    let sentence = lower(sentence);
    let mut cues = CUES.find_whole(&sentence);
    cues.any(|cue| cue == Cue::Counting)
}

/// Whether there is a letter of ASCII in a text; all of it is looked at, many bytes at once.
fn has_latin(text: &str) -> bool {
    let letter = |found: bool, byte: u8| found | byte.is_ascii_alphabetic();
    text.bytes().fold(false, letter)
}

/// Whether a word is one of some in small letters.
fn is_one_of(words: &[&str], word: &str) -> bool {
    words.iter().any(|other| word.eq_ignore_ascii_case(other))
}

/// `was impressive`, `is really interesting`, at the end of a sentence.
fn judges(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| !is_letter(c));
    if !text.ends_with(|c: char| c.is_ascii_alphabetic()) {
        return false;
    }
    JUDGING.iter().any(|judgement| {
        let before = text.len().checked_sub(judgement.len());
        let Some((before, end)) = before.and_then(|at| text.split_at_checked(at)) else {
            return false;
        };
        let mut words = before.split_whitespace().rev().take(2);
        end.eq_ignore_ascii_case(judgement) && words.any(|word| is_one_of(&BEING, word))
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
