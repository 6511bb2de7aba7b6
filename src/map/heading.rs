//! Titles of maps, and what they say about their extent.

use super::{Selection, Words};
use crate::model::{EntryId, Library, PageRange};

/// `『순서 파괴』 9장 · 개념 지도`, `Working Backwards · concept map`.
pub(super) fn title(
    library: &Library,
    entries: &[EntryId],
    words: Words,
    selection: &Selection,
    kind: &str,
    center: Option<&str>,
) -> String {
    let mut books: Vec<_> = entries
        .iter()
        .map(|&entry| library.entry(entry).book)
        .collect();
    books.dedup();
    let name = match books[..] {
        [book] => {
            let title = library.book(book).title_in(words.language());
            match words.is_korean() {
                true => format!("『{title}』"),
                false => title.to_owned(),
            }
        }
        _ => words.pick("서재", "Library").to_owned(),
    };
    let chapters: Vec<String> = selection
        .chapters
        .iter()
        .map(|&chapter| words.short_chapter(library, chapter))
        .collect();
    let mut parts = vec![name];
    if !chapters.is_empty() {
        parts.push(chapters.join(", "));
    }
    parts.extend(center.map(str::to_owned));
    parts.push(kind.to_owned());
    parts.join(" · ")
}

/// The pages from the first to the last entry's.
pub(super) fn page_span(library: &Library, entries: &[EntryId]) -> Option<PageRange> {
    let pages = || {
        entries
            .iter()
            .filter_map(|&entry| library.entry(entry).pages)
    };
    let first = pages().map(|pages| pages.first).min()?;
    let last = pages().map(|pages| pages.last).max()?;
    PageRange::new(first, last)
}
