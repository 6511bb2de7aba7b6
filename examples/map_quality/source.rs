//! What graphs are made of: a library, or a book of the Stanford GraphBase.

use crate::graphbase::{self, Book};
use crate::links::Text;
use bookgraph::model::Library;
use bookgraph::notes;
use bookgraph::tag::Tagging;
use std::path::Path;

/// Something that was read, with a short name.
pub(crate) enum Source {
    /// Who meets whom.
    Book(String, Book),
    /// Notes, about one book at least.
    Library(String, Box<Library>),
}

impl Source {
    /// Reads a file `*.dat`, or the folder of a library.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        if path.extension().is_some_and(|extension| extension == "dat") {
            let book = graphbase::read(path).map_err(|error| error.to_string())?;
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            return Ok(Self::Book(name.into_owned(), book));
        }
        let inner = path.join("notes");
        let folder = if inner.is_dir() { &inner } else { path };
        let library = notes::read(folder).library;
        match library.books().first() {
            Some(book) => Ok(Self::Library(book.id.clone(), Box::new(library))),
            None => Err(format!("there is no library in {}", path.display())),
        }
    }

    /// What stands in each window of each chapter, for the measure of links.
    pub(crate) fn text(&self) -> Text {
        match self {
            Self::Book(_, book) => Text::of_book(book),
            Self::Library(name, library) => Text::of_library(name, library, &Tagging::of(library)),
        }
    }
}
