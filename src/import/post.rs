//! What the title of a blog's post says: the day, the pages.

use super::note::ImportedNote;
use crate::model::PageRange;
use crate::text::date::{MonthDay, leading_month_day};
use crate::text::pages::find_pages;
use jiff::civil::Date;

/// What was read in a title.
pub(super) struct Heading {
    /// The title without what was read in it.
    pub(super) title: String,
    /// The month and day at its start.
    pub(super) month_day: Option<MonthDay>,
    /// The day of reading.
    pub(super) day: Option<u32>,
    /// The pages as they stand there; the ends may be the wrong way round.
    pub(super) pages: Option<(u32, u32)>,
}

impl Heading {
    /// Reads a title such as `10/26- 디지털노마드 28일차 (p432~440)`.
    pub(super) fn of(title: &str) -> Self {
        let title = title.trim();
        let written = leading_month_day(title);
        let rest = match written {
            Some((_, rest)) => rest.trim_start_matches([' ', '-', '–', ':', '.', ')']),
            None => title,
        };
        let found = find_pages(rest);
        let bare = match &found {
            Some((_, span)) => format!("{}{}", &rest[..span.start], &rest[span.end..]),
            None => rest.to_owned(),
        };
        Self {
            day: day(&bare),
            title: bare.trim().to_owned(),
            month_day: written.map(|(month_day, _)| month_day),
            pages: found.map(|(pages, _)| pages),
        }
    }

    /// A note with this title, posted on a day: its date is that of the title, with
    /// the year nearest to the posting.
    pub(super) fn note(&self, source_title: &str, posted: Option<Date>) -> ImportedNote {
        ImportedNote {
            source_title: Some(source_title.to_owned()),
            title: Some(self.title.clone()),
            date: posted.map(|posted| self.date(posted).unwrap_or(posted)),
            day: self.day,
            pages: self
                .pages
                .and_then(|(first, last)| PageRange::new(first, last)),
            ..ImportedNote::default()
        }
    }

    /// The day in the title, with the year that is nearest to the posting.
    pub(super) fn date(&self, posted: Date) -> Option<Date> {
        self.month_day.and_then(|written| nearest(written, posted))
    }
}

/// The date with this month and day that is nearest to the day of posting: a
/// post of January may be about New Year's Eve.
fn nearest(written: MonthDay, posted: Date) -> Option<Date> {
    let day_number = |date: Date| i64::from(date.year()) * 366 + i64::from(date.day_of_year());
    [-1, 0, 1]
        .into_iter()
        .filter_map(|years| Date::new(posted.year() + years, written.month, written.day).ok())
        .min_by_key(|date| (day_number(*date) - day_number(posted)).abs())
}

/// The day of reading in a title: `28일차`, `Day 28`.
fn day(title: &str) -> Option<u32> {
    if let Some(at) = title.find("일차") {
        let before = title[..at].trim_end();
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        return before[before.len() - digits..].parse().ok();
    }
    let lower = title.to_ascii_lowercase();
    let starts_word = |at: &usize| !lower[..*at].ends_with(char::is_alphanumeric);
    let at = lower
        .match_indices("day ")
        .map(|(at, _)| at)
        .find(starts_word)?;
    let digits: String = title[at + 4..]
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().ok()
}

/// Whether a text was cut off: it ends in `..`, `......` or `…`.
pub(super) fn is_truncated(text: &str) -> bool {
    text.ends_with("..") || text.ends_with('…')
}
