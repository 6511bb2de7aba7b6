//! Texts in DOT, so that they show as they are and nothing else happens.

/// A text as a quoted string of DOT that shows exactly that text.
///
/// Backslashes and quotation marks are escaped; `&` becomes `&amp;`, as
/// Graphviz reads entities in labels; control characters and non-characters,
/// which no XML may hold, become U+FFFD; carriage returns are dropped.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars().filter_map(printable) {
        match c {
            '\\' => quoted.push_str("\\\\"),
            '"' => quoted.push_str("\\\""),
            '\n' => quoted.push_str("\\n"),
            '&' => quoted.push_str("&amp;"),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// A text inside an HTML-like label.
pub(super) fn markup(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars().filter_map(printable) {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // `\N` is the node's name here too.
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

/// What may stand in XML in place of a character; nothing for a carriage
/// return.
fn printable(c: char) -> Option<char> {
    match c {
        '\r' => None,
        '\t' => Some(' '),
        '\n' => Some('\n'),
        // A text that turns the words after it around.
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some('\u{FFFD}'),
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}' => Some('\u{FFFD}'),
        c => Some(c),
    }
}

/// A text inside the quoted string of a background.
pub(super) struct BackgroundText {
    /// How it is written.
    pub(super) written: String,
    /// How many bytes it has when it is read.
    pub(super) bytes: usize,
}

/// A text inside the quoted string of a background, where nothing but `\"` is
/// read as something else: a backslash becomes `＼`, since one before a
/// quotation mark cannot be written.
pub(super) fn background(text: &str) -> BackgroundText {
    let shown: String = text
        .chars()
        .filter_map(printable)
        .map(|c| match c {
            '\n' => ' ',
            '\\' => '＼',
            c => c,
        })
        .collect();
    BackgroundText {
        bytes: shown.len(),
        written: shown.replace('"', "\\\""),
    }
}
