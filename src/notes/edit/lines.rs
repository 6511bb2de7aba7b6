//! Lines, white space and comments around a place in a RON text.

use crate::notes::syntax::lookalike;

/// The indentation of one level, where a file does not show it.
const UNIT: &str = "    ";

/// Where the line of a place starts.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |at| at + 1)
}

/// The spaces and tabs at the start of the line of a place.
pub(super) fn indentation(text: &str, at: usize) -> &str {
    let line = &text[line_start(text, at)..];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// Whether nothing but white space stands before a place on its line.
pub(super) fn is_first(text: &str, at: usize) -> bool {
    text[line_start(text, at)..at].trim().is_empty()
}

/// The line break in use around a place.
pub(super) fn line_break(text: &str, at: usize) -> &'static str {
    let before = text[..at].rfind('\n');
    let near = before.or_else(|| text[at..].find('\n').map(|found| at + found));
    match near {
        Some(near) if text[..near].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// The indentation of one level: that of the first line that has any.
pub(super) fn unit(text: &str) -> &str {
    let mut indented = text.lines().filter(|line| line.starts_with([' ', '\t']));
    match indented.next() {
        Some(line) => indentation(line, 0),
        None => UNIT,
    }
}

/// Where the next character stands that is neither white space nor in a
/// comment.
pub(super) fn skip(text: &str, at: usize) -> usize {
    let mut at = at;
    loop {
        let rest = &text[at..];
        let length = comment(rest).unwrap_or_else(|| blank(rest));
        if length == 0 {
            return at;
        }
        at += length;
    }
}

/// The end of a line on which nothing follows but white space and comments;
/// a comment of several lines is part of it. `None` when something follows.
pub(super) fn rest_of_line(text: &str, at: usize) -> Option<usize> {
    let mut at = at;
    loop {
        let rest = &text[at..];
        if rest.is_empty() || rest.starts_with('\n') || rest.starts_with("\r\n") {
            return Some(at);
        }
        let length = comment(rest).unwrap_or_else(|| blank(rest).min(first(rest)));
        if length == 0 {
            return None;
        }
        at += length;
    }
}

/// The end of the comments between these marks that follow on the same line,
/// and whether a comment to the end of the line follows them.
pub(super) fn remarks(text: &str, at: usize) -> (usize, bool) {
    let mut end = at;
    let mut next = at;
    loop {
        let rest = &text[next..];
        if rest.starts_with("/*") {
            next += comment(rest).unwrap_or(0);
            end = next;
        } else if rest.starts_with([' ', '\t']) {
            next += 1;
        } else {
            return (end, rest.starts_with("//"));
        }
    }
}

/// The length of the comment that a text starts with; the line break after it
/// is not part of it.
fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        let line = &text[..text.find('\n').unwrap_or(text.len())];
        return Some(line.trim_end_matches('\r').len());
    }
    if !text.starts_with("/*") {
        return None;
    }
    let mut depth = 0;
    let mut at = 0;
    while at < text.len() {
        let bytes = &text.as_bytes()[at..];
        if bytes.starts_with(b"/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if bytes.starts_with(b"*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return Some(at);
            }
        } else {
            at += 1;
        }
    }
    Some(text.len())
}

/// The length of the white space that a text starts with, look-alikes of a
/// space among it.
fn blank(text: &str) -> usize {
    let is_blank = |c: char| c.is_ascii_whitespace() || lookalike::meant(c) == Some(' ');
    text.len() - text.trim_start_matches(is_blank).len()
}

/// The length of the first character.
fn first(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}
