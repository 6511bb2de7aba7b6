//! Ids that look alike.

use super::{Finding, Notes, Subject};
use crate::diagnostic::Code;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// Ids of concepts, of a book's chapters and of its entries that differ only in case,
/// width or composition: they are names of files on maps, and `find` takes either.
pub(super) fn twins(notes: Notes<'_>) -> Vec<Finding> {
    let library = notes.library;
    let vocabulary = library.vocabulary();
    let concepts = vocabulary.ids().map(|id| {
        let subject = Subject::Concept(id, "id", None);
        (vocabulary.get(id).id.as_str(), subject)
    });
    let mut findings = alike("concepts", concepts);
    for book in library.book_ids() {
        let chapters = library.book(book).outline.chapters.iter().map(|chapter| {
            let subject = Subject::Book(book, "outline", Some(chapter.id.clone()));
            (chapter.id.as_str(), subject)
        });
        findings.extend(alike("chapters", chapters));
        let entries = library
            .entries_of(book)
            .map(|id| (library.entry(id).id.as_str(), Subject::Entry(id, "id")));
        findings.extend(alike("entries", entries));
    }
    findings
}

fn alike<'a>(what: &str, ids: impl Iterator<Item = (&'a str, Subject)>) -> Vec<Finding> {
    let mut first: HashMap<String, (&str, Subject)> = HashMap::new();
    let mut findings = Vec::new();
    for (id, subject) in ids {
        let key: String = id.nfkc().flat_map(char::to_lowercase).collect();
        match first.get(&key) {
            None => {
                first.insert(key, (id, subject));
            }
            Some((other, there)) => findings.push(
                Finding::new(
                    Code::IdTwins,
                    subject,
                    format!("the ids `{other}` and `{id}` of two {what} look alike"),
                    "give one of them another id, and change it where it is named",
                )
                .label("differs only in case, width or composition")
                .related(there.clone(), "the other one"),
            ),
        }
    }
    findings
}
