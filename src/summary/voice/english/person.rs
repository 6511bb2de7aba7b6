//! Sentences in the first person.

use memchr::memchr2_iter;

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
