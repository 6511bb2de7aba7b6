//! Texts as YAML takes them for texts.

/// An id or a name: bare, or in quotation marks where it could be something else.
pub(super) fn quoted(name: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let words = ["null", "true", "false", "yes", "no", "on", "off"];
    let safe = name.starts_with(char::is_alphabetic)
        && name.chars().all(plain)
        && !words.contains(&name.to_lowercase().as_str());
    match safe {
        true => name.to_owned(),
        false => quoted_whole(name),
    }
}

/// A text in quotation marks, on one line.
pub(super) fn quoted_whole(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04x}", c as u32)),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// A line of words as the value of a property: as it is where YAML reads it so.
pub(super) fn words(text: &str) -> String {
    let words = ["null", "true", "false", "yes", "no", "on", "off"];
    let bare = text.starts_with(char::is_alphabetic)
        && text.trim() == text
        && !text.ends_with(':')
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.contains(char::is_control)
        && !words.contains(&text.to_lowercase().as_str());
    match bare {
        true => text.to_owned(),
        false => quoted_whole(text),
    }
}
