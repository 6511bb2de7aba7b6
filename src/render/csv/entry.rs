//! What tables of entries have in common.

use crate::model::{EntryId, Library};
use crate::place::Placement;
use std::borrow::Cow;

/// The headings of [`entry_cells`].
pub(in crate::render) const ENTRY_HEADINGS: [&str; 8] = [
    "book",
    "entry",
    "title",
    "date",
    "day",
    "first_page",
    "last_page",
    "chapters",
];

/// Which entry it is, and where in the book.
pub(in crate::render) fn entry_cells<'a>(
    library: &'a Library,
    placement: &Placement,
    id: EntryId,
) -> [Cow<'a, str>; 8] {
    let entry = library.entry(id);
    let number = |number: Option<u32>| number.map(|it| it.to_string()).unwrap_or_default();
    let chapters = placement.chapters(library, id);
    let chapters: Vec<&str> = chapters
        .map(|chapter| library.chapter(chapter).id.as_str())
        .collect();
    [
        Cow::from(library.book(entry.book).id.as_str()),
        Cow::from(entry.id.as_str()),
        Cow::from(entry.title.as_str()),
        Cow::from(entry.date.map(|date| date.to_string()).unwrap_or_default()),
        Cow::from(number(entry.day)),
        Cow::from(number(entry.pages.map(|pages| pages.first))),
        Cow::from(number(entry.pages.map(|pages| pages.last))),
        Cow::from(chapters.join("; ")),
    ]
}
