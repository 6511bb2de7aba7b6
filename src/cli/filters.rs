//! Options that several commands share, and what they mean in a library.

use super::exit::CliError;
use super::format::{Format, FormatArgs};
use super::naming;
use super::workspace::Opened;
use crate::model::{BookId, ChapterId, EntryId, Library, PageRange};
use crate::query::{ConceptNames, Condition, ConditionError, EntryFilter};
use crate::text::date::parse_date;
use crate::text::pages::parse_pages;
use crate::text::similarity::closest;
use jiff::civil::Date;

/// Which entries a command is about: `--book`, `--chapter`, `--pages`, `--since`,
/// `--until` and `--only`.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct FilterArgs {
    #[command(flatten)]
    pub(super) books: BookArgs,
    /// Only entries on these pages: 353..400
    #[arg(long, help_heading = "Filters", value_name = "PAGES", value_parser = pages)]
    pub(super) pages: Option<PageRange>,
    #[command(flatten)]
    pub(super) dates: DateArgs,
    /// Only entries about these: 'AWS and not 애플'
    #[arg(long, help_heading = "Filters", value_name = "QUERY")]
    pub(super) only: Option<String>,
}

impl FilterArgs {
    /// Whether any filter is set.
    pub(super) fn any(&self) -> bool {
        let books = self.books.book.is_some() || self.books.chapter.is_some();
        books || self.pages.is_some() || self.dates.any() || self.only.is_some()
    }

    /// The book asked for.
    pub(super) fn book(&self, library: &Library) -> Result<Option<BookId>, CliError> {
        self.books.book(library)
    }

    /// What the filters mean in a library.
    pub(super) fn filter(&self, opened: &Opened) -> Result<EntryFilter, CliError> {
        let library = &opened.library;
        let only = self.only.as_deref();
        Ok(EntryFilter {
            book: self.books.book(library)?,
            chapters: self.books.chapters(library)?,
            pages: self.pages,
            since: self.dates.since,
            until: self.dates.until,
            only: only.map(|text| condition(text, library)).transpose()?,
        })
    }

    /// The entries that pass, in reading order.
    pub(super) fn select(&self, opened: &Opened) -> Result<Vec<EntryId>, CliError> {
        let filter = self.filter(opened)?;
        Ok(filter.select(&opened.library, &opened.tagging, &opened.placement))
    }
}

/// Reads the query of `--only`.
fn condition(text: &str, library: &Library) -> Result<Condition, CliError> {
    let names = ConceptNames::of(library);
    Condition::parse(text, &names).map_err(|error| match error {
        ConditionError::Unknown(name) => CliError::usage(
            format!("no concept is called `{name}`"),
            naming::near_names(&names, &name),
        ),
        error => CliError::usage(
            format!("--only {text}: {error}"),
            "write it as 'AWS and not (애플 or \"prime video\")'",
        ),
    })
}

fn pages(text: &str) -> Result<PageRange, String> {
    let joined = text.replace("..", "-");
    parse_pages(&joined)
        .and_then(|(first, last)| PageRange::new(first, last))
        .ok_or_else(|| "write pages as 353, 353..400 or p353-400".to_owned())
}

/// `--book` and `--chapter`.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct BookArgs {
    /// Only this book, by its id
    #[arg(long, help_heading = "Filters", value_name = "BOOK")]
    pub(super) book: Option<String>,
    /// Only these chapters: 9, 9..10, conclusion, 8,10
    #[arg(long, help_heading = "Filters", value_name = "CHAPTERS")]
    pub(super) chapter: Option<String>,
}

impl BookArgs {
    /// The book asked for.
    pub(super) fn book(&self, library: &Library) -> Result<Option<BookId>, CliError> {
        find_book(library, self.book.as_deref())
    }

