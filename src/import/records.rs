//! The records of a JSON file, each read on its own, so that one that is wrong does
//! not hide the others.

use super::note::Imported;
use crate::source::{Place, SourceFile};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::sync::Arc;

const HINT: &str = "export the file again, or put it right; it is read anew at the next import";

/// Reads a whole file; what is wrong with it is reported.
pub(super) fn whole<'a, T: Deserialize<'a>>(
    file: &'a Arc<SourceFile>,
    imported: &mut Imported,
) -> Option<T> {
    serde_json::from_str(&file.text)
        .map_err(|error| {
            fault(
                file,
                0,
                &file.text,
                &error,
                "nothing was imported",
                imported,
            );
        })
        .ok()
}

/// Reads a record of a file; what is wrong with it is reported, with its place.
pub(super) fn record<'a, T: Deserialize<'a>>(
    file: &Arc<SourceFile>,
    raw: &'a RawValue,
    imported: &mut Imported,
) -> Option<T> {
    let at = place(file, raw).span.start;
    serde_json::from_str(raw.get())
        .map_err(|error| {
            fault(
                file,
                at,
                raw.get(),
                &error,
                "this record was not imported",
                imported,
            );
        })
        .ok()
}

/// Where a record stands: it is a piece of the file's text.
pub(super) fn place(file: &Arc<SourceFile>, raw: &RawValue) -> Place {
    let raw = raw.get();
    let start = (raw.as_ptr() as usize).saturating_sub(file.text.as_ptr() as usize);
    let line = raw.find('\n').unwrap_or(raw.len());
    Place::new(file, start..start + line)
}

fn fault(
    file: &Arc<SourceFile>,
    start: usize,
    piece: &str,
    error: &serde_json::Error,
    label: &str,
    imported: &mut Imported,
) {
    let before = piece
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1));
    let line: usize = before.map(str::len).sum();
    let at = start + line + error.column().saturating_sub(1);
    // The place is said by the place.
    let message = error.to_string();
    let message = message
        .rsplit_once(" at line")
        .map_or(message.as_str(), |(said, _)| said);
    imported.report(
        Place::new(file, at..at),
        format!("this is not as expected: {message}"),
        label,
        HINT,
    );
}

/// A text or a number as a text; empty for anything else.
pub(super) fn text_of(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::String(text) => text.trim().to_owned(),
        serde_json::Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
