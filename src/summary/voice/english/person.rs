//! Sentences in the first person.

use super::is_one_of;
use crate::text::letter::is_letter;
use memchr::memchr2_iter;

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

/// Whether a sentence may have `I`, `me` or `my` in it, one of which is in every phrase
/// that tells of the reader. What stands beside a letter that is not ASCII may be a word,
/// too: what tells is looked at again.
pub(super) fn may_be_first(sentence: &str) -> bool {
    let bytes = sentence.as_bytes();
    let is_inside = |at: Option<usize>| {
        let byte = at.and_then(|at| bytes.get(at));
        byte.is_some_and(u8::is_ascii_alphanumeric)
    };
    let is_word = |start: usize, end| !is_inside(start.checked_sub(1)) && !is_inside(Some(end));
    let mut me = memchr2_iter(b'm', b'M', bytes);
    let mut i = memchr2_iter(b'i', b'I', bytes);
    let is_me = |at: usize| {
        let second = bytes.get(at + 1).map(u8::to_ascii_lowercase);
        matches!(second, Some(b'e' | b'y')) && is_word(at, at + 2)
    };
    me.any(is_me) || i.any(|at| is_word(at, at + 1))
}

/// `I`, and within three words after it what a reader does; not the numeral of
/// `World War I`.
pub(super) fn is_first(own: &str) -> bool {
    let starts_a_word =
        |(at, _): (usize, &str)| !own[..at].chars().next_back().is_some_and(is_in_word);
    let ends_soon = |(at, _): &(usize, &str)| !own[at + 1..].starts_with(is_letter);
    let mut capitals = own.match_indices('I').filter(ends_soon);
    if !capitals.any(starts_a_word) {
        return false;
    }
    let words: Vec<&str> = own
        .split(|c: char| !is_in_word(c))
        .filter(|word| !word.is_empty())
        .collect();
    words.iter().enumerate().any(|(at, word)| {
        let contracted =
            ["I'm", "I’m", "I'd", "I’d", "I've", "I’ve", "I'll", "I’ll"].contains(word);
        let next = words[at + 1..].iter().take(3);
        let thinks = |word: &&str| is_one_of(&THINKING, word);
        contracted || (*word == "I" && next.clone().any(thinks) && !is_numeral(&words, at))
    })
}

/// Whether `I` counts: it follows a name.
fn is_numeral(words: &[&str], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| words[before]);
    before.is_some_and(|word| word.len() > 1 && word.starts_with(char::is_uppercase) && at > 1)
}

/// Whether a character is part of a word like `don't` or `thought-provoking`.
fn is_in_word(c: char) -> bool {
    is_letter(c) || c == '\'' || c == '’' || c == '-'
}

#[cfg(test)]
mod tests {
    use super::may_be_first;

    #[test]
    fn words_of_the_first_person() {
        for (sentence, may) in [
            ("I wonder.", true),
            ("so am i", true),
            ("It reminded ME.", true),
            ("나는 My가 좋다", true),
            ("i’m curious", true),
            ("The time machine", false),
            ("AI와 UI는 멋지다", false),
            ("등대가 보인다.", false),
        ] {
            assert_eq!(may_be_first(sentence), may, "{sentence}");
        }
    }
}