    /// The chapters asked for, in every book that has them; empty when none
    /// were asked for.
    pub(super) fn chapters(&self, library: &Library) -> Result<Vec<ChapterId>, CliError> {
        let Some(spec) = &self.chapter else {
            return Ok(Vec::new());
        };
        let book = self.book(library)?;
        let books = || {
            let wanted = move |other: &BookId| book.is_none_or(|book| book == *other);
            library.book_ids().filter(wanted)
        };
        let mut chapters = Vec::new();
        for piece in spec.split(',').map(str::trim) {
            let before = chapters.len();
            chapters.extend(books().flat_map(|book| in_book(library, book, piece)));
            if chapters.len() == before {
                return Err(no_chapter(library, piece));
            }
        }
        chapters.sort_unstable();
        chapters.dedup();
        Ok(chapters)
    }
}

/// The book with an id, when one is asked for.
pub(super) fn find_book(library: &Library, id: Option<&str>) -> Result<Option<BookId>, CliError> {
    let Some(id) = id else {
        return Ok(None);
    };
    if let Some(book) = library.find_book(id) {
        return Ok(Some(book));
    }
    let known: Vec<&str> = library
        .books()
        .iter()
        .map(|book| book.id.as_str())
        .collect();
    Err(CliError::usage(
        format!("there is no book `{id}`"),
        did_you_mean(id, &known, "`bookgraph list books` lists them"),
    ))
}

/// Refuses filters and formats beside decisions: these name what they are about,
/// and their answer has one form.
pub(super) fn refuse_beside(
    decisions: &str,
    hint: &str,
    (filters, format): (&FilterArgs, &FormatArgs),
) -> Result<(), CliError> {
    match filters.any() || format.format != Format::Text {
        true => Err(CliError::usage(
            format!("{decisions} go with no filter and no format"),
            hint,
        )),
        false => Ok(()),
    }
}

fn no_chapter(library: &Library, piece: &str) -> CliError {
    if piece.contains("..") {
        return CliError::usage(
            format!("there are no chapters `{piece}`"),
            "a range goes from an earlier chapter to a later one: 9..10",
        );
    }
    let chapters = library
        .books()
        .iter()
        .flat_map(|book| &book.outline.chapters);
    let known: Vec<&str> = chapters.map(|chapter| chapter.id.as_str()).collect();
    CliError::usage(
        format!("there is no chapter `{piece}`"),
        did_you_mean(piece, &known, "`bookgraph list chapters` lists them"),
    )
}

/// A chapter by id, number or title, or a range of them (`9..10`); the book may
/// stand before it, as in lists of several books (`walden/9`).
fn in_book(library: &Library, book: BookId, piece: &str) -> Vec<ChapterId> {
    let outline = &library.book(book).outline;
    let piece = match piece.split_once('/') {
        Some((id, rest)) if id == library.book(book).id => rest,
        _ => piece,
    };
    let range = match piece.split_once("..") {
        Some((first, last)) => outline.find(first).zip(outline.find(last)),
        None => outline.find(piece).map(|chapter| (chapter, chapter)),
    };
    let (first, last) = range.unwrap_or((1, 0));
    (first..=last)
        .map(|index| ChapterId {
            book,
            index: index as u32,
        })
        .collect()
}

/// `--since` and `--until`.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub(super) struct DateArgs {
    /// Only entries of this day or later: 2023-10-20
    #[arg(long, help_heading = "Filters", value_name = "DATE", value_parser = date)]
    pub(super) since: Option<Date>,
    /// Only entries of this day or earlier
    #[arg(long, help_heading = "Filters", value_name = "DATE", value_parser = date)]
    pub(super) until: Option<Date>,
}

impl DateArgs {
    /// Whether any date is asked for.
    pub(super) fn any(self) -> bool {
        self.since.is_some() || self.until.is_some()
    }
}

/// A day, as options take it.
pub(super) fn date(text: &str) -> Result<Date, String> {
    parse_date(text).ok_or_else(|| "write it as 2023-10-20: year, month, day".to_owned())
}

/// The nearest known name, or else where to look.
pub(super) fn did_you_mean(name: &str, known: &[&str], otherwise: &str) -> String {
    match closest(name, known.iter().copied(), 1).first() {
        Some(near) => format!("did you mean `{near}`?"),
        None => otherwise.to_owned(),
    }
}
