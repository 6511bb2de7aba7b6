//! `#tags` in text.

use std::ops::Range;

/// The tags in a text, with their marks, in bytes. A tag starts the text or follows a
/// space or an opening bracket; it has letters, digits, `_`, `-` and `/`, and is no
/// number (Obsidian's rules).
pub(in crate::notes) fn tags(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    text.match_indices('#').filter_map(|(at, _)| {
        let before = text[..at].chars().next_back();
        let opens = before.is_none_or(|c| c.is_whitespace() || "([{「『“‘\"'".contains(c));
        let rest = &text[at + 1..];
        let length = length(rest);
        let name = rest[..length].trim_end_matches(['/', '-']);
        let is_number = name.chars().all(|c| c.is_ascii_digit());
        (opens && !name.is_empty() && !is_number).then(|| at..at + 1 + name.len())
    })
}

fn length(text: &str) -> usize {
    let in_tag = |c: char| {
        c.is_alphanumeric()
            || matches!(c, '_' | '-' | '/' | '\u{200D}' | '\u{FE0F}')
            || unicode_normalization::char::is_combining_mark(c)
            || ('\u{1F300}'..='\u{1FAFF}').contains(&c)
    };
    text.find(|c| !in_tag(c)).unwrap_or(text.len())
}

/// Whether a line holds tags and nothing else.
pub(super) fn is_tags_only(line: &str) -> bool {
    let mut words = line.split_whitespace().peekable();
    words.peek().is_some()
        && words.all(|word| tags(word).next().is_some_and(|tag| tag == (0..word.len())))
}

#[cfg(test)]
mod tests {
    use super::{is_tags_only, tags};

    #[test]
    fn tags_by_obsidians_rules() {
        for (text, found) in [
            ("#지표 를 본다", vec!["#지표"]),
            (
                "오늘 #책/인풋-지표, (#PR_FAQ)",
                vec!["#책/인풋-지표", "#PR_FAQ"],
            ),
            ("C#과 a#b, #12, ## x, # y", vec![]),
            ("#1장 #2024-계획", vec!["#1장", "#2024-계획"]),
            ("#a/ 끝", vec!["#a"]),
        ] {
            let got: Vec<&str> = tags(text).map(|range| &text[range]).collect();
            assert_eq!(got, found, "{text}");
        }
        assert!(is_tags_only(" #a #나/다 ") && !is_tags_only("#a 글") && !is_tags_only(""));
    }
}
