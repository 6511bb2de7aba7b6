//! Spans between quotation marks, and names in parentheses.

use std::ops::Range;

/// Opening and closing quotation marks.
const QUOTES: [(char, char); 6] = [
    ('‘', '’'),
    ('“', '”'),
    ('「', '」'),
    ('『', '』'),
    ('"', '"'),
    ('\'', '\''),
];

/// A quoted Korean name has at most so many characters. A quotation mark that
/// is never closed would reach far otherwise.
const LONGEST_KOREAN: usize = 15;
/// The same for names without Hangul.
const LONGEST_LATIN: usize = 40;

/// The insides of quotation marks that are short enough to be names.
pub(super) fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut free_from = 0;
    for (at, open) in text.char_indices() {
        let Some(&(_, close)) = QUOTES.iter().find(|(mark, _)| *mark == open) else {
            continue;
        };
        let start = at + open.len_utf8();
        // An apostrophe stands behind a letter; an opening mark does not.
        let apostrophe = matches!(open, '\'' | '"' | '‘')
            && text[..at]
                .chars()
                .next_back()
                .is_some_and(char::is_alphanumeric);
        if at < free_from || apostrophe {
            continue;
        }
        if let Some(length) = inside(&text[start..], close) {
            found.push(start..start + length);
            free_from = start + length + close.len_utf8();
        }
    }
    found
}

/// How long the inside is that ends with `close`; `None` when it is no name.
fn inside(rest: &str, close: char) -> Option<usize> {
    let mut hangul = false;
    for (count, (at, c)) in rest.char_indices().enumerate() {
        let after = rest[at + c.len_utf8()..].chars().next();
        if c == close && !after.is_some_and(|after| after.is_ascii_alphanumeric()) {
            let inside = rest[..at].trim();
            let fits = inside.chars().nth(1).is_some() && inside.len() == at;
            return fits.then_some(at);
        }
        hangul |= crate::text::fold::is_syllable(c);
        let most = if hangul {
            LONGEST_KOREAN
        } else {
            LONGEST_LATIN
        };
        if count >= most || matches!(c, '\n' | '.' | ',' | '?' | '!' | '(' | '…') {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_quotations_only() {
        let insides = |text| -> Vec<&str> {
            let spans = quotations(text).into_iter();
            spans.map(|span: Range<usize>| &text[span]).collect()
        };
        assert_eq!(
            insides("‘언박스’와 \"비디오 온디맨드\", 그리고 『종의 기원』"),
            ["언박스", "비디오 온디맨드", "종의 기원"]
        );
        assert_eq!(insides("the firm's 'moral hazard' isn't"), ["moral hazard"]);
        assert!(insides("‘닫히지 않은 따옴표는 멀리까지 가지 않는다 정말로").is_empty());
        assert!(insides("“Well, he said.”").is_empty());
    }
}
