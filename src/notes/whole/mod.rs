//! A library → the files of new notes, with everything that the model knows.
//!
//! What [`super::write`] makes of an import is what a reader would write by hand; this
//! is for a library that comes with all its options.

mod book;
mod concept;
mod entry;
mod fields;

pub(super) use concept::aliases_by_language;
pub(super) use fields::{Fields, local};

use super::NOTES_FOLDER;
use super::edit::quoted;
use super::format::VERSION;
use crate::model::{BookId, EntryId, Library};

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

/// The file of an entry, in a folder of its book, or else in one named by the book's id.
pub fn entry_file(library: &Library, entry: EntryId, folder: Option<&str>) -> NewFile {
    let entry = library.entry(entry);
    let folder = match folder {
        Some(folder) => folder.to_owned(),
        None => format!("{NOTES_FOLDER}/{}", library.book(entry.book).id),
    };
    let name = format!("{folder}/entries/{}.ron", entry.id);
    (name, entry::entry(entry, library))
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
