//! From what a person calls an entry to entries.

use crate::model::{Clue, EntryId, Library};
use crate::text::date::parse_date;
use crate::text::fold;
use unicode_normalization::UnicodeNormalization;

/// The entries called `name`: by id, `book/id`, date (2023-10-17), day of reading
/// (19, 19일차, day 19) or title, in which case, width and spaces don't matter.
/// Several where the name fits several; the first of these ways that fits any
/// counts.
pub fn entries_called(library: &Library, name: &str) -> Vec<EntryId> {
    let name = name.trim();
    let by_id = library.find_entries(name);
    if !by_id.is_empty() {
        return by_id;
    }
    if let Some(date) = parse_date(name) {
        return library.entries_with(&Clue::Date(date));
    }
    if let Some(day) = day(name) {
        let of_day = library.entries_with(&Clue::Day(day));
        if !of_day.is_empty() {
            return of_day;
        }
    }
    let key = fold::key(name);
    match key.is_empty() {
        true => Vec::new(),
        false => library.entries_with(&Clue::Title(key.into())),
    }
}

/// `19`, `19일차`, `19일`, `day 19`.
fn day(name: &str) -> Option<u32> {
    let lower: String = name.nfkc().flat_map(char::to_lowercase).collect();
    let number = lower.strip_prefix("day").unwrap_or(&lower);
    let number = number.trim_end_matches("일차").trim_end_matches('일');
    number.trim().parse().ok()
}
