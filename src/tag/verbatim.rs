//! Whether a mention is word for word as the vocabulary writes a name.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// Whether no letter, no digit and no underscore stands right before or after a
/// span: what a search for whole words finds, without any grammar.
pub(super) fn is_whole_word(text: &str, span: &Range<usize>) -> bool {
    let letter = |c: char| c.is_alphanumeric() || c == '_';
    !text[..span.start].chars().next_back().is_some_and(letter)
        && !text[span.end..].chars().next().is_some_and(letter)
}

/// Whether two strings are written alike, but for case, composition, line breaks
/// in place of spaces, and punctuation around them (`Yahoo!`).
pub(super) fn is_written_alike(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|text| text.trim_matches(|c: char| !c.is_alphanumeric()));
    one == other || one.eq_ignore_ascii_case(other) || letters(one).eq(letters(other))
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    let space = |c: char| if c.is_whitespace() { ' ' } else { c };
    text.nfc().map(space).flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn words_for_words() {
        let decomposed: String = "인풋 지표".nfd().collect();
        for (name, written, alike) in [
            ("Input metrics", "input metrics", true),
            ("Input metrics", "input\nmetrics", true),
            ("Input metrics", "input metric", false),
            ("Input metrics", "input-metrics", false),
            ("Yahoo!", "Yahoo", true),
            ("인풋 지표", "인풋 지표", true),
            ("인풋 지표", &decomposed, true),
            ("인풋 지표", "인풋지표", false),
        ] {
            assert_eq!(is_written_alike(name, written), alike, "{name} {written}");
        }
        for (text, whole) in [
            ("플라이휠", true),
            ("‘플라이휠’, ", true),
            ("플라이휠은", false),
            ("find_플라이휠", false),
        ] {
            let start = text.find("플라이휠").unwrap();
            let span = start..start + "플라이휠".len();
            assert_eq!(is_whole_word(text, &span), whole, "{text}");
        }
    }
}
