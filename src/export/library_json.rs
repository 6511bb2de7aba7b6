//! bookgraph's own JSON.

use super::exported::Exported;
use super::stream::Stream;
use super::{Exporter, Form};
use crate::exchange::{BookShape, ConceptShape, EntryShape, QueryShape, SCHEMA};
use serde::Serialize;
use std::io::{self, Write};

/// Everything that the notes say, in one file; `bookgraph import bookgraph-json` makes
/// the same library of it. An item a line, so that versions can be compared.
pub(super) struct LibraryJson;

impl Exporter for LibraryJson {
    fn name(&self) -> &'static str {
        "bookgraph-json"
    }

    fn about(&self) -> &'static str {
        "Everything the notes say, to be imported again by bookgraph"
    }

    fn ending(&self) -> &'static str {
        "json"
    }

    fn form(&self) -> Form {
        Form::One(write)
    }
}

fn write(exported: &Exported<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut stream = Stream::new(out);
    let library = exported.library;
    let vocabulary = library.vocabulary();
    stream.text(&format!("{{\"schema\":\"{SCHEMA}\""));
    let books = exported.books.iter();
    list(
        &mut stream,
        "books",
        books.map(|&book| BookShape::of(library.book(book))),
    )?;
    // Whole, whichever entries are asked for: concepts name each other.
    let concepts = vocabulary.concepts().iter();
    let concepts = concepts.map(|concept| ConceptShape::of(concept, vocabulary));
    list(&mut stream, "concepts", concepts)?;
    list(&mut stream, "dismissed", vocabulary.dismissed().iter())?;
    list(
        &mut stream,
        "queries",
        library.queries().iter().map(QueryShape::of),
    )?;
    let entries = exported.entries.iter();
    let entries = entries.map(|&id| EntryShape::of(&library.read_entry(id), library));
    list(&mut stream, "entries", entries)?;
    stream.text("}\n");
    stream.finish()
}

/// `"name":[…]` with an item a line.
fn list(
    stream: &mut Stream<'_>,
    name: &str,
    items: impl Iterator<Item = impl Serialize>,
) -> io::Result<()> {
    stream.text(&format!(",\n\"{name}\":["));
    let mut first = true;
    for item in items {
        stream.text(if std::mem::take(&mut first) {
            "\n"
        } else {
            ",\n"
        });
        serde_json::to_writer(&mut *stream, &item)?;
    }
    stream.text(if first { "]" } else { "\n]" });
    Ok(())
}
