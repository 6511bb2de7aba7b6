//! Which books the notes go to.

use super::ImportArgs;
use crate::cli::exit::CliError;
use crate::import::{self, AssignError, Assigned, ImportedBook, Importer};
use crate::model::Library;
use crate::text::similarity::similarity;
use crate::text::slug::{is_id, slug};

/// An id this much like a book's is taken for a slip.
const ALIKE: f64 = 0.75;

/// Says for each book of the source where its notes go.
pub(super) fn assign(
    args: &ImportArgs,
    library: &Library,
    importer: &dyn Importer,
    books: Vec<ImportedBook>,
) -> Result<Vec<Assigned>, CliError> {
    if let (Some(id), [_]) = (&args.book, books.as_slice())
        && library.find_book(id).is_none()
    {
        if !is_id(id) {
            return Err(bad_id(id));
        }
        refuse_slips(library, id)?;
    }
    if books.is_empty() {
        return Ok(Vec::new());
    }
    let wanted = args.book.as_deref();
    let assigned = import::assign(library, importer.name(), books, wanted);
    assigned.map_err(|error| match error {
        AssignError::Untitled => CliError::usage(
            "the source does not say which book these notes are about",
            "name it: --book working-backwards",
        ),
        AssignError::Several(title, ids) => CliError::usage(
            format!("`{title}` may be any of the books {}", ids.join(", ")),
            "name the one that is meant with --book, and import each book of the file alone",
        ),
        AssignError::NotThere(titles) => CliError::usage(
            format!(
                "no book of the source is called `{}`",
                wanted.unwrap_or_default()
            ),
            format!("it has: {}", titles.join("; ")),
        ),
    })
}

pub(super) fn bad_id(id: &str) -> CliError {
    CliError::usage(
        format!("`{id}` cannot be the id of a book"),
        "an id has letters, digits, `-`, `_` and `.`: --book working-backwards",
    )
}

/// A new book is not made for what looks like a slip in the name of one that
/// is there, or its title.
fn refuse_slips(library: &Library, id: &str) -> Result<(), CliError> {
    let meant = library.books().iter().find(|book| {
        let titles = book.title.iter().any(|(_, title)| slug(title) == slug(id));
        titles || similarity(&book.id, id) >= ALIKE
    });
    match meant {
        Some(book) => Err(CliError::usage(
            format!("there is no book `{id}`; did you mean `{}`?", book.id),
            format!("if it is another book, `bookgraph init --book TITLE --id {id}` makes it"),
        )),
        None => Ok(()),
    }
}
