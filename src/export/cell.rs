//! Cells of CSV.

use super::record::Value;
use std::borrow::Cow;

/// The cell, with an apostrophe before what a spreadsheet would take for a formula, as
/// OWASP advises; full-width signs are read as signs where Korean is typed.
pub(super) fn guarded(cell: &str) -> Cow<'_, str> {
    let formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    match cell.starts_with(formula) {
        true => Cow::Owned(format!("'{cell}")),
        false => Cow::Borrowed(cell),
    }
}

/// A value as a cell; texts stand behind one another with `between`.
pub(super) fn cell<'v>(value: &Value<'v>, between: &str) -> Cow<'v, str> {
    match value {
        Value::Text(text) => Cow::Borrowed(text),
        Value::Texts(texts) => Cow::Owned(texts.join(between)),
        Value::Integer(number) => Cow::Owned(number.to_string()),
        Value::Number(number) => Cow::Owned(number.to_string()),
        Value::Date(date) => Cow::Owned(date.to_string()),
    }
}
