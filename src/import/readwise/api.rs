//! What Readwise's API answers at `export`: books with their highlights.

use super::{book, place};
use crate::import::keys::or_mark;
use crate::import::note::{Imported, ImportedNote};
use crate::import::records::{self, text_of};
use crate::source::SourceFile;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use std::sync::Arc;

/// An answer: a page of books.
#[derive(Deserialize)]
struct Page<'a> {
    #[serde(borrow)]
    results: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct Book<'a> {
    user_book_id: Value,
    title: Option<String>,
    author: Option<String>,
    asin: Option<String>,
    #[serde(default, borrow)]
    highlights: Vec<&'a RawValue>,
    document_note: Option<String>,
}

#[derive(Deserialize)]
struct Highlight {
    id: Value,
    text: Option<String>,
    note: Option<String>,
    #[serde(default)]
    location: Value,
    location_type: Option<String>,
    highlighted_at: Option<String>,
    url: Option<String>,
    color: Option<String>,
    #[serde(default)]
    tags: Vec<Value>,
    #[serde(default)]
    is_discard: bool,
    #[serde(default)]
    is_deleted: bool,
}

pub(super) fn read(file: &Arc<SourceFile>) -> Imported {
    let mut imported = Imported::default();
    let books = match file.text.trim_start().starts_with('[') {
        true => records::whole::<Vec<&RawValue>>(file, &mut imported),
        false => records::whole::<Page<'_>>(file, &mut imported).map(|page| page.results),
    };
    for raw in books.unwrap_or_default() {
        if let Some(of) = records::record::<Book<'_>>(file, raw, &mut imported) {
            read_book(file, raw, &of, &mut imported);
        }
    }
    imported
}

fn read_book(file: &Arc<SourceFile>, raw: &RawValue, of: &Book<'_>, imported: &mut Imported) {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut about = book(&text(&of.asin), &text(&of.title), &text(&of.author));
    let id = text_of(&of.user_book_id);
    about.ids.push(format!("readwise:book {id}"));
    let remark = text(&of.document_note);
    if !remark.trim().is_empty() {
        about.notes.push(ImportedNote {
            key: format!("book {id}"),
            remark: remark.trim().to_owned(),
            place: Some(records::place(file, raw)),
            ..ImportedNote::default()
        });
    }
    for raw in &of.highlights {
        let at = records::place(file, raw);
        let Some(highlight) = records::record::<Highlight>(file, raw, imported) else {
            continue;
        };
        if highlight.is_deleted || highlight.is_discard {
            imported.skip(Some(at), "it is marked as discarded");
            continue;
        }
        let mut note = note(&highlight, imported, &at);
        note.place = Some(at.clone());
        match note.passage.is_empty() && note.remark.is_empty() {
            true => imported.skip(Some(at), "it has no text"),
            false => about.notes.push(note),
        }
    }
    imported.add(about);
}

fn note(highlight: &Highlight, imported: &mut Imported, at: &crate::source::Place) -> ImportedNote {
    let written = highlight.highlighted_at.as_deref().unwrap_or_default();
    let moment = imported.moment(written, at);
    let trimmed = |text: &Option<String>| text.as_deref().unwrap_or_default().trim().to_owned();
    let mut note = ImportedNote {
        key: or_mark(
            text_of(&highlight.id),
            highlight.text.as_deref().unwrap_or_default(),
        ),
        date: moment.as_ref().map(|moment| moment.date),
        time: moment.and_then(|moment| moment.time),
        passage: trimmed(&highlight.text),
        remark: trimmed(&highlight.note),
        color: highlight.color.clone().filter(|color| !color.is_empty()),
        tags: highlight
            .tags
            .iter()
            .map(tag)
            .filter(|tag| !tag.is_empty())
            .collect(),
        url: highlight.url.clone().filter(|url| !url.is_empty()),
        ..ImportedNote::default()
    };
    let kind = highlight.location_type.as_deref().unwrap_or_default();
    place(&mut note, kind, &text_of(&highlight.location));
    note
}

/// A tag is a name, or an object that has one.
fn tag(tag: &Value) -> String {
    tag.get("name").map_or_else(|| text_of(tag), text_of)
}
