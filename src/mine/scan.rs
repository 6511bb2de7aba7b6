//! A text cut into written words and the barriers between them.

use crate::text::fold::is_syllable;
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// A stretch of text between spaces and punctuation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Bytes of the text.
    pub(super) span: Range<usize>,
    /// Whether something no name crosses stands before it: punctuation, a
    /// line break, an address, the start of the text.
    pub(super) barred: bool,
}

/// Cuts a text into pieces, from left to right.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(text.len() / 7);
    let (mut at, mut barred) = (0, true);
    while let Some(c) = text[at..].chars().next() {
        if is_letter(c) || is_lone_ampersand(text, at, c) {
            let end = piece_end(text, at, c);
            if let Some(address_end) = address_end(text, at, end) {
                at = address_end;
                barred = true;
                continue;
            }
            pieces.push(Piece {
                span: at..end,
                barred,
            });
            (at, barred) = (end, false);
        } else if let Some(end) = markup_end(text, at, c) {
            (at, barred) = (end, true);
        } else {
            barred |= c == '\n' || !c.is_whitespace();
            at += c.len_utf8();
        }
    }
    pieces
}

/// The end of the piece that starts at `start` with `first`.
fn piece_end(text: &str, start: usize, first: char) -> usize {
    let (mut end, mut last) = (start + first.len_utf8(), first);
    while let Some(c) = text[end..].chars().next() {
        let next = end + c.len_utf8();
        let joins = is_letter(c)
            || is_mark(c)
            || text[next..]
                .chars()
                .next()
                .is_some_and(|after| is_letter(after) && is_joint(last, c, after));
        if !joins {
            break;
        }
        (end, last) = (next, c);
    }
    end
}

/// Whether a mark between two letters belongs to one word: bar-raiser,
/// customer's, PR/FAQ, R&D, node.js, 3.5.
fn is_joint(before: char, mark: char, after: char) -> bool {
    let ascii = before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric();
    match mark {
        '-' | '\u{2010}' | '\u{2011}' | '_' => before.is_alphanumeric(),
        '\'' | '’' => before.is_alphabetic() && !is_syllable(before) && !is_syllable(after),
        '.' => ascii && !(before.is_ascii_lowercase() && after.is_ascii_uppercase()),
        '/' | '&' => before.is_ascii_uppercase() && after.is_ascii_uppercase(),
        ',' => before.is_ascii_digit() && after.is_ascii_digit(),
        _ => false,
    }
}

/// `&` between two words stands for "and".
fn is_lone_ampersand(text: &str, at: usize, c: char) -> bool {
    c == '&' && text[..at].ends_with(' ') && text[at + 1..].starts_with(' ')
}

/// Where a URL or an e-mail address that starts with this piece ends.
fn address_end(text: &str, start: usize, end: usize) -> Option<usize> {
    let rest = &text[end..];
    let is_url = rest.starts_with("://") || text[start..].starts_with("www.");
    let is_mail = rest
        .strip_prefix('@')
        .is_some_and(|host| host.starts_with(|c: char| c.is_ascii_alphanumeric()));
    let closes = |c: char| c.is_whitespace() || matches!(c, ')' | '>' | '"' | '\'' | ']' | '」');
    (is_url || is_mail).then(|| rest.find(closes).map_or(text.len(), |length| end + length))
}

/// Where an HTML tag or a character reference that starts here ends:
/// `<span class="x">`, `&#x27;`.
fn markup_end(text: &str, at: usize, c: char) -> Option<usize> {
    let rest = &text[at + c.len_utf8()..];
    let (close, most) = match c {
        '<' if rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') => (b'>', 200),
        '&' if rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '#') => (b';', 8),
        _ => return None,
    };
    let stops = |b: u8| b == close || b == b'<' || (close == b';' && b.is_ascii_whitespace());
    let end = rest.bytes().take(most).position(stops)?;
    (rest.as_bytes()[end] == close).then(|| at + c.len_utf8() + end + 1)
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
}

/// What belongs to the letter before it: combining marks, invisible characters.
fn is_mark(c: char) -> bool {
    !c.is_ascii()
        && (is_combining_mark(c)
            || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let bar = |piece: &Piece| if piece.barred { "|" } else { "" };
        pieces(text)
            .iter()
            .map(|piece| format!("{}{}", bar(piece), &text[piece.span.clone()]))
            .collect()
    }

    #[test]
    fn words_and_barriers() {
        assert_eq!(
            cut("‘언박스’라는 첫 이름, 6 페이저."),
            ["|언박스", "|라는", "첫", "이름", "|6", "페이저"]
        );
        assert_eq!(
            cut("the customer’s PR/FAQ & bar-raiser and/or node.js"),
            [
                "|the",
                "customer’s",
                "PR/FAQ",
                "&",
                "bar-raiser",
                "and",
                "|or",
                "node.js"
            ]
        );
        assert_eq!(
            cut("a <b class=\"x\">bold</b> it&#x27;s 3 < 4 & 5"),
            ["|a", "|bold", "|it", "|s", "3", "|4", "&", "5"]
        );
        assert_eq!(
            cut("see https://a.b/c-d here, a.b@c.de\nend"),
            ["|see", "|here", "|end"]
        );
    }
}
