//! The fields of an entry, as flags say them.

use super::exit::CliError;
use crate::model::{BookId, ChapterId, Library};
use crate::notes::edit::EntryField;
use crate::query;
use crate::text::date::parse_date;
use crate::text::pages::{LAST_PAGE, parse_pages};
use std::io::Read;

/// What a flag is given for the standard input.
pub(super) const INPUT: &str = "-";

/// Fields that `add` and `edit` set; an empty value takes the field away.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct FieldArgs {
    /// The title
    #[arg(short, long, value_name = "TITLE")]
    pub(super) title: Option<String>,
    /// The day it was written: 2023-10-17
    #[arg(long, value_name = "DATE")]
    pub(super) date: Option<String>,
    /// The day of reading, counted from the first: 19
    #[arg(long, value_name = "N")]
    pub(super) day: Option<String>,
    /// The pages read: 353-361, or 353
    #[arg(long, value_name = "PAGES")]
    pub(super) pages: Option<String>,
    /// The chapters it is about, by number, id, or heading, instead of those that its
    /// pages tell
    #[arg(long, value_name = "CHAPTER", num_args = 1..)]
    pub(super) chapter: Vec<String>,
    /// The text; - reads it from the standard input
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(super) text: Option<String>,
}

impl FieldArgs {
    /// Whether no field is named.
    pub(super) fn is_empty(&self) -> bool {
        let one = [&self.title, &self.date, &self.day, &self.pages, &self.text];
        one.iter().all(|field| field.is_none()) && self.chapter.is_empty()
    }

    /// The same with the text read when it is in the standard input: before a lock is
    /// taken, so that nobody waits for who writes it.
    pub(super) fn with_input(&self) -> Result<Self, CliError> {
        let mut fields = self.clone();
        if self.text.as_deref() == Some(INPUT) {
            fields.text = Some(read_input()?);
        }
        Ok(fields)
    }

    /// The fields with their values.
    pub(super) fn read(
        &self,
        library: &Library,
        book: BookId,
    ) -> Result<Vec<EntryField>, CliError> {
        let mut fields = Vec::new();
        if let Some(title) = &self.title {
            fields.push(EntryField::Title(some(title).map(str::to_owned)));
        }
        if let Some(date) = &self.date {
            let read =
                |text| parse_date(text).ok_or_else(|| wrong("date", text, "--date 2023-10-17"));
            fields.push(EntryField::Date(some(date).map(read).transpose()?));
        }
        if let Some(day) = &self.day {
            let read = |text: &str| {
                let number = text.trim_end_matches("일차").parse();
                number.map_err(|_| wrong("day", text, "--day 19"))
            };
            fields.push(EntryField::Day(some(day).map(read).transpose()?));
        }
        if let Some(pages) = &self.pages {
            fields.push(EntryField::Pages(some(pages).map(read_pages).transpose()?));
        }
        if !self.chapter.is_empty() {
            let chapters = chapters(library, book, &self.chapter)?;
            fields.push(EntryField::Chapters(chapters));
        }
        if let Some(text) = &self.text {
            fields.push(EntryField::Text(text.clone()));
        }
        Ok(fields)
    }
}

/// The chapters that these names stand for, as an entry writes them: by their ids; none for
/// one empty name.
pub(super) fn chapters(
    library: &Library,
    book: BookId,
    names: &[String],
) -> Result<Vec<String>, CliError> {
    let mut found: Vec<ChapterId> = Vec::new();
    for name in names.iter().filter_map(|name| some(name)) {
        found.extend(query::chapters(library, Some(book), name)?);
    }
    found.sort_by_key(|chapter| chapter.index);
    found.dedup();
    let of_notes = library.book(book).file.is_empty();
    let written = |&id: &ChapterId| {
        let chapter = library.chapter(id);
        match chapter.title.iter().next() {
            // Where notes alone name chapters, one without a number is called by its title.
            Some((_, title)) if of_notes && chapter.number.is_none() => title.to_owned(),
            _ => chapter.id.clone(),
        }
    };
    Ok(found.iter().map(written).collect())
}

/// The pages that a text names.
pub(super) fn read_pages(text: &str) -> Result<(u32, u32), CliError> {
    let pages = parse_pages(text);
    let fits = |(first, last): &(u32, u32)| *first >= 1 && first <= last && *last <= LAST_PAGE;
    pages
        .filter(fits)
        .ok_or_else(|| wrong("range of pages", text, "--pages 353-361"))
}

/// All of the standard input, without the line break at its end.
fn read_input() -> Result<String, CliError> {
    let mut text = String::new();
    let read = std::io::stdin().read_to_string(&mut text);
    read.map_err(|source| CliError::Read {
        path: "the standard input".into(),
        source,
    })?;
    let text = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n");
    Ok(text.trim_end().to_owned())
}

fn some(text: &str) -> Option<&str> {
    let text = text.trim();
    (!text.is_empty()).then_some(text)
}

fn wrong(what: &str, text: &str, hint: &str) -> CliError {
    CliError::usage(format!("`{text}` is no {what}"), format!("write {hint}"))
}
