//! The answer to `similar`.

use super::{AnswerSource, Document, Line};
use crate::analyse::SimilarEntry;
use crate::model::EntryId;

/// So many shared concepts are named.
const SHARED: usize = 6;

/// The entries most like one, each with what the two share and a sentence of either.
pub fn similar(source: &AnswerSource<'_>, entry: EntryId, found: &[SimilarEntry]) -> Document {
    let mut document = Document::default();
    let asked = format!("{} · {}", source.entry(entry), source.entry_id(entry));
    let count = source.words.entries(found.len());
    document.title(Line::plain(match source.words.is_korean() {
        true => format!("{asked}: 비슷한 {count}"),
        false => format!("{asked}: {count} like it"),
    }));
    for (index, similar) in found.iter().enumerate() {
        one(&mut document, source, entry, index + 1, similar);
    }
    document
}

fn one(
    document: &mut Document,
    source: &AnswerSource<'_>,
    asked: EntryId,
    number: usize,
    similar: &SimilarEntry,
) {
    let SimilarEntry {
        likeness,
        by_concepts,
        by_text,
        ..
    } = similar;
    // A rounding error below nothing is nothing.
    let by_text = by_text.max(0.0) + 0.0;
    let weighed = match source.words.is_korean() {
        true => format!("{likeness:.2} (개념 {by_concepts:.2}, 글 {by_text:.2})"),
        false => format!("{likeness:.2} (concepts {by_concepts:.2}, wording {by_text:.2})"),
    };
    let mut remarks = vec![source.entry_id(similar.entry), weighed];
    remarks.extend(other_book(source, asked, similar.entry));
    if similar.is_copy {
        let copy = source.pick("거의 같은 글", "nearly the same text");
        remarks.push(copy.to_owned());
    }
    let line = Line::plain(source.entry(similar.entry));
    document.item(
        Some(number),
        line.faint(format!(" · {}", remarks.join(" · "))),
    );
    if !similar.shared.is_empty() {
        document.detail(source.shared(&similar.shared, SHARED));
    }
    if let Some([here, there]) = similar.sentences {
        let marked = &similar.shared;
        document.place(source, similar.entry, "");
        document.quote(source, similar.entry, &[there], marked);
        document.place(source, asked, "");
        document.quote(source, asked, &[here], marked);
    }
}

/// The book of an entry, if it is not that of the other.
fn other_book(source: &AnswerSource<'_>, asked: EntryId, entry: EntryId) -> Option<String> {
    let book = source.library.book_of(entry);
    let title = || source.library.book(book).title_in(source.words.language());
    (book != source.library.book_of(asked)).then(|| match source.words.is_korean() {
        true => format!("다른 책: {}", title()),
        false => format!("another book: {}", title()),
    })
}
