//! Entries against the outline of their book.

use super::finding::in_words;
use super::{Finding, Notes, Subject};
use crate::diagnostic::Code;
use crate::model::{Book, Entry, EntryId, Extent};
use crate::text::chapter_mention::chapter_mentions;

/// Entries whose pages are in no chapter, or not in the chapter that they name, and
/// texts that name a chapter whose number the outline does not have.
pub(super) fn outside(notes: Notes<'_>) -> Vec<Finding> {
    let library = notes.library;
    let mut findings = Vec::new();
    for book_id in library.book_ids() {
        let book = library.book(book_id);
        let extents = Extent::of(&book.outline);
        if extents.is_empty() {
            continue;
        }
        let last = book
            .outline
            .chapters
            .iter()
            .filter_map(|it| it.number)
            .max();
        for id in library.entries_of(book_id) {
            let entry = library.entry(id);
            findings.extend(pages_outside(id, entry, book, &extents));
            findings.extend(last.and_then(|last| mentioned(id, entry, last)));
        }
    }
    findings
}

fn pages_outside(id: EntryId, entry: &Entry, book: &Book, extents: &[Extent]) -> Option<Finding> {
    let pages = entry.pages?;
    let subject = Subject::Entry(id, "pages");
    if !extents.iter().any(|extent| extent.may_overlap(pages)) {
        let hint = "add the chapter to the outline: a preface, an appendix; or put the pages right";
        let message = format!("no chapter has {}", in_words(pages));
        return Some(
            Finding::new(Code::PagesOutsideOutline, subject, message, hint)
                .label("outside of the outline"),
        );
    }
    let named = &entry.chapters;
    let fits = |chapter: &u32| extents[*chapter as usize].may_overlap(pages);
    if named.is_empty() || entry.chapters_inferred || named.iter().any(fits) {
        return None;
    }
    let chapter = &book.outline.chapters[named[0] as usize].id;
    Some(
        Finding::new(
            Code::PagesOutsideOutline,
            subject,
            format!(
                "`{}` has {}, which are not in chapter `{chapter}`",
                entry.id,
                in_words(pages)
            ),
            "put the pages, the chapter, or the outline's bounds right",
        )
        .label("these pages")
        .related(Subject::Entry(id, "chapters"), "and this chapter"),
    )
}

/// A chapter that a text names by a number beyond the last one.
fn mentioned(id: EntryId, entry: &Entry, last: u32) -> Option<Finding> {
    let mentions = chapter_mentions(&entry.text);
    let beyond = mentions.iter().find(|mention| mention.number > last)?;
    let words = &entry.text[beyond.span.clone()];
    Some(
        Finding::new(
            Code::ChapterMentioned,
            Subject::Entry(id, "text"),
            format!(
                "`{words}` in the text of `{}`: the last chapter is {last}",
                entry.id
            ),
            "add the chapter to the outline, unless another book is meant",
        )
        .label("names a chapter that is not there"),
    )
}
