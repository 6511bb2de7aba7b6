//! Readwise: the table that it exports, and what its API answers.

mod api;
mod table;

use super::detect::{Confidence, Detection, Look};
use super::importer::{Importer, Input, Options};
use super::note::{Imported, ImportedBook, ImportedNote};
use crate::model::PageRange;

/// The importer of Readwise's exports.
#[derive(Debug)]
pub struct Readwise;

/// The heads that every version of the table has.
const HEADS: [&str; 4] = ["Highlight", "Book Title", "Note", "Location Type"];

impl Importer for Readwise {
    fn name(&self) -> &'static str {
        "readwise"
    }

    fn about(&self) -> &'static str {
        "what Readwise exports: CSV, or JSON of its API"
    }

    fn detect(&self, look: &Look<'_>) -> Option<Detection> {
        let json = look.is_json_with(&["user_book_id", "highlights"]);
        let api = Detection::when(
            json,
            Confidence::Certain,
            "JSON with user_book_id and highlights",
        );
        let table = look.has_columns(&HEADS);
        api.or(Detection::when(
            table,
            Confidence::Certain,
            "a table with the columns Highlight, Book Title, Note and Location Type",
        ))
    }

    fn read(&self, input: &Input<'_>, _: &Options) -> Imported {
        match input.file.text.trim_start().starts_with(['{', '[']) {
            true => api::read(input.file),
            false => table::read(input.file),
        }
    }
}

/// A note at a place: Readwise has pages, locations, or an order.
fn place(note: &mut ImportedNote, kind: &str, number: &str) {
    let number = number.trim();
    if number.is_empty() || number == "0" {
        return;
    }
    match (kind, number.parse::<u32>()) {
        ("page", Ok(page)) => note.pages = PageRange::new(page, page),
        ("location", _) => note.location = Some(format!("loc. {number}")),
        ("page", Err(_)) => note.location = Some(format!("p. {number}")),
        // An order or a time says nothing about the book.
        _ => {}
    }
}

/// A book by its id at Amazon, or else by its title.
fn book(asin: &str, title: &str, author: &str) -> ImportedBook {
    let id = if asin.trim().is_empty() { title } else { asin };
    ImportedBook {
        ids: vec![format!("readwise:{}", id.trim())],
        title: Some(title.trim().to_owned()).filter(|title| !title.is_empty()),
        authors: authors(author),
        ..ImportedBook::default()
    }
}

/// Names between semicolons; a comma may stand inside of one: `King, Jr.`.
fn authors(names: &str) -> Vec<String> {
    let names = names.split(';').map(|name| name.trim().to_owned());
    names.filter(|name| !name.is_empty()).collect()
}
