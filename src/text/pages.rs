//! Page numbers as people write them: `p432~440`, `353-361쪽`, `p.361–353`.

use unicode_normalization::UnicodeNormalization;

/// The last page a book may have; larger numbers are slips.
pub const LAST_PAGE: u32 = 99_999;

/// Reads a page or a range of pages in any usual spelling.
///
/// The digits may be full-width; `p`, `p.`, `pp.`, `page(s)`, `쪽`, `페이지`
/// and `면` may stand around them; the ends are joined by any dash, tilde or
/// `to`. An abbreviated end as in `361-5` is completed from the start (365).
/// The ends come back as written: `440-432` is `(440, 432)`, for the caller to
/// refuse. `None` when it is not a page or a range.
pub fn parse_pages(text: &str) -> Option<(u32, u32)> {
    let folded: String = text.nfkc().collect::<String>().to_lowercase();
    let mut rest = folded.trim();
    for prefix in ["pages", "page", "pp.", "pp", "p.", "p", "쪽", "페이지"] {
        if let Some(r) = rest.strip_prefix(prefix) {
            rest = r.trim_start();
            break;
        }
    }
    for suffix in ["쪽", "페이지", "면", "pages", "page", "p.", "p"] {
        if let Some(r) = rest.strip_suffix(suffix) {
            rest = r.trim_end();
            break;
        }
    }
    let (first, tail) = number(rest)?;
    let tail = tail
        .trim_start()
        .trim_start_matches(['쪽', 'p'])
        .trim_start();
    if tail.is_empty() {
        return Some((first, first));
    }
    let tail = strip_joiner(tail)?.trim_start();
    let (mut last, end) = number(tail.trim_start_matches(['p', '.']).trim_start())?;
    if !end.is_empty() {
        return None;
    }
    let base = 10_u32.pow(decimal_digits(last));
    if last < first && base <= 100 && base < first {
        let completed = first - first % base + last;
        if completed >= first {
            last = completed;
        }
    }
    Some((first, last))
}

/// A page range found inside a line of text, such as the `(p432~440)` of a
/// title, with the byte range it takes.
///
/// Only numbers that are marked as pages (by `p`, `쪽`, `페이지`, `page`) count.
pub fn find_pages(line: &str) -> Option<((u32, u32), std::ops::Range<usize>)> {
    let mut at = 0;
    while let Some(open) = line[at..].find(['(', '[', '（', '［']) {
        let start = at + open;
        let inside = start + line[start..].chars().next().map_or(1, char::len_utf8);
        let close = inside + line[inside..].find([')', ']', '）', '］'])?;
        let after = close + line[close..].chars().next().map_or(1, char::len_utf8);
        if let Some(pages) = marked_pages(&line[inside..close]) {
            return Some((pages, start..after));
        }
        at = after;
    }
    // Without brackets: a word such as `p12-20` or `353쪽`.
    let mut start = 0;
    for word in line.split_inclusive(char::is_whitespace) {
        let trimmed = word.trim();
        let digits = trimmed.strip_prefix(['p', 'P']).unwrap_or_default();
        let marked = digits
            .trim_start_matches('.')
            .starts_with(|c: char| c.is_ascii_digit())
            || trimmed.ends_with(['쪽', '면'])
            || trimmed.ends_with("페이지");
        let letters = digits.chars().filter(char::is_ascii_alphabetic).count();
        if let Some(pages) = marked_pages(trimmed).filter(|_| marked && letters == 0) {
            return Some((pages, start..start + word.trim_end().len()));
        }
        start += word.len();
    }
    None
}

fn marked_pages(text: &str) -> Option<(u32, u32)> {
    let folded: String = text.nfkc().collect::<String>().to_lowercase();
    let folded = folded.trim();
    let marked = folded.starts_with('p')
        || ["쪽", "페이지", "면", "p", "pages"]
            .iter()
            .any(|mark| folded.ends_with(mark));
    if marked { parse_pages(folded) } else { None }
}

fn strip_joiner(text: &str) -> Option<&str> {
    let joiners = [
        "~", "-", "‐", "‑", "‒", "–", "—", "―", "−", "∼", "〜", "to", "부터", "에서",
    ];
    joiners.iter().find_map(|joiner| text.strip_prefix(joiner))
}

fn number(text: &str) -> Option<(u32, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let value: u32 = text[..end].parse().ok()?;
    (value <= LAST_PAGE).then_some((value, &text[end..]))
}

fn decimal_digits(value: u32) -> u32 {
    value.checked_ilog10().unwrap_or(0) + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_in_every_usual_spelling() {
        for (text, expected) in [
            ("p432~440", Some((432, 440))),
            ("P. 432 ~ 440", Some((432, 440))),
            ("ｐ４３２～４４０", Some((432, 440))),
            ("353-361쪽", Some((353, 361))),
            ("353쪽-361쪽", Some((353, 361))),
            ("p.353–p.361", Some((353, 361))),
            ("pp. 353—361", Some((353, 361))),
            ("pages 353 to 361", Some((353, 361))),
            ("353페이지", Some((353, 353))),
            ("353", Some((353, 353))),
            ("597-98", Some((597, 598))),
            ("361–353", Some((361, 353))),
            ("p.440~432", Some((440, 432))),
            ("", None),
            ("p", None),
            ("about 12", None),
            ("12 14", None),
            ("999999999", None),
        ] {
            assert_eq!(parse_pages(text), expected, "{text}");
        }
    }

    #[test]
    fn pages_inside_a_title() {
        let title = "10/26- 디지털노마드 28일차 (p432~440)";
        let (pages, at) = find_pages(title).unwrap();
        assert_eq!((pages, &title[at]), ((432, 440), "(p432~440)"));
        assert_eq!(
            find_pages("28일차 （４３２～４４０쪽）").unwrap().0,
            (432, 440)
        );
        assert_eq!(find_pages("day 3 p12-20 done").unwrap().0, (12, 20));
        assert_eq!(find_pages("10/26 (2023)"), None);
        for title in ["P2P 대출 이야기", "1080p 영상", "p 어느 쪽도"] {
            assert_eq!(find_pages(title), None, "{title}");
        }
    }
}
