//! Which book of the library the notes of a source's book go to.

use super::likeness::{isbn, same_title};
use crate::import::note::ImportedBook;
use crate::model::{Book, BookId, Library};
use crate::text::fold;
use crate::text::slug::slug;
use std::collections::HashMap;

/// The book that notes go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// One that the library has.
    Known(BookId),
    /// One that is to be made, with this id.
    New(String),
}

/// Why notes go to a book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The reader named it.
    Asked,
    /// It has the source's id.
    SourceId,
    /// Notes of this source are in it.
    Entries,
    /// It has the same ISBN.
    Isbn,
    /// It has the same title.
    Title,
    /// No book of the library fits.
    NoneFits,
}

/// Notes, and the book they go to.
#[derive(Clone, Debug)]
pub struct Assigned {
    /// The book as its source knows it, with its notes.
    pub book: ImportedBook,
    /// Where they go.
    pub target: Target,
    /// Why.
    pub reason: Reason,
}

/// Why it cannot be said where notes go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AssignError {
    /// The source does not say which book the notes are about.
    Untitled,
    /// Several books of the library fit: their ids.
    Several(String, Vec<String>),
    /// The source has these books, and none is called as was asked.
    NotThere(Vec<String>),
}

/// Says for each book of a source where its notes go. With a name, only one is taken:
/// the only book of the source goes to the book with this id; of several, the one that
/// is called so.
///
/// # Errors
///
/// When a book cannot be told.
pub fn assign(
    library: &Library,
    importer: &str,
    books: Vec<ImportedBook>,
    wanted: Option<&str>,
) -> Result<Vec<Assigned>, AssignError> {
    let of_key = books_by_key(library, importer);
    let mut taken: Vec<String> = Vec::new();
    let Some(wanted) = wanted else {
        let assigned = books
            .into_iter()
            .map(|book| fit(library, &of_key, book, &mut taken));
        return Ok(together(assigned.collect::<Result<_, _>>()?));
    };
    if let [_] = books.as_slice() {
        return Ok(books
            .into_iter()
            .map(|book| asked(library, wanted, book))
            .collect());
    }
    let titles = books.iter().filter_map(|book| book.title.clone()).collect();
    let mut chosen = Vec::new();
    for book in books {
        let called = book
            .title
            .as_deref()
            .is_some_and(|title| is_called(title, wanted));
        let fitting = fit(library, &of_key, book, &mut taken)?;
        let known = matches!(fitting.target, Target::Known(id) if library.book(id).id == wanted);
        if called || known {
            chosen.push(fitting);
        }
    }
    match (chosen.len(), library.find_book(wanted)) {
        (0, _) => Err(AssignError::NotThere(titles)),
        (1, Some(_)) => {
            let chosen = chosen.into_iter();
            Ok(chosen.map(|it| asked(library, wanted, it.book)).collect())
        }
        _ => Ok(together(chosen)),
    }
}

/// Notes that go to one book, together.
fn together(all: Vec<Assigned>) -> Vec<Assigned> {
    let mut merged: Vec<Assigned> = Vec::new();
    for assigned in all {
        match merged
            .iter_mut()
            .find(|known| known.target == assigned.target)
        {
            Some(known) => known.book.notes.extend(assigned.book.notes),
            None => merged.push(assigned),
        }
    }
    merged
}

fn asked(library: &Library, wanted: &str, book: ImportedBook) -> Assigned {
    Assigned {
        book,
        target: match library.find_book(wanted) {
            Some(id) => Target::Known(id),
            None => Target::New(wanted.to_owned()),
        },
        reason: Reason::Asked,
    }
}

/// Whether a title is meant by a name: all of it, or its beginning.
fn is_called(title: &str, wanted: &str) -> bool {
    let (title, wanted) = (fold::key(title), fold::key(wanted));
    !wanted.is_empty() && title.starts_with(&wanted)
}

/// In which book each key of this importer is.
fn books_by_key<'a>(library: &'a Library, importer: &str) -> HashMap<&'a str, BookId> {
    let sources = library.entries().filter_map(|entry| {
        let source = entry.source.as_ref()?;
        (source.kind == importer).then_some((source.key.as_str(), entry.book))
    });
    sources.collect()
}

fn fit(
    library: &Library,
    of_key: &HashMap<&str, BookId>,
    book: ImportedBook,
    taken: &mut Vec<String>,
) -> Result<Assigned, AssignError> {
    let keyed = book
        .notes
        .iter()
        .find_map(|note| of_key.get(note.key.as_str()));
    let by_id = one(library, &book, |known| {
        known.sources.iter().any(|id| book.ids.contains(id))
    })?;
    let wanted = book.edition.isbn.as_deref().and_then(isbn);
    let by_isbn = || {
        one(library, &book, |known| {
            wanted.is_some() && known.edition.isbn.as_deref().and_then(isbn) == wanted
        })
    };
    let found = match (by_id, keyed) {
        (Some(id), _) => Some((id, Reason::SourceId)),
        (None, Some(&id)) => Some((id, Reason::Entries)),
        (None, None) => match by_isbn()? {
            Some(id) => Some((id, Reason::Isbn)),
            None => {
                one(library, &book, |known| same_title(known, &book))?.map(|id| (id, Reason::Title))
            }
        },
    };
    let (target, reason) = match found {
        Some((id, reason)) => (Target::Known(id), reason),
        None => {
            let title = book.title.as_deref().ok_or(AssignError::Untitled)?;
            (
                Target::New(free_id(library, title, taken)),
                Reason::NoneFits,
            )
        }
    };
    Ok(Assigned {
        book,
        target,
        reason,
    })
}

/// The only book of the library of which something is true.
fn one(
    library: &Library,
    book: &ImportedBook,
    is: impl Fn(&Book) -> bool,
) -> Result<Option<BookId>, AssignError> {
    let fitting: Vec<BookId> = library
        .book_ids()
        .filter(|&id| is(library.book(id)))
        .collect();
    match fitting.as_slice() {
        [] => Ok(None),
        [one] => Ok(Some(*one)),
        several => Err(AssignError::Several(
            book.title.clone().unwrap_or_default(),
            several
                .iter()
                .map(|&id| library.book(id).id.clone())
                .collect(),
        )),
    }
}

/// An id for a new book: its title before the first colon or bracket, all of the title
/// when that is taken, or else numbered.
fn free_id(library: &Library, title: &str, taken: &mut Vec<String>) -> String {
    let short = title.split([':', '(', '（', '[']).next().unwrap_or(title);
    let stem = [short, title]
        .map(slug)
        .into_iter()
        .find(|id| !id.is_empty());
    let stem = stem.unwrap_or_else(|| "book".to_owned());
    let numbered = (2_u32..).map(|number| format!("{stem}-{number}"));
    let all = [stem.clone(), slug(title)].into_iter().chain(numbered);
    let free =
        |id: &String| !id.is_empty() && library.find_book(id).is_none() && !taken.contains(id);
    let id = all.into_iter().find(free).unwrap_or(stem.clone());
    taken.push(id.clone());
    id
}
