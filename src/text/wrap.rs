//! Lines of a width in terminal cells.

use super::width::cells;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Breaks a piece of a text into lines of at most `width` cells, as byte ranges of
/// the text: at spaces, which are left out there, and inside of words that are
/// longer than a line. What is wider than a line by itself has a line by itself.
pub fn wrap(text: &str, piece: Range<usize>, width: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = piece.start;
    let mut used = 0;
    // Where the last word on this line ended, and the next one began.
    let mut space: Option<(usize, usize)> = None;
    for (at, grapheme) in text[piece.clone()].grapheme_indices(true) {
        let at = piece.start + at;
        let end = at + grapheme.len();
        let wide = cells(grapheme);
        if grapheme.chars().all(char::is_whitespace) {
            if at == start {
                start = end;
                continue;
            }
            space = match space {
                Some((word, next)) if next == at => Some((word, end)),
                _ => Some((at, end)),
            };
        } else if used + wide > width && at > start {
            let (word, next) = space.take().unwrap_or((at, at));
            lines.push(start..word);
            start = next;
            used = cells(&text[next..at]);
            // After a word of no width, the rest of the line may be too long still.
            if used + wide > width && at > start {
                lines.push(start..at);
                start = at;
                used = 0;
            }
        }
        used += wide;
    }
    let last = text[start..piece.end].trim_end();
    if !last.is_empty() {
        lines.push(start..start + last.len());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str, width: usize) -> Vec<&str> {
        let lines = wrap(text, 0..text.len(), width);
        lines.into_iter().map(|line| &text[line]).collect()
    }

    #[test]
    fn lines_break_at_spaces_and_in_long_words() {
        assert_eq!(lines("인풋 지표를 잰다", 9), ["인풋", "지표를", "잰다"]);
        assert_eq!(lines("인풋 지표를 잰다", 11), ["인풋 지표를", "잰다"]);
        assert_eq!(lines("가나다라마", 5), ["가나", "다라", "마"]);
        assert_eq!(lines("  a  long-word b ", 5), ["a", "long-", "word", "b"]);
        assert_eq!(lines("e\u{301}e\u{301}e\u{301}", 2).len(), 2);
        assert_eq!(lines("", 5), [""; 0]);
        assert_eq!(lines("\u{301} 한국어", 3), ["\u{301}", "한", "국", "어"]);
        assert_eq!(lines("가나", 1), ["가", "나"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_sticks_out(
            text in "([가-힣]|[a-z]|  ?|\u{301}|\n|한국어|👩‍👩‍👧){0,60}", width in 2_usize..20
        ) {
            let lines = lines(&text, width);
            for line in &lines {
                prop_assert!(cells(line) <= width && !line.is_empty(), "{line:?}");
            }
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }
    }
}
