//! `My Clippings.txt`, which a Kindle appends to: five lines each, in the language
//! of the device.
//!
//! ```text
//! The Effective Manager (Horstman, Mark)
//! - Your Highlight on page ix | location 247-248 | Added on Sunday, 18 February 2018 22:30:47
//!
//! It's about getting the most out of your direct reports,
//! ==========
//! ```
//!
//! It is read by its structure: bars, numbers, digits of a date. What a clipping is
//! takes a known word; without one it is reported, not guessed.

use super::block::{Block, blocks};
use super::merge::{Clipping, Mark, marks};
use super::words::Kind;
use crate::import::detect::{Confidence, Detection, Look};
use crate::import::importer::{Importer, Input, Options};
use crate::import::keys::Keys;
use crate::import::note::{Imported, ImportedBook, ImportedNote};
use std::collections::HashMap;

/// The importer of `My Clippings.txt`.
#[derive(Debug)]
pub struct KindleClippings;

impl Importer for KindleClippings {
    fn name(&self) -> &'static str {
        "kindle-clippings"
    }

    fn about(&self) -> &'static str {
        "a Kindle's file of clippings, in any language (My Clippings.txt)"
    }

    fn detect(&self, look: &Look<'_>) -> Option<Detection> {
        let separators = look.text().matches("\n==========").count();
        let described = look
            .text()
            .lines()
            .any(|line| line.trim_start().starts_with("- ") && line.contains('|'));
        Detection::when(
            separators > 0 && described,
            Confidence::Certain,
            format!("{separators} clippings between lines of ten equals signs"),
        )
    }

    fn read(&self, input: &Input<'_>, _: &Options) -> Imported {
        let mut imported = Imported::default();
        let mut books: Vec<(ImportedBook, Vec<Clipping>)> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        for block in blocks(input.file) {
            let Some(clipping) = clipping(&block, &mut imported) else {
                continue;
            };
            let (title, author) = block.book();
            let id = format!("kindle-clippings:{}", block.heading);
            match known.get(&id) {
                Some(&book) => books[book].1.push(clipping),
                None => {
                    known.insert(id.clone(), books.len());
                    let book = ImportedBook {
                        ids: vec![id],
                        title: Some(title.to_owned()),
                        authors: author.map(authors).unwrap_or_default(),
                        ..ImportedBook::default()
                    };
                    books.push((book, vec![clipping]));
                }
            }
        }
        if books.is_empty() && imported.skipped.is_empty() && imported.diagnostics.is_empty() {
            imported.report(
                crate::source::Place::new(input.file, 0..0),
                "there are no clippings in this file",
                "nothing was imported",
                "each has a title, a line with its place and date, an empty line, its text, and ten equals signs",
            );
        }
        for (mut book, clippings) in books {
            let mut keys = Keys::default();
            for mark in marks(clippings) {
                book.notes
                    .extend(note(&book, mark, &mut keys, &mut imported));
            }
            imported.add(book);
        }
        imported
    }
}

/// `Horstman, Mark; Drucker, Peter` as two names.
fn authors(names: &str) -> Vec<String> {
    names
        .split(';')
        .map(|name| name.trim().to_owned())
        .collect()
}

/// A clipping that is a highlight or a note; says of any other why it is none.
fn clipping(block: &Block<'_>, imported: &mut Imported) -> Option<Clipping> {
    let place = block.place.clone();
    if !block.is_described() {
        imported.report(
            place,
            "a line with the place and the date should stand here",
            "this clipping was not imported",
            "it begins with a dash and has bars between its parts: - Your Highlight on page 12 | Added on …",
        );
        return None;
    }
    let Some(kind) = block.kind() else {
        imported.report(
            place,
            "whether this is a highlight, a note or a bookmark cannot be told",
            "this clipping was not imported",
            "put the English word for it (Highlight, Note, Bookmark) into this line, and import again",
        );
        return None;
    };
    if block
        .body
        .starts_with("<You have reached the clipping limit")
    {
        imported.skip(
            Some(place),
            "the publisher's limit for clippings was reached, so that its text is not there",
        );
        return None;
    }
    match (kind, block.body.is_empty()) {
        (Kind::Bookmark, _) => {
            imported.skip(Some(place), "it is a bookmark");
            return None;
        }
        (_, true) => {
            imported.skip(Some(place), "it has no text");
            return None;
        }
        _ => {}
    }
    let moment = block.moment();
    if moment.is_none() {
        imported.report(
            place.clone(),
            "the date of this clipping is not understood",
            "imported without a date",
            "write it into the entry's file: date: \"2024-01-31\"",
        );
    }
    let position = block.position();
    let numbered = |name: &&String| name.contains(|c: char| c.is_ascii_digit());
    // A date that is not understood stands among them, and was reported.
    let unknown = position.names.iter().find(numbered);
    if let Some(name) = unknown.filter(|_| moment.is_some()) {
        imported.report(
            place.clone(),
            format!("whether `{name}` is a page or a location cannot be told"),
            "imported without it",
            "put the English word for it (page, location) into this line, and import again",
        );
    }
    Some(Clipping {
        is_note: kind == Kind::Note,
        position,
        moment,
        text: block.body.clone(),
        place,
    })
}

fn note(
    book: &ImportedBook,
    mark: Mark,
    keys: &mut Keys,
    imported: &mut Imported,
) -> Option<ImportedNote> {
    for (place, why) in mark.parts {
        imported.skip(Some(place), why);
    }
    let first = mark.first;
    let what = if first.is_note { "note" } else { "highlight" };
    let id = book
        .ids
        .first()
        .map_or("", |id| id.trim_start_matches("kindle-clippings:"));
    let key = format!("{id} {what} {}", first.position.key());
    let Some(key) = keys.take(key, &first.text) else {
        imported.skip(Some(first.place), "it stands there twice");
        return None;
    };
    Some(ImportedNote {
        key,
        date: first.moment.as_ref().map(|moment| moment.date),
        time: first.moment.and_then(|moment| moment.time),
        pages: mark.position.pages,
        location: mark.position.shown(),
        passage: mark.passage,
        remark: mark.remark,
        place: Some(first.place),
        ..ImportedNote::default()
    })
}
