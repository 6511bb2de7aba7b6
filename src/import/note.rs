//! What an importer gives: books with notes, and what became of the rest.

use super::book_shelf::BookShelf;
use super::moment::{self, Moment};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Edition, PageRange, Source, Voice};
use crate::source::Place;
use jiff::civil::Date;

/// The notes of so many books are imported at once.
const BOOK_LIMIT: usize = 20_000;

/// What a file gave.
#[derive(Debug, Default)]
pub struct Imported {
    /// The books, each with its notes, in the order of the file.
    pub books: Vec<ImportedBook>,
    /// Records that are no note, or part of another one.
    pub skipped: Vec<Skipped>,
    /// What was not understood.
    pub diagnostics: Vec<Diagnostic>,
    /// Which books there are.
    shelf: BookShelf,
    /// Whether there were more than can be.
    is_full: bool,
}

/// A record that became no entry of its own, and that is as it should be.
#[derive(Clone, Debug)]
pub struct Skipped {
    /// Where it stands.
    pub place: Option<Place>,
    /// Why, in words that are the same for all of the kind.
    pub why: String,
}

/// A book as its source knows it.
#[derive(Clone, Debug, Default)]
pub struct ImportedBook {
    /// What the source knows it by: `readwise:B00INIXPYE`.
    pub ids: Vec<String>,
    /// The title; `None` when the source does not tell what its notes are about.
    pub title: Option<String>,
    /// The authors.
    pub authors: Vec<String>,
    /// The edition.
    pub edition: Edition,
    /// The notes, in the order of the source.
    pub notes: Vec<ImportedNote>,
}

/// A note as it stands at its source.
#[derive(Clone, Debug, Default)]
pub struct ImportedNote {
    /// What the source knows it by; stays the same when its text changes.
    pub key: String,
    /// The title at the source.
    pub source_title: Option<String>,
    /// The title without the date and the pages that stand in it; `None` for a
    /// note that goes by its first words.
    pub title: Option<String>,
    /// The day it was written.
    pub date: Option<Date>,
    /// The day and the time, as they stand there.
    pub time: Option<String>,
    /// The day of reading, counted by the reader.
    pub day: Option<u32>,
    /// The pages read.
    pub pages: Option<PageRange>,
    /// The passage of the book; empty when there is none.
    pub passage: String,
    /// The reader's own words; empty when there are none.
    pub remark: String,
    /// The source shows only the beginning of the text.
    pub truncated: bool,
    /// The chapter's name.
    pub chapter: Option<String>,
    /// The place in the book, where pages don't say it: `loc. 364`.
    pub location: Option<String>,
    /// The color of the mark.
    pub color: Option<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// The address it can be read at.
    pub url: Option<String>,
    /// Where it stands in the file.
    pub place: Option<Place>,
}

impl ImportedNote {
    /// The text of its entry, and who speaks in it.
    pub fn text(&self) -> (String, Voice) {
        Voice::join(&self.passage, &self.remark)
    }

    /// A fingerprint of what the source says.
    pub fn digest(&self) -> String {
        Source::digest_of(self.source_title.as_deref(), &self.text().0)
    }
}

impl ImportedBook {
    /// Adds a note. Many books have one.
    pub(super) fn push(&mut self, note: ImportedNote) {
        if self.notes.is_empty() {
            self.notes.reserve_exact(1);
        }
        self.notes.push(note);
    }
}

impl Imported {
    /// Adds notes to the book they are about.
    pub(super) fn add(&mut self, book: ImportedBook) {
        match self.shelf.find(&book, &self.books) {
            Some(known) => self.books[known].notes.extend(book.notes),
            None => {
                let place = book.notes.iter().find_map(|note| note.place.clone());
                self.put(book, place);
            }
        }
    }

    /// Puts a new book down, if it is not one too many; says so of the first that is.
    fn put(&mut self, book: ImportedBook, place: Option<Place>) -> Option<usize> {
        if self.books.len() >= BOOK_LIMIT {
            if !std::mem::replace(&mut self.is_full, true) {
                let message = format!("there are notes on more than {BOOK_LIMIT} books");
                let problem = match place {
                    Some(place) => Diagnostic::at(Code::TooMany, place, message),
                    None => Diagnostic::of_file(Code::TooMany, "the file", message),
                };
                let problem = problem.label("this book and those below were not imported");
                self.diagnostics.push(problem.hint("split the file"));
            }
            return None;
        }
        self.shelf.put(&book, self.books.len());
        self.books.push(book);
        Some(self.books.len() - 1)
    }

    /// The index of a book, which is added when it is new; `None` for one too many.
    pub(super) fn book(&mut self, book: ImportedBook, place: &Place) -> Option<usize> {
        let known = self.shelf.find(&book, &self.books);
        known.or_else(|| self.put(book, Some(place.clone())))
    }

    /// Takes in what another file gave.
    pub fn merge(&mut self, other: Self) {
        for book in other.books {
            self.add(book);
        }
        self.skipped.extend(other.skipped);
        self.diagnostics.extend(other.diagnostics);
    }

    pub(super) fn skip(&mut self, place: Option<Place>, why: impl Into<String>) {
        self.skipped.push(Skipped {
            place,
            why: why.into(),
        });
    }

    /// Reads when a note was made; what is there and not understood is reported.
    pub(super) fn moment(&mut self, written: &str, place: &Place) -> Option<Moment> {
        let moment = moment::read(written);
        if moment.is_none() && !written.trim().is_empty() {
            self.report(
                place.clone(),
                format!("`{written}` is not understood as a date"),
                "imported without a date",
                "write it into the entry's file: date: \"2024-01-31\"",
            );
        }
        moment
    }

    /// Reports what was not understood.
    pub(super) fn report(
        &mut self,
        place: Place,
        message: impl Into<String>,
        label: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let problem = Diagnostic::at(Code::NotUnderstood, place, message);
        self.diagnostics.push(problem.label(label).hint(hint));
    }
}
