//! Days of reading against dates.

use super::{Finding, Notes, Subject};
use crate::diagnostic::Code;
use crate::model::EntryId;

/// Entries that have a later date than another one and an earlier day of reading.
pub(super) fn against_dates(notes: Notes<'_>) -> Vec<Finding> {
    let library = notes.library;
    let mut findings = Vec::new();
    for book in library.book_ids() {
        // Entries stand in the order of their dates.
        let mut latest: Option<(u32, EntryId)> = None;
        for id in library.entries_of(book) {
            let entry = library.entry(id);
            let (Some(date), Some(day)) = (entry.date, entry.day) else {
                continue;
            };
            match latest {
                Some((before, other)) if day < before => {
                    let other_date = library.entry(other).date.unwrap_or(date);
                    findings.push(
                        Finding::new(
                            Code::DaysAgainstDates,
                            Subject::Entry(id, "day"),
                            format!(
                                "day {day} is dated {date}, after day {before} of {other_date}"
                            ),
                            "put the day or one of the dates right",
                        )
                        .label("an earlier day with a later date")
                        .related(Subject::Entry(other, "day"), "the later day"),
                    );
                }
                _ => latest = Some((day, id)),
            }
        }
    }
    findings
}
