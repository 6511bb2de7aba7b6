//! A library → the files of new notes, with everything that the model knows.
//!
//! What [`super::write`] makes of an import is what a reader would write by hand; this
//! is for a library that comes with all its options.

mod book;
mod concept;
mod entry;
mod fields;

use super::NOTES_FOLDER;
use super::edit::quoted;
use super::format::VERSION;
use crate::model::{BookId, Library};

/// A file's name, from the library's folder, and its text.
pub type NewFile = (String, String);

/// The file of a book, in a folder named by its id.
pub fn book_file(library: &Library, book: BookId) -> NewFile {
    let book = library.book(book);
    (
        format!("{NOTES_FOLDER}/{}/book.ron", book.id),
        book::book(book),
    )
}

/// The files of some books' entries, one each, beside their books' files.
pub fn entry_files(library: &Library, book: BookId) -> Vec<NewFile> {
    let folder = format!("{NOTES_FOLDER}/{}/entries", library.book(book).id);
    let entries = library.entries_of(book).map(|id| library.entry(id));
    let file = |entry: &crate::model::Entry| {
        (
            format!("{folder}/{}.ron", entry.id),
            entry::entry(entry, library),
        )
    };
    entries.map(file).collect()
}

/// The file of the vocabulary; none when there is nothing in it.
pub fn vocabulary_file(library: &Library) -> Option<NewFile> {
    let vocabulary = library.vocabulary();
    let concepts = vocabulary.concepts().iter();
    let concepts: Vec<String> = concepts
        .map(|concept| format!("        {},\n", concept::concept(concept, vocabulary)))
        .collect();
    let dismissed = vocabulary.dismissed().iter();
    let dismissed: Vec<String> = dismissed.map(|word| quoted(word)).collect();
    let dismissed = match dismissed.is_empty() {
        true => String::new(),
        false => format!("    dismissed: [{}],\n", dismissed.join(", ")),
    };
    let some = !concepts.is_empty() || !dismissed.is_empty();
    let concepts = concepts.concat();
    let text = format!(
        "Vocabulary(\n    format: {VERSION},\n    concepts: [\n{concepts}    ],\n{dismissed})\n"
    );
    some.then(|| (format!("{NOTES_FOLDER}/concepts.ron"), text))
}

/// The file of the saved queries; none when there are none.
pub fn queries_file(library: &Library) -> Option<NewFile> {
    let queries = library.queries().iter();
    let queries: Vec<String> = queries
        .map(|it| {
            let (name, query) = (quoted(&it.name), quoted(&it.query));
            format!("        Query(name: {name}, query: {query}),\n")
        })
        .collect();
    let text = format!(
        "Library(\n    format: {VERSION},\n    queries: [\n{}    ],\n)\n",
        queries.concat()
    );
    (!queries.is_empty()).then(|| (format!("{NOTES_FOLDER}/library.ron"), text))
}
