//! Options that several commands share, and what they mean in a library.

use super::exit::CliError;
use super::format::{Format, FormatArgs};
use super::workspace::Opened;
use crate::model::{BookId, ChapterId, EntryId, Library};
use crate::text::date::parse_date;
use crate::text::similarity::closest;
use jiff::civil::Date;

/// `--book` and `--chapter`.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct BookArgs {
    /// Only this book, by its id
    #[arg(long, value_name = "BOOK")]
    pub(super) book: Option<String>,
    /// Only these chapters: 9, 9..10, conclusion, 8,10
    #[arg(long, value_name = "CHAPTERS")]
    pub(super) chapter: Option<String>,
}

impl BookArgs {
    /// The book asked for.
    pub(super) fn book(&self, library: &Library) -> Result<Option<BookId>, CliError> {
        let Some(id) = &self.book else {
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

/// Refuses filters and formats beside decisions: these name what they are about,
/// and their answer has one form.
pub(super) fn refuse_beside(
    decisions: &str,
    hint: &str,
    (books, dates, format): (&BookArgs, &DateArgs, &FormatArgs),
) -> Result<(), CliError> {
    let filters = books.book.is_some() || books.chapter.is_some() || dates.any();
    match filters || format.format != Format::Text {
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

/// A chapter by id, number or title, or a range of them (`9..10`).
fn in_book(library: &Library, book: BookId, piece: &str) -> Vec<ChapterId> {
    let outline = &library.book(book).outline;
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
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) since: Option<Date>,
    /// Only entries of this day or earlier
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) until: Option<Date>,
}

impl DateArgs {
    /// Whether any date is asked for.
    pub(super) fn any(self) -> bool {
        self.since.is_some() || self.until.is_some()
    }

    /// Whether an entry of this day is asked for; one without a day is not,
    /// once any is.
    pub(super) fn pass(self, date: Option<Date>) -> bool {
        let late_enough = |since| date.is_some_and(|date| date >= since);
        let early_enough = |until| date.is_some_and(|date| date <= until);
        self.since.is_none_or(late_enough) && self.until.is_none_or(early_enough)
    }
}

/// The entries that pass both filters, in reading order.
pub(super) fn select(
    opened: &Opened,
    books: &BookArgs,
    dates: DateArgs,
) -> Result<Vec<EntryId>, CliError> {
    let library = &opened.library;
    let book = books.book(library)?;
    let chapters = books.chapters(library)?;
    let in_chapters = |id| {
        let inside = |chapter: &ChapterId| opened.placement.is_in(library, id, *chapter);
        chapters.is_empty() || chapters.iter().any(inside)
    };
    let passes = |&id: &EntryId| {
        let entry = library.entry(id);
        book.is_none_or(|book| entry.book == book) && dates.pass(entry.date) && in_chapters(id)
    };
    Ok(library.entry_ids().filter(passes).collect())
}

fn date(text: &str) -> Result<Date, String> {
    parse_date(text).ok_or_else(|| "write it as 2023-10-20: year, month, day".to_owned())
}

/// The nearest known name, or else where to look.
pub(super) fn did_you_mean(name: &str, known: &[&str], otherwise: &str) -> String {
    match closest(name, known.iter().copied(), 1).first() {
        Some(near) => format!("did you mean `{near}`?"),
        None => otherwise.to_owned(),
    }
}
