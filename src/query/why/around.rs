//! What stands around a place: the word, and a passage short enough for a
//! line.

use crate::text::width::cells;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A word goes on for at most so many characters to either side.
const LONGEST_WORD: usize = 24;

/// A passage is at most so many terminal cells wide, if the word in it is not.
const PASSAGE: usize = 66;

/// The letters and digits around a span, with the span.
pub(in crate::query) fn word(text: &str, span: &Range<usize>) -> Range<usize> {
    let is_part = |c: &char| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36F}');
    let before = text[..span.start].chars().rev();
    let before = before.take(LONGEST_WORD).take_while(is_part);
    let after = text[span.end..].chars();
    let after = after.take(LONGEST_WORD).take_while(is_part);
    let start = span.start - before.map(char::len_utf8).sum::<usize>();
    start..span.end + after.map(char::len_utf8).sum::<usize>()
}

/// The Hangul right after a byte.
pub(super) fn hangul_after(text: &str, at: usize) -> &str {
    let after = text[at..].chars().take(LONGEST_WORD);
    let length: usize = after
        .take_while(|c| is_hangul(*c))
        .map(char::len_utf8)
        .sum();
    &text[at..at + length]
}

/// The Hangul right before a byte.
pub(super) fn hangul_before(text: &str, at: usize) -> &str {
    let before = text[..at].chars().rev().take(LONGEST_WORD);
    let length: usize = before
        .take_while(|c| is_hangul(*c))
        .map(char::len_utf8)
        .sum();
    &text[at - length..at]
}

/// Syllables, and the letters that decomposed ones are made of.
fn is_hangul(c: char) -> bool {
    matches!(c, '가'..='힣' | '\u{1100}'..='\u{11FF}')
}

/// The part of a sentence around a span that fits on a line, of whole words if
/// they are not too long. The span must be in the sentence.
pub(super) fn passage(text: &str, sentence: &Range<usize>, span: &Range<usize>) -> Range<usize> {
    let word = word(text, span);
    let word = word.start.max(sentence.start)..word.end.min(sentence.end);
    let before = &text[sentence.start..word.start];
    let after = &text[word.end..sentence.end];
    let room = PASSAGE.saturating_sub(cells(&text[word.clone()]));
    // What one side does not need, the other may have.
    let wanted = cells(&after[..fitting(after, room)]);
    let left = fitting_back(before, room - wanted.min(room / 2));
    let used = cells(&before[before.len() - left..]);
    let right = fitting(after, room.saturating_sub(used));
    let left = before[before.len() - left..].trim_start().len();
    let right = after[..right].trim_end().len();
    word.start - left..word.end + right
}

/// How many bytes of a text fit into some cells, cut where a word ends.
fn fitting(text: &str, room: usize) -> usize {
    let end = cut(text.graphemes(true), room);
    let Some(next) = text[end..].chars().next() else {
        return end;
    };
    match text[..end].rfind(char::is_whitespace) {
        Some(space) if !next.is_whitespace() => space,
        _ => end,
    }
}

/// The same from the end of the text.
fn fitting_back(text: &str, room: usize) -> usize {
    let length = cut(text.graphemes(true).rev(), room);
    let start = text.len() - length;
    if start == 0 || text[..start].ends_with(char::is_whitespace) {
        return length;
    }
    match text[start..].find(char::is_whitespace) {
        Some(space) => length - space,
        None => length,
    }
}

fn cut<'a>(characters: impl Iterator<Item = &'a str>, room: usize) -> usize {
    let (mut used, mut length) = (0, 0);
    for character in characters {
        used += cells(character);
        if used > room {
            break;
        }
        length += character.len();
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(text: &str, name: &str) -> (String, String) {
        let start = text.find(name).unwrap();
        let span = start..start + name.len();
        let passage = passage(text, &(0..text.len()), &span);
        (
            text[word(text, &span)].to_owned(),
            text[passage].trim().to_owned(),
        )
    }

    #[test]
    fn words_and_passages() {
        let text = "새로 나온 애플리케이션을 썼다.";
        assert_eq!(
            around(text, "애플"),
            ("애플리케이션을".to_owned(), text.to_owned())
        );
        let long = format!(
            "{}끝의 핵심 인풋에서 {}",
            "앞말 ".repeat(40),
            "뒷말 ".repeat(40)
        );
        let (word, passage) = around(&long, "핵심 인풋");
        assert_eq!(word, "핵심 인풋에서");
        assert!(cells(&passage) <= PASSAGE && cells(&passage) > PASSAGE - 12);
        assert!(
            passage.starts_with("앞말") && passage.ends_with("뒷말"),
            "{passage}"
        );
        let (_, passage) = around(&format!("핵심 인풋 {}", "뒷말 ".repeat(40)), "핵심 인풋");
        assert!(cells(&passage) > PASSAGE - 6);
        let unbroken = format!("{}애플{}", "가".repeat(100), "나".repeat(100));
        let (_, passage) = around(&unbroken, "애플");
        assert!(cells(&passage) <= 2 * 2 * LONGEST_WORD + 4, "{passage}");
    }

    #[test]
    fn hangul_of_both_forms() {
        assert_eq!(hangul_after("AWS에서는, 곧", 3), "에서는");
        assert_eq!(hangul_before("이 거대플라이휠", 10), "거대");
        assert_eq!(hangul_after("A\u{1100}\u{1161} b", 1), "\u{1100}\u{1161}");
        for (run, seen) in [(0, 0), (LONGEST_WORD, LONGEST_WORD), (1_000, LONGEST_WORD)] {
            assert_eq!(hangul_after(&"가".repeat(run), 0), "가".repeat(seen));
        }
    }
}
