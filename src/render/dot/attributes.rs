//! Attributes of DOT.

use super::escape::quoted;
use crate::render::theme::FAMILIES;
use crate::text::width::shorten;
use graphviz_rust::dot_structures::{Attribute, Id};

/// Graphviz rejects quoted strings of more than 16,380 bytes without an escape
/// in them.
const LONGEST: usize = 1_000;

/// An attribute whose value is a plain word of DOT.
pub(super) fn plain(name: &str, word: &str) -> Attribute {
    Attribute(Id::Plain(name.to_owned()), Id::Plain(word.to_owned()))
}

/// A number.
pub(super) fn number(name: &str, value: f64) -> Attribute {
    plain(name, &decimals(value))
}

/// An attribute whose value is of numbers and words of ours, whatever its length.
pub(super) fn ours(name: &str, value: &str) -> Attribute {
    Attribute(Id::Plain(name.to_owned()), Id::Escaped(quoted(value)))
}

/// An attribute whose value is any text.
pub(super) fn text(name: &str, value: &str) -> Attribute {
    let value = match value.len() > 4 * LONGEST {
        true => &shorten(value, LONGEST),
        false => value,
    };
    Attribute(Id::Plain(name.to_owned()), Id::Escaped(quoted(value)))
}

/// A number with four decimals at most: sizes are in inches, and a hundredth of
/// one shows.
pub(super) fn decimals(value: f64) -> String {
    let digits = match value.is_finite() {
        true => format!("{value:.4}"),
        false => return "0".to_owned(),
    };
    match digits.trim_end_matches('0').trim_end_matches('.') {
        "-0" => "0".to_owned(),
        short => short.to_owned(),
    }
}

/// The families as Graphviz wants them.
pub(super) fn fonts() -> String {
    format!("{},sans-serif", FAMILIES.join(","))
}
