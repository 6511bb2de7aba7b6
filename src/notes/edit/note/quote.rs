//! Texts as YAML takes them for texts.

use crate::notes::edit::render::escaped;

/// Words that YAML takes for something else.
const OTHERS: [&str; 7] = ["null", "true", "false", "yes", "no", "on", "off"];

/// An id or a name: bare, or in quotation marks where it could be something else.
pub(super) fn quoted(name: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let safe = name.starts_with(char::is_alphabetic)
        && name.chars().all(plain)
        && !OTHERS.contains(&name.to_lowercase().as_str());
    match safe {
        true => name.to_owned(),
        false => quoted_whole(name),
    }
}

/// A text in quotation marks, on one line.
pub(super) fn quoted_whole(text: &str) -> String {
    escaped(text, |code| format!("\\u{code:04x}"))
}

/// A line of words as the value of a property: as it is where YAML reads it so.
pub(super) fn words(text: &str) -> String {
    let bare = text.starts_with(char::is_alphabetic)
        && text.trim() == text
        && !text.ends_with(':')
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.contains(char::is_control)
        && !OTHERS.contains(&text.to_lowercase().as_str());
    match bare {
        true => text.to_owned(),
        false => quoted_whole(text),
    }
}
