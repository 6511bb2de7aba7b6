//! How wide a text is: in terminal cells, and in ems on a map.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Width in terminal cells; a Hangul syllable takes two.
pub fn cells(text: &str) -> usize {
    text.width()
}

/// Pads a text with spaces on the right to a width in terminal cells.
pub fn pad(text: &str, width: usize) -> String {
    let missing = width.saturating_sub(cells(text));
    format!("{text}{}", " ".repeat(missing))
}

/// Cuts a text to at most `width` terminal cells, the last of them `…`.
pub fn shorten(text: &str, width: usize) -> String {
    if cells(text) <= width {
        return text.to_owned();
    }
    let mut short = String::new();
    let mut used = 0;
    for c in text.chars() {
        let next = c.width().unwrap_or(0);
        if used + next > width.saturating_sub(1) {
            break;
        }
        used += next;
        short.push(c);
    }
    format!("{}…", short.trim_end())
}

/// Wraps a label for a map: at spaces or after `·` and `/`, into lines of at
/// most `width` cells; a single longer word stays whole.
pub fn wrap_label(label: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in break_points(label) {
        match lines.last_mut() {
            Some(line) if cells(line) + cells(piece.trim_end()) <= width => line.push_str(piece),
            _ => lines.push(piece.to_owned()),
        }
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines.retain(|line| !line.is_empty());
    lines
}

fn break_points(label: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, c) in label.char_indices() {
        if matches!(c, ' ' | '·' | '/') {
            pieces.push(&label[start..at + c.len_utf8()]);
            start = at + c.len_utf8();
        }
    }
    pieces.push(&label[start..]);
    pieces
}

/// Width in ems of the font size: a Hangul syllable .94, a space .28, Latin
/// letters and digits by class around .55. These are upper bounds over the
/// common Korean faces (Noto Sans KR, NanumGothic), so that a box drawn with
/// them holds its text in each of them.
pub fn ems(text: &str) -> f64 {
    text.chars().map(char_ems).sum()
}

fn char_ems(c: char) -> f64 {
    match c {
        ' ' => 0.28,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '·' => 0.30,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' => 0.40,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.92,
        'A'..='Z' | '&' => 0.68,
        c if c.is_ascii() => 0.57,
        c if c.width() == Some(2) => 0.94,
        c if c.width() == Some(0) => 0.0,
        _ => 0.62,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_padding_and_cutting() {
        assert_eq!(cells("인풋 지표"), 9);
        assert_eq!(pad("가", 4), "가  ");
        assert_eq!(shorten("인풋 지표", 9), "인풋 지표");
        assert_eq!(shorten("인풋 지표", 8), "인풋 지…");
        assert_eq!(shorten("인풋 지표", 6), "인풋…");
    }

    #[test]
    fn labels_wrap_at_spaces_and_never_inside_a_word() {
        assert_eq!(
            wrap_label("고객 경험에 대한 집착", 14),
            ["고객 경험에", "대한 집착"]
        );
        assert_eq!(wrap_label("가격·구색·편의성", 14), ["가격·구색·", "편의성"]);
        assert_eq!(
            wrap_label("지구최고의고용주되기", 14),
            ["지구최고의고용주되기"]
        );
        assert_eq!(wrap_label("PR/FAQ", 14), ["PR/FAQ"]);
    }
}
