//! A book, whole.

use super::{AnswerSource, Document, Line};
use crate::model::BookId;
use crate::render::phrases;

/// A book: title, edition, and how many entries and chapters it has.
pub fn show_book(source: &AnswerSource<'_>, id: BookId) -> Document {
    let (library, words) = (source.library, source.words);
    let book = library.book(id);
    let title = phrases::titled(&book.title, words).unwrap_or_default();
    let mut document = Document::default();
    document.title(Line::plain(title).faint(format!(" {}", book.id)));
    let entries = words.entries(library.entries_of(id).count());
    let edition = &book.edition;
    for (korean, english, values) in [
        (
            "부제",
            "subtitle",
            one(phrases::titled(&book.subtitle, words)),
        ),
        ("지은이", "by", book.authors.clone()),
        ("옮긴이", "translated by", edition.translators.clone()),
        ("펴낸곳", "publisher", one(edition.publisher.clone())),
        (
            "펴낸날",
            "published",
            one(edition.date.map(|date| date.to_string())),
        ),
        (
            "쪽수",
            "pages",
            one(edition.pages.map(|pages| pages.to_string())),
        ),
        ("ISBN", "ISBN", one(edition.isbn.clone())),
        ("기록", "entries", vec![entries]),
        (
            "장",
            "chapters",
            vec![book.outline.chapters.len().to_string()],
        ),
        ("파일", "file", vec![book.file.clone()]),
    ] {
        document.fact(words.pick(korean, english), &values);
    }
    document
}

fn one(value: Option<String>) -> Vec<String> {
    value
        .filter(|value| !value.is_empty())
        .into_iter()
        .collect()
}
