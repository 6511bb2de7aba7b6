//! Plain text in Markdown, and values in YAML.

use super::stream::{Escape, REPLACEMENT, Stream, plain, position};

/// Text in double quotes, which YAML reads as JSON does; what YAML takes for not
/// printable is written by its number.
const YAML: Escape = Escape {
    next: |bytes| {
        position(bytes, |byte| {
            let read = (byte == b'"') | (byte == b'\\') | (byte == 0x7F) | (byte < b' ');
            read | (byte == 0xC2) | (byte == 0xE2) | (byte == 0xEF)
        })
    },
    write: |c, out| match c {
        '"' => out.extend_from_slice(b"\\\""),
        '\\' => out.extend_from_slice(b"\\\\"),
        '\n' => out.extend_from_slice(b"\\n"),
        '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}' => number(c, out),
        c if c.is_control() => number(c, out),
        c => plain(c, out),
    },
};

fn number(c: char, out: &mut Vec<u8>) {
    out.extend_from_slice(format!("\\u{:04x}", c as u32).as_bytes());
}

/// A text as a value of YAML.
pub(super) fn yaml(stream: &mut Stream<'_>, text: &str) {
    stream.text("\"");
    stream.escaped(text, &YAML);
    stream.text("\"");
}

/// `name: "text"` on a line.
pub(super) fn yaml_line(stream: &mut Stream<'_>, name: &str, text: &str) {
    stream.text(name);
    stream.text(": ");
    yaml(stream, text);
    stream.text("\n");
}

/// `name:` and a text a line, where there are any.
pub(super) fn yaml_list(stream: &mut Stream<'_>, name: &str, texts: &[impl AsRef<str>]) {
    if texts.is_empty() {
        return;
    }
    stream.text(name);
    stream.text(":\n");
    for text in texts {
        stream.text("  - ");
        yaml(stream, text.as_ref());
        stream.text("\n");
    }
}

/// A text that shows as it is written: what would be HTML, a link, a tag, a comment, a
/// property, a rule or a heading gets a backslash. `before` stands before every line
/// but the first.
pub(super) fn plain_text(stream: &mut Stream<'_>, text: &str, before: &str) {
    let text = text.trim_end();
    for (at, line) in text.lines().enumerate() {
        if at > 0 {
            stream.text("\n");
            stream.text(before);
        }
        stream.text(&shown(line));
    }
    stream.text("\n");
}

/// A line that shows as it is written.
pub(super) fn shown(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let rule = ["---", "***", "___", "===", "```", "~~~"];
    if rule.iter().any(|rule| line.trim_start().starts_with(rule)) {
        text.push('\\');
    }
    let mut before = ' ';
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        let special = match c {
            '<' | '\\' => true,
            '#' => !before.is_alphanumeric(),
            '[' | '{' | '(' | '%' | '$' => next == c || (c == '[' && before == '!'),
            ':' => next == ':',
            '^' => before.is_whitespace(),
            _ => false,
        };
        if special {
            text.push('\\');
        }
        text.push(match c {
            c if c.is_control() && c != '\t' => REPLACEMENT,
            c => c,
        });
        before = c;
    }
    text
}

/// A concept's id as a tag: letters, digits, `-` and `_`, and not digits alone.
pub(super) fn tag(id: &str) -> String {
    let tag: String = id.chars().map(|c| if c == '.' { '-' } else { c }).collect();
    match tag.chars().all(|c| c.is_ascii_digit()) {
        true => format!("c-{tag}"),
        false => tag,
    }
}
