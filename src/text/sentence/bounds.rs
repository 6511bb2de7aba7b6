//! The sentence boundaries of Unicode Standard Annex #29.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Cuts a text at the sentence boundaries of the annex; the pieces, white space and all,
/// make up the text.
///
/// A sentence ends only behind a mark that can end one. The rules, which ask for the
/// property of each character, are applied from the character before such a mark to the
/// end of the sentence; what comes before it is no more than skipped.
pub(super) fn bounds(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        if start == text.len() {
            return None;
        }
        let piece = start..end(text, start);
        start = piece.end;
        Some(piece)
    })
}

/// Where the sentence that starts at `start` ends.
fn end(text: &str, start: usize) -> usize {
    let mut at = start;
    loop {
        let Some(mark) = next_mark(&text[at..]) else {
            return text.len();
        };
        at += mark;
        match behind(&text.as_bytes()[at..]) {
            Behind::End(length) => return at + length,
            Behind::More => at += 1,
            Behind::Any => {
                let from = before(text, start, at);
                let first = text[from..].split_sentence_bounds().next();
                return from + first.map_or(0, str::len);
            }
        }
    }
}

/// What comes of a mark.
enum Behind {
    /// The sentence ends so many bytes from it.
    End(usize),
    /// It goes on.
    More,
    /// The rules must tell.
    Any,
}

/// What the rules say in the plainest cases, which need no table: a line break, or a mark,
/// a space, and an ASCII letter or a Hangul syllable. A full stop before a small letter
/// ends no sentence (SB8).
fn behind(bytes: &[u8]) -> Behind {
    match bytes {
        [b'\n', ..] => Behind::End(1),
        [b'.' | b'!' | b'?', b'\n', ..] => Behind::End(2),
        [b'.', b' ', b'a'..=b'z', ..] => Behind::More,
        [b'!' | b'?', b' ', b'a'..=b'z', ..] => Behind::End(2),
        [b'.' | b'!' | b'?', b' ', b'A'..=b'Z' | 0xeb..=0xec, ..] => Behind::End(2),
        [b'.' | b'!' | b'?', b' ', 0xea, 0xb0..=0xff, ..] => Behind::End(2),
        _ => Behind::Any,
    }
}

/// Where the character begins that the rules see before a mark: the nearest of which it is
/// certain that it is not passed over (as combining marks are), or the start.
fn before(text: &str, start: usize, mark: usize) -> usize {
    let mut before = text[start..mark].char_indices().rev();
    let certain = before.find(|&(_, c)| c.is_ascii() || is_east_asian_letter(c));
    start + certain.map_or(0, |(at, _)| at)
}

/// Where the first character is that can end a sentence.
fn next_mark(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        at += bytes[at..].iter().position(|&b| LOOK[usize::from(b)])?;
        // The first thousand of the Hangul syllables, which are half of what is written.
        if let [0xea, 0xb0..=0xbf, ..] = bytes[at..] {
            at += 3;
            continue;
        }
        let c = text[at..].chars().next()?;
        if can_end(c) {
            return Some(at);
        }
        at += c.len_utf8();
    }
}

/// Bytes at which characters begin that can end a sentence, or that are not known not to.
const LOOK: [bool; 256] = {
    let mut look = [false; 256];
    let mut byte = 0;
    while byte < look.len() {
        look[byte] = match byte as u8 {
            b'.' | b'!' | b'?' | b'\n' | b'\r' => true,
            // What follows a first byte; Latin, Greek and Cyrillic letters; Chinese
            // characters; and Hangul syllables from U+B000 on.
            ..=0xc1 | 0xc3..=0xd5 | 0xe4..=0xe9 | 0xeb..=0xed => false,
            _ => true,
        };
        byte += 1;
    }
    look
};

/// Whether a character can end a sentence (property `ATerm`, `STerm` or a separator of
/// paragraphs); those too of which it does not matter, as they are rare.
fn can_end(c: char) -> bool {
    match c {
        '.' | '!' | '?' | '\n' | '\r' => true,
        '\0'..='\x7f' | '\u{a0}'..='\u{57f}' => false,
        // Dashes, quotation marks, bullets, ellipses; one dot alone is a full stop.
        '\u{2010}'..='\u{2023}' | '\u{2025}'..='\u{2027}' => false,
        '、' | '〃'..='〿' | '\u{3000}' => false,
        _ => !is_east_asian_letter(c),
    }
}

/// Kana, Hangul and Chinese characters (property `OLetter`).
fn is_east_asian_letter(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ㄱ'..='ㆎ' | '一'..='鿿' | '가'..='힣')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What is skipped ends no sentence, wherever it stands.
    #[test]
    fn no_character_that_ends_a_sentence_is_skipped() {
        for c in '\0'..=char::MAX {
            let text = format!("a{c} B");
            let looked_at = next_mark(&text).is_some();
            let ends = text.split_sentence_bounds().count() > 1;
            assert!(looked_at || !ends, "{c:?}");
        }
    }

    /// `a.` and a small letter behind what is passed over are one sentence; with a capital
    /// before the full stop, and one behind it, the letter before it decides.
    #[test]
    fn what_the_rules_are_applied_from_is_never_passed_over() {
        let certain = |c: &char| c.is_ascii() || is_east_asian_letter(*c);
        for c in ('\0'..=char::MAX).filter(certain) {
            let seen = format!("a{c}.B").split_sentence_bounds().count();
            let alone = format!("{c}.B").split_sentence_bounds().count();
            let either_ends = next_mark(&c.to_string()).is_some();
            assert!(seen == alone || either_ends, "{c:?}");
        }
    }

    fn rules(text: &str) -> Vec<Range<usize>> {
        let pieces = text.split_sentence_bound_indices();
        pieces.map(|(at, piece)| at..at + piece.len()).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn the_boundaries_are_those_of_the_rules(
            text in "[aBé가。.!?1 \n\r\t\"”’)…,:\u{301}\u{345}\u{200d}\u{ad}\u{2024}\u{2028}\u{85}！다한ω\u{589}—]{0,40}"
        ) {
            prop_assert_eq!(bounds(&text).collect::<Vec<_>>(), rules(&text));
        }

        #[test]
        fn and_so_are_those_of_any_text(text in "(\\PC|[.!?\n ]){0,40}") {
            prop_assert_eq!(bounds(&text).collect::<Vec<_>>(), rules(&text));
        }
    }
}
