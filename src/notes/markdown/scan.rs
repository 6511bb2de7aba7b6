//! What stands in Markdown for other programs and is no text: comments, and properties in
//! lines of their own.

use super::properties::Said;
use std::borrow::Cow;
use std::ops::Range;

/// A text without these things, of the same length, and what they said.
#[derive(Debug)]
pub(super) struct Scan<'a> {
    /// Spaces, or [`FILLER`] within a line, stand where they stood.
    pub(super) text: Cow<'a, str>,
    /// `key:: value` in a line of its own: keys, and values with their places.
    pub(super) inline: Vec<(String, Said)>,
}

/// What stands in the place of a comment: a character that no text has and Markdown takes
/// for a letter, so that the words around it are where they were.
pub(super) const FILLER: char = '\u{1}';

/// The mark of a callout ends within so many characters.
const FARTHEST: usize = 120;

/// Keys that Logseq writes for itself.
const FOR_MACHINES: [&str; 13] = [
    "id",
    "collapsed",
    "ls-type",
    "hl-page",
    "hl-color",
    "hl-type",
    "hl-stamp",
    "file",
    "file-path",
    "heading",
    "created-at",
    "updated-at",
    "public",
];

/// Scans a text; `is_ours` tells the keys whose values are no text.
pub(super) fn scan<'a>(text: &'a str, is_ours: &dyn Fn(&str) -> bool) -> Scan<'a> {
    let bytes = text.as_bytes();
    let find = |what: &str| memchr::memmem::find(bytes, what.as_bytes()).is_some();
    let (comments, properties) = (find("%%"), find("::"));
    let mut scan = Scan {
        text: Cow::Borrowed(text),
        inline: Vec::new(),
    };
    if !(comments || properties) {
        return scan;
    }
    let mut blank: Vec<(Range<usize>, char)> = Vec::new();
    let mut open_comment: Option<usize> = None;
    let mut fence: Option<&str> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let body = line.trim_start_matches([' ', '\t', '>', '-', '*']);
        if open_comment.is_none() && is_fence(body, &mut fence) {
            continue;
        }
        if properties && open_comment.is_none() {
            let indent = line.len() - line.trim_start_matches([' ', '\t', '-', '*']).len();
            if let Some((key, value)) = property(&line[indent..]) {
                let machine = FOR_MACHINES.contains(&key.to_lowercase().as_str());
                if machine || is_ours(key) {
                    let value_at = start + indent + line[indent..].find("::").unwrap_or(0) + 2;
                    let value_at =
                        value_at + text[value_at..at].len() - text[value_at..at].trim_start().len();
                    scan.inline.push((
                        key.to_owned(),
                        Said {
                            text: value.to_owned(),
                            span: value_at..value_at + value.len(),
                        },
                    ));
                    blank.push((start..start + line.trim_end().len(), ' '));
                    continue;
                }
            }
        }
        if comments {
            for (mark, _) in line.match_indices("%%") {
                match open_comment.take() {
                    Some(open) => blank.push((open..start + mark + 2, FILLER)),
                    None => open_comment = Some(start + mark),
                }
            }
        }
    }
    if !blank.is_empty() {
        scan.text = Cow::Owned(blanked(text, &blank));
    }
    scan
}

/// Whether a line belongs to code between fences.
fn is_fence<'a>(body: &'a str, fence: &mut Option<&'a str>) -> bool {
    let mark = ["```", "~~~"]
        .into_iter()
        .find(|mark| body.starts_with(mark));
    match (*fence, mark) {
        (None, Some(mark)) => *fence = Some(mark),
        (Some(open), Some(mark))
            if open == mark && body.trim_end().chars().all(|c| mark.contains(c)) =>
        {
            *fence = None;
        }
        (Some(_), _) => {}
        (None, None) => return false,
    }
    true
}

/// `key:: value`, the key a word.
fn property(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once("::")?;
    let word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let is_key = !key.is_empty() && key.len() <= 64 && key.chars().all(word);
    (is_key && value.starts_with([' ', '\n', '\r', '\t'])).then(|| (key, value.trim()))
}

/// The kind of a callout that a quote is, `quote` of `> [!quote]- …`, and the length of
/// its mark.
pub(super) fn callout(quote: &str) -> Option<(&str, usize)> {
    let near = quote
        .char_indices()
        .nth(FARTHEST)
        .map_or(quote.len(), |(at, _)| at);
    let line = quote[..near]
        .lines()
        .next()?
        .trim_start_matches([' ', '\t', '>']);
    let inside = line.strip_prefix("[!")?;
    let end = inside.find(']')?;
    let kind = inside[..end].split('|').next().unwrap_or_default();
    let fold = inside[end + 1..].starts_with(['-', '+']);
    Some((kind, end + 3 + usize::from(fold)))
}

fn blanked(text: &str, ranges: &[(Range<usize>, char)]) -> String {
    let mut result = String::with_capacity(text.len());
    let mut ranges = ranges.to_vec();
    ranges.sort_by_key(|(range, _)| range.start);
    let mut at = 0;
    for (range, filler) in ranges {
        if range.start < at {
            continue;
        }
        result.push_str(&text[at..range.start]);
        for c in text[range.clone()].chars() {
            match c {
                '\n' | '\r' => result.push(c),
                _ => result.extend(std::iter::repeat_n(filler, c.len_utf8())),
            }
        }
        at = range.end;
    }
    result.push_str(&text[at..]);
    result
}

#[cfg(test)]
mod tests {
    use super::{FILLER, callout, scan};

    #[test]
    fn what_is_no_text_leaves_its_room() {
        let ours = |key: &str| key == "tags";
        for (text, left, said) in [
            ("가 %%비밀%% 나", "가 .......... 나", vec![]),
            ("가 %% 열림", "가 %% 열림", vec![]),
            ("%%a\nb%%\nc", "...\n...\nc", vec![]),
            ("tags:: a, b\n글", "           \n글", vec![("tags", "a, b")]),
            (
                "- 글\n  id:: 1-2\n",
                "- 글\n          \n",
                vec![("id", "1-2")],
            ),
            ("결론:: 중요하다", "결론:: 중요하다", vec![]),
            (
                "```\n%%a%%\ntags:: x\n```\n",
                "```\n%%a%%\ntags:: x\n```\n",
                vec![],
            ),
        ] {
            let scan = scan(text, &ours);
            assert_eq!(scan.text.replace(FILLER, "."), left);
            let found: Vec<_> = scan
                .inline
                .iter()
                .map(|(k, v)| (k.as_str(), v.text.as_str()))
                .collect();
            assert_eq!(found, said);
            for (_, value) in &scan.inline {
                assert_eq!(text[value.span.clone()], value.text);
            }
        }
        assert_eq!(callout("> [!quote]- x"), Some(("quote", 9)));
        assert_eq!(callout("> x"), None);
    }
}
