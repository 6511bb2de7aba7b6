//! Ids of new entries.

use super::slug::slug;
use jiff::civil::Date;

/// What a new entry is called: `day-28` by the day of reading, or the date, or the title;
/// `note` when nothing is known of it.
pub fn stem(day: Option<u32>, date: Option<Date>, title: &str) -> String {
    let stem = match (day, date) {
        (Some(day), _) => format!("day-{day}"),
        (None, Some(date)) => date.to_string(),
        (None, None) => slug(title),
    };
    match stem.is_empty() {
        true => "note".to_owned(),
        false => stem,
    }
}
