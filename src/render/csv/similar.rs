//! The answers to `similar` and `review`.

use super::table;
use crate::analyse::{Review, SimilarEntry};
use crate::model::{ConceptId, EntryId};
use crate::render::AnswerSource;

/// A row for every entry like the one asked about.
pub fn similar(source: &AnswerSource<'_>, asked: EntryId, found: &[SimilarEntry]) -> String {
    let headings = [
        "entry",
        "date",
        "pages",
        "likeness",
        "by_concepts",
        "by_text",
        "nearly_the_same",
        "shared",
        "sentence",
        "sentence_asked",
    ];
    let rows = found.iter().map(|similar| {
        let sentence = |entry, side: usize| {
            let sentences = similar.sentences?;
            source.sentence(entry, sentences[side])
        };
        let mut row: Vec<String> = source.entry_cells(similar.entry).into();
        let numbers = [similar.likeness, similar.by_concepts, similar.by_text];
        row.extend(numbers.map(|number| format!("{number:.2}")));
        row.push(similar.is_copy.to_string());
        row.push(ids(source, &similar.shared));
        let sentences = [sentence(similar.entry, 1), sentence(asked, 0)];
        row.extend(sentences.map(|sentence| sentence.unwrap_or_default().to_owned()));
        row.into_iter().map(Into::into)
    });
    table(&headings, rows)
}

/// A row for every entry to read again.
pub fn review(source: &AnswerSource<'_>, review: &Review) -> String {
    let headings = [
        "entry",
        "date",
        "pages",
        "score",
        "connection",
        "connected_with",
        "shared",
        "days",
        "interval",
        "due",
    ];
    let rows = review.entries.iter().map(|entry| {
        let number = |number: Option<i64>| number.map(|n| n.to_string()).unwrap_or_default();
        let (with, shared) = match &entry.through {
            Some((read, shared)) => (source.entry_id(*read), ids(source, shared)),
            None => Default::default(),
        };
        let mut row: Vec<String> = source.entry_cells(entry.entry).into();
        row.push(format!("{:.2}", entry.score));
        row.push(format!("{:.2}", entry.connection));
        row.extend([with, shared, number(entry.days), number(entry.interval)]);
        row.push(format!("{:.2}", entry.due));
        row.into_iter().map(Into::into)
    });
    table(&headings, rows)
}

/// `streaming; netflix`.
fn ids(source: &AnswerSource<'_>, concepts: &[ConceptId]) -> String {
    let id = |&concept: &ConceptId| source.library.vocabulary().get(concept).id.as_str();
    concepts.iter().map(id).collect::<Vec<_>>().join("; ")
}
