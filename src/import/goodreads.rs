//! Goodreads: the table of one's books, with reviews.

use super::detect::{Confidence, Detection, Look};
use super::html;
use super::importer::{Importer, Input, Options};
use super::note::{Imported, ImportedBook, ImportedNote};
use super::rows::{Row, Rows};
use crate::model::Edition;

/// The importer of Goodreads' library export.
#[derive(Debug)]
pub struct Goodreads;

/// Heads that every version of the table has.
const HEADS: [&str; 5] = ["Book Id", "Title", "Author", "My Rating", "Exclusive Shelf"];

impl Importer for Goodreads {
    fn name(&self) -> &'static str {
        "goodreads"
    }

    fn about(&self) -> &'static str {
        "the books of a Goodreads account, with reviews (CSV)"
    }

    fn detect(&self, look: &Look<'_>) -> Option<Detection> {
        Detection::when(
            look.has_columns(&HEADS),
            Confidence::Certain,
            "a table with the columns Book Id, My Rating and Exclusive Shelf",
        )
    }

    fn read(&self, input: &Input<'_>, _: &Options) -> Imported {
        let mut imported = Imported::default();
        let Some(rows) = Rows::read(input.file, &["Book Id", "Title"], &mut imported) else {
            return imported;
        };
        for row in rows.iter() {
            if row.get("Title").is_empty() {
                imported.report(
                    row.place(),
                    "this book has no title",
                    "not imported",
                    "write it into the column Title, and import again",
                );
            } else if row.get("Exclusive Shelf") == "to-read" {
                imported.skip(Some(row.place()), "it is still to be read");
            } else {
                let book = book(&row, &mut imported);
                imported.add(book);
            }
        }
        imported
    }
}

fn book(row: &Row<'_>, imported: &mut Imported) -> ImportedBook {
    let id = row.get("Book Id");
    let more = row.list("Additional Authors");
    let authors = std::iter::once(row.get("Author").to_owned()).chain(more);
    let isbn = [row.get("ISBN13"), row.get("ISBN")].map(unwrapped);
    let mut book = ImportedBook {
        ids: vec![format!("goodreads:{id}")],
        title: Some(without_series(row.get("Title")).to_owned()),
        authors: authors.filter(|name| !name.is_empty()).collect(),
        edition: Edition {
            publisher: Some(row.get("Publisher").to_owned()).filter(|name| !name.is_empty()),
            pages: row.get("Number of Pages").parse().ok(),
            isbn: isbn.into_iter().find(|isbn| !isbn.is_empty()),
            ..Edition::default()
        },
        notes: Vec::new(),
    };
    for (column, what) in [("My Review", "review"), ("Private Notes", "private notes")] {
        let remark = html::text(row.get(column));
        if !remark.is_empty() {
            book.notes
                .push(note(row, format!("{id} {what}"), remark, imported));
        }
    }
    book
}

fn note(row: &Row<'_>, key: String, remark: String, imported: &mut Imported) -> ImportedNote {
    let written = [row.get("Date Read"), row.get("Date Added")];
    let written = written
        .into_iter()
        .find(|date| !date.is_empty())
        .unwrap_or_default();
    let place = row.place();
    let moment = imported.moment(written, &place);
    let rating = row.get("My Rating");
    let mut tags = row.list("Bookshelves");
    if !matches!(rating, "" | "0") {
        tags.push(format!("rating {rating}"));
    }
    ImportedNote {
        key,
        date: moment.map(|moment| moment.date),
        remark,
        tags,
        place: Some(place),
        ..ImportedNote::default()
    }
}

/// `="9780374159122"`, as it is written for spreadsheets.
fn unwrapped(isbn: &str) -> String {
    let digit = |c: &char| c.is_ascii_digit() || matches!(c, 'X' | 'x');
    isbn.chars().filter(digit).collect()
}

/// `Dune (Dune, #1)` without the series.
fn without_series(title: &str) -> &str {
    let inside = title.strip_suffix(')').and_then(|inside| inside.rfind('('));
    match inside {
        Some(at) if title[at..].contains('#') => title[..at].trim_end(),
        _ => title,
    }
}
