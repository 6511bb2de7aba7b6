//! A new entry of a book that has no file: a Markdown note beside its others.

use crate::model::{BookId, Library};
use crate::notes::edit::{EntryField, note_file};

/// Whether the notes of a book are Markdown, and nothing else is known of it.
pub(super) fn is_for(library: &Library, book: BookId) -> bool {
    library.book(book).file.is_empty()
}

/// The file and the text of a note with these fields.
pub(super) fn of(
    library: &Library,
    book: BookId,
    id: &str,
    fields: &[EntryField],
) -> (String, String) {
    let last = library.entries_of(book).last();
    let last = last.map(|entry| library.entry(entry).file.as_str());
    let folder = last
        .and_then(|file| file.rsplit_once('/'))
        .map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let titles = library.book(book).title.iter();
    let title = titles.map(|(_, title)| title).next();
    // Of several books it is said which.
    let named = title.filter(|_| library.book_count() > 1);
    (format!("{folder}{id}.md"), note_file(named, fields))
}
