//! Sentences: where they start and end.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Splits a text into sentences and gives their byte ranges, trimmed of the
/// white space around them, in order; empty ones are left out.
///
/// The rules are those of Unicode Standard Annex #29, with two additions: a
/// line break ends a sentence only where it leaves an empty line or precedes
/// a list mark, so that hard-wrapped notes stay whole; and a piece without a
/// letter or digit (`..`, a closing quotation mark) belongs to the sentence
/// before it.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    sentences_into(text, &mut ranges);
    ranges
}

/// Like [`sentences`], into an empty list that was used before.
pub fn sentences_into(text: &str, ranges: &mut Vec<Range<usize>>) {
    let mut open = false;
    for (start, piece) in text.split_sentence_bound_indices() {
        let trimmed = piece.trim();
        if !trimmed.is_empty() {
            let from = start + (piece.len() - piece.trim_start().len());
            let to = from + trimmed.len();
            let wordless = !trimmed.contains(char::is_alphanumeric);
            match ranges.last_mut() {
                Some(last) if open || wordless => last.end = to,
                _ => ranges.push(from..to),
            }
        }
        open =
            !trimmed.is_empty() && ends_in_a_soft_line_break(piece, &text[start + piece.len()..]);
    }
}

/// Whether a piece ends only because the line does: no full stop before the
/// break, and the next line goes on with words.
fn ends_in_a_soft_line_break(piece: &str, after: &str) -> bool {
    let breaks = piece[piece.trim_end().len()..].matches('\n').count();
    let full_stop = piece
        .trim_end()
        .trim_end_matches(['"', '\'', '”', '’', ')', ']', '」', '』'])
        .ends_with(['.', '!', '?', '…', '。']);
    let list_or_heading = after
        .trim_start_matches(' ')
        .starts_with(['-', '*', '#', '>', '•', '\n', '\r']);
    breaks == 1 && !full_stop && !list_or_heading
}

/// The sentence (by index) that holds the byte at `offset`, or the one before
/// it; `None` when the text has no sentence.
pub fn sentence_at(ranges: &[Range<usize>], offset: usize) -> Option<usize> {
    ranges
        .partition_point(|range| range.start <= offset)
        .checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|r| &text[r]).collect()
    }

    #[test]
    fn korean_and_english() {
        assert_eq!(
            split("첫 문장이다. 왜 그럴까? ‘둘째’ 문장."),
            ["첫 문장이다.", "왜 그럴까?", "‘둘째’ 문장."]
        );
        assert_eq!(
            split("It cost $3.50 then. It works."),
            ["It cost $3.50 then.", "It works."]
        );
        assert_eq!(
            split("약 3.5배가 늘었다. 그리고 ..\n"),
            ["약 3.5배가 늘었다.", "그리고 .."]
        );
    }

    #[test]
    fn wrapped_lines_and_lists() {
        assert_eq!(
            split("one line that\ngoes on.\nNext"),
            ["one line that\ngoes on.", "Next"]
        );
        assert_eq!(split("제목\n\n본문이다"), ["제목", "본문이다"]);
        assert_eq!(split("할 일\n- 하나\n- 둘"), ["할 일", "- 하나", "- 둘"]);
        assert!(split(" \n").is_empty());
    }

    #[test]
    fn the_sentence_of_an_offset() {
        let text = "하나다. 둘이다.";
        let ranges = sentences(text);
        assert_eq!(sentence_at(&ranges, 0), Some(0));
        assert_eq!(sentence_at(&ranges, text.find('둘').unwrap()), Some(1));
        assert_eq!(sentence_at(&[], 3), None);
    }
}
