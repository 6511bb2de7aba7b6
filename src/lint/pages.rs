//! The pages of entries in a row.

use super::finding::in_words;
use super::{Finding, Notes, Subject};
use crate::diagnostic::Code;
use crate::model::{BookId, EntryId, PageRange};

/// Entries that go back or read pages again, and pages between entries that none has.
/// Two entries may share one page: one ends on it and the next begins.
pub(super) fn in_order(notes: Notes<'_>) -> Vec<Finding> {
    let books = notes.library.book_ids();
    books
        .flat_map(|book| {
            let read = read(notes, book);
            let mut findings = turned_back(notes, &read);
            findings.extend(gaps(notes, read));
            findings
        })
        .collect()
}

/// The entries of a book that have pages, in reading order.
fn read(notes: Notes<'_>, book: BookId) -> Vec<(EntryId, PageRange)> {
    let entries = notes.library.entries_of(book);
    entries
        .filter_map(|id| Some((id, notes.library.entry(id).pages?)))
        .collect()
}

fn turned_back(notes: Notes<'_>, read: &[(EntryId, PageRange)]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for pair in read.windows(2) {
        let [(earlier, before), (id, pages)] = [pair[0], pair[1]];
        let [was, is] = [earlier, id].map(|id| notes.library.entry(id));
        let ordered = |entry: &crate::model::Entry| entry.date.is_some() || entry.day.is_some();
        if !ordered(was) || !ordered(is) {
            continue;
        }
        let (code, message, label) = if pages.first < before.first {
            (
                Code::PagesGoBack,
                format!("`{}` goes back from {} to {pages}", is.id, in_words(before)),
                "further to the front than the entry before it",
            )
        } else if pages.first < before.last {
            (
                Code::PagesOverlap,
                format!(
                    "`{}` reads some of {} again: {pages}",
                    is.id,
                    in_words(before)
                ),
                "in part the pages of the entry before it",
            )
        } else {
            continue;
        };
        findings.push(
            Finding::new(
                code,
                Subject::Entry(id, "pages"),
                message,
                "put the pages, or the dates, right, unless you did read so",
            )
            .label(label)
            .related(Subject::Entry(earlier, "pages"), "the entry before it"),
        );
    }
    findings
}

fn gaps(notes: Notes<'_>, mut read: Vec<(EntryId, PageRange)>) -> Vec<Finding> {
    read.sort_by_key(|&(id, pages)| (pages, id));
    let mut reached: Option<u32> = None;
    let mut findings = Vec::new();
    for (id, pages) in read {
        if let Some(last) = reached.filter(|&last| pages.first > last + 1)
            && let Some(gap) = PageRange::new(last + 1, pages.first - 1)
        {
            findings.push(
                Finding::new(
                    Code::PagesGap,
                    Subject::Entry(id, "pages"),
                    format!(
                        "no entry has {}, before `{}`",
                        in_words(gap),
                        notes.library.entry(id).id
                    ),
                    "nothing to do, unless an entry or some pages are missing",
                )
                .label(format!("{} left out before this", pages_in_words(gap))),
            );
        }
        reached = reached.max(Some(pages.last));
    }
    findings
}

fn pages_in_words(pages: PageRange) -> String {
    match pages.count() {
        1 => "1 page".to_owned(),
        count => format!("{count} pages"),
    }
}
