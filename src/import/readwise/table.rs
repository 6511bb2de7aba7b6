//! The table that Readwise exports.
//!
//! `Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location
//! Type,Location,Highlighted at,Document tags`; older ones have fewer columns. A note
//! has no id: its book, its place and the time it was made tell it from others.

use super::{book, place};
use crate::import::keys::Keys;
use crate::import::note::{Imported, ImportedNote};
use crate::import::rows::{Row, Rows};
use crate::source::SourceFile;
use std::sync::Arc;

pub(super) fn read(file: &Arc<SourceFile>) -> Imported {
    let mut imported = Imported::default();
    let Some(rows) = Rows::read(file, &["Highlight", "Book Title"], &mut imported) else {
        return imported;
    };
    let mut keys = Keys::default();
    for row in rows.iter() {
        note(&row, &mut keys, &mut imported);
    }
    imported
}

fn note(row: &Row<'_>, keys: &mut Keys, imported: &mut Imported) {
    let (passage, remark) = (row.get("Highlight"), row.get("Note"));
    if passage.is_empty() && remark.is_empty() {
        imported.skip(Some(row.place()), "it has no text");
        return;
    }
    let tags = row.list("Tags");
    if tags.iter().any(|tag| tag == "discard" || tag == ".discard") {
        imported.skip(Some(row.place()), "it is marked as discarded");
        return;
    }
    let about = book(
        row.get("Amazon Book ID"),
        row.get("Book Title"),
        row.get("Book Author"),
    );
    let written = row.get("Highlighted at");
    let moment = imported.moment(written, &row.place());
    let mut note = ImportedNote {
        date: moment.as_ref().map(|moment| moment.date),
        time: moment.and_then(|moment| moment.time),
        passage: passage.to_owned(),
        remark: remark.to_owned(),
        color: Some(row.get("Color").to_owned()).filter(|color| !color.is_empty()),
        tags,
        place: Some(row.place()),
        ..ImportedNote::default()
    };
    let (kind, number) = (row.get("Location Type"), row.get("Location"));
    place(&mut note, kind, number);
    let id = about
        .ids
        .first()
        .map_or("", |id| id.trim_start_matches("readwise:"));
    let key = format!("{id} {kind} {number} {written}");
    let Some(at) = imported.book(about, &row.place()) else {
        return;
    };
    match keys.take(key.trim_end().to_owned(), passage) {
        Some(key) => {
            note.key = key;
            imported.books[at].push(note);
        }
        None => imported.skip(note.place, "it stands there twice"),
    }
}
