//! Options that several commands share, and what they mean in a library.

use super::exit::CliError;
use super::format::{Format, FormatArgs};
use super::groundwork::concept_groups;
use super::workspace::Opened;
use crate::model::{BookId, ChapterId, ConceptId, EntryId, Library, PageRange};
use crate::query::{self, ConceptNames, Condition, EntryFilter, Scope};
use crate::text::date::parse_date;
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
    /// Only entries that answer this query: 'AWS -애플'
    #[arg(
        long,
        help_heading = "Filters",
        value_name = "QUERY",
        allow_hyphen_values = true
    )]
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
        let book = self.books.book(library)?;
        let only = self.only.as_deref();
        Ok(EntryFilter {
            book,
            chapters: self.books.chapters(library)?,
            pages: self.pages,
            since: self.dates.since,
            until: self.dates.until,
            only: only
                .map(|query| condition(opened, book, query))
                .transpose()?,
        })
    }

    /// The entries that pass, in reading order.
    pub(super) fn select(&self, opened: &Opened) -> Result<Vec<EntryId>, CliError> {
        let filter = self.filter(opened)?;
        Ok(filter.select(&opened.library, &opened.tagging, &opened.placement))
    }
}

/// Reads a query in which every name must be known.
fn condition(opened: &Opened, book: Option<BookId>, query: &str) -> Result<Condition, CliError> {
    let names = ConceptNames::of(&opened.library);
    let scope = Scope::new(&opened.library, &names);
    let groups = groups(opened, book, scope, query);
    let scope = Scope {
        groups: groups.as_deref(),
        ..scope
    };
    Ok(scope.condition(query)?)
}

/// The groups of the concepts, when a query asks for one: finding them takes a while.
pub(super) fn groups(
    opened: &Opened,
    book: Option<BookId>,
    scope: Scope<'_>,
    query: &str,
) -> Option<Vec<Vec<ConceptId>>> {
    let asked = scope.needs_groups(query);
    asked.then(|| concept_groups(opened, book))
}

fn pages(text: &str) -> Result<PageRange, String> {
    query::pages(text).map_err(|wrong| wrong.hint)
}

/// `--book` and `--chapter`.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct BookArgs {
    /// Only this book, by its id or words of its title
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
        Ok(query::chapters(library, book, spec)?)
    }
}

/// The book with an id, when one is asked for.
pub(super) fn find_book(library: &Library, id: Option<&str>) -> Result<Option<BookId>, CliError> {
    Ok(id.map(|id| query::book(library, id)).transpose()?)
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

/// `--since` and `--until`.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub(super) struct DateArgs {
    /// Only entries from this day, month or year on: 2023-10-20, 2023-10
    #[arg(long, help_heading = "Filters", value_name = "DATE", value_parser = since)]
    pub(super) since: Option<Date>,
    /// Only entries up to this day, month or year
    #[arg(long, help_heading = "Filters", value_name = "DATE", value_parser = until)]
    pub(super) until: Option<Date>,
}

impl DateArgs {
    /// Whether any date is asked for.
    pub(super) fn any(self) -> bool {
        self.since.is_some() || self.until.is_some()
    }
}

/// The first day of a time.
fn since(text: &str) -> Result<Date, String> {
    period(text).map(|(first, _)| first)
}

/// The last day of a time.
fn until(text: &str) -> Result<Date, String> {
    period(text).map(|(_, last)| last)
}

fn period(text: &str) -> Result<(Date, Date), String> {
    query::period(text)
        .ok_or_else(|| "write it as 2023-10-20 (year, month, day), 2023-10 or 2023".to_owned())
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
