//! Sentences: where they start and end.

mod bounds;
mod breaks_off;
mod goes_on;

pub use breaks_off::breaks_off;

use super::fold::is_syllable;
use bounds::bounds;
use goes_on::goes_on;
use std::ops::Range;

/// Splits a text into sentences and gives their byte ranges, trimmed of the
/// white space around them, in order; empty ones are left out.
///
/// The rules are those of Unicode Standard Annex #29, with these additions: a
/// line break ends a sentence only where it leaves an empty line or precedes
/// a list mark, so that hard-wrapped notes stay whole; a piece without a
/// letter or digit (`..`, a closing quotation mark) belongs to the sentence
/// before it; and a full stop ends no sentence after an abbreviation (`Dr.`,
/// `p. 12`), an initial (`J. Bezos`), the number of a list or of a date (`1.`,
/// `2023. 10. 26.`), or inside of a quotation with which the sentence goes on
/// (`“왜?”라고 물었다`).
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    sentences_into(text, &mut ranges);
    ranges
}

/// Like [`sentences`], into an empty list that was used before.
pub fn sentences_into(text: &str, ranges: &mut Vec<Range<usize>>) {
    let mut open = false;
    for (start, piece) in pieces(text) {
        let trimmed = piece.trim();
        if !trimmed.is_empty() {
            let from = start + (piece.len() - piece.trim_start().len());
            let to = from + trimmed.len();
            let wordless = !trimmed.contains(|c| is_syllable(c) || c.is_alphanumeric());
            match ranges.last_mut() {
                Some(last) if open || wordless => last.end = to,
                _ => ranges.push(from..to),
            }
        }
        let after = &text[start + piece.len()..];
        let sentence = ranges.last().map_or(start, |last| last.start);
        open = !trimmed.is_empty()
            && (ends_in_a_soft_line_break(piece, after)
                || (!piece.contains('\n') && goes_on(&text[sentence..start + piece.len()], after)));
    }
}

/// The pieces of the annex; those that go on in small Latin letters after a Korean
/// sentence are cut there, as these say nothing about where that ends.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    bounds(text).flat_map(move |Range { mut start, end }| {
        std::iter::from_fn(move || {
            let rest = Some(&text[start..end]).filter(|rest| !rest.is_empty())?;
            let part = &rest[..korean_end(rest).unwrap_or(rest.len())];
            start += part.len();
            Some((start - part.len(), part))
        })
    })
}

/// Where a Korean sentence ends in a piece that goes on in small Latin letters.
fn korean_end(piece: &str) -> Option<usize> {
    let mut stops = memchr::memchr_iter(b'.', piece.as_bytes());
    let end = stops.find(|&at| {
        let before = piece[..at].chars().next_back();
        let mut after = piece[at + 1..].chars();
        before.is_some_and(|c| ('가'..='힣').contains(&c))
            && after.next() == Some(' ')
            && after.next().is_some_and(|c| c.is_ascii_lowercase())
    });
    end.map(|at| at + ". ".len())
}

/// Whether a piece ends only because the line does: no full stop before the
/// break, and the next line goes on with words.
fn ends_in_a_soft_line_break(piece: &str, after: &str) -> bool {
    let body = piece.trim_end();
    if memchr::memchr_iter(b'\n', &piece.as_bytes()[body.len()..]).count() != 1 {
        return false;
    }
    let full_stop = body
        .trim_end_matches(['"', '\'', '”', '’', ')', ']', '」', '』'])
        .ends_with(['.', '!', '?', '…', '。']);
    let list_or_heading = after
        .trim_start_matches(' ')
        .starts_with(['-', '*', '#', '>', '•', '\n', '\r']);
    !full_stop && !list_or_heading
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

    /// Each text is cut where `|` stands, and nowhere else.
    #[test]
    fn full_stops_that_end_no_sentence() {
        for marked in [
            "Dr. Smith met Mr. Jones.| They spoke.",
            "See p. 12 and pp. 30.| Then go on.",
            "J. R. R. Tolkien wrote it.| So did George W. Bush.",
            "They sold it in the U.S. Army shop.| It was in the U.S.| The shop closed.",
            "Some, e.g. Amazon, i.e. the shop vs. Apple.| No. 1 is no. 2 here.",
            "\"Why?\" she asked.| “Work hard. Have fun.” is the rule.| Good.",
            "\"I came.| I saw.\"| He left.",
            "He said “come. go. stay” and left.| I didn’t.| We’re ‘here’.",
            "“왜 그럴까?”라고 물었다.| ‘고객이 먼저다.’라는 말이다.| 끝.",
            "그는 “가라. 오지 마라.” 라고 했다.| 그래서 갔다.",
            "\"먼저다.\"라는 말과 \"다음이다. 끝이다.\"라는 말.| 둘이다.",
            "1. 첫째가 있다.| 2. 둘째가 있다.",
            "2023. 10. 26. 읽었다.| 값은 3.5배였다.",
            "버전 2.0이 나왔다.| p. 12에 있다.| 끝났다.|그리고 ..",
            "그가 물었다.| “가자.| 지금.”| 그랬다.",
            "원칙(고객이 먼저다. 돈은 다음이다.)을 세웠다.| 좋다.",
            "A lone “quote.| Goes nowhere.| 여는 “따옴표만.| 있다.",
        ] {
            let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
            assert_eq!(split(&marked.replace('|', "")), expected);
        }
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
