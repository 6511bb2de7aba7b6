//! The answer to `find` as a table for spreadsheets.

use super::{Finding, csv};
use crate::query::FoundEntry;
use std::borrow::Cow;

/// A row for each entry.
pub fn found_table(finding: Finding<'_>, entries: &[FoundEntry]) -> String {
    const HEADINGS: [&str; 13] = [
        "book",
        "entry",
        "title",
        "date",
        "day",
        "first_page",
        "last_page",
        "chapters",
        "concepts",
        "mentions",
        "in_passing",
        "sentences",
        "file",
    ];
    let rows = entries.iter().map(|found| row(finding, found));
    csv::table(&HEADINGS, rows)
}

fn row<'a>(finding: Finding<'a>, found: &FoundEntry) -> [Cow<'a, str>; 13] {
    let (library, words) = (finding.corpus.library, finding.words);
    let entry = library.entry(found.entry);
    let number = |number: Option<u32>| number.map(|it| it.to_string()).unwrap_or_default();
    let chapters = finding.corpus.placement.chapters(library, found.entry);
    let chapters: Vec<&str> = chapters
        .map(|chapter| library.chapter(chapter).id.as_str())
        .collect();
    let label = |concept| library.vocabulary().get(concept).label_in(words.language());
    let concepts: Vec<&str> = found.tags.iter().map(|tag| label(tag.concept)).collect();
    let mentions: u32 = found.tags.iter().map(|tag| tag.mentions).sum();
    let sentences = found.passages.iter();
    let sentences: Vec<&str> = sentences
        .map(|passage| &entry.text[passage.sentence.clone()])
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
        Cow::from(concepts.join("; ")),
        Cow::from(mentions.to_string()),
        Cow::from(if found.in_passing { "true" } else { "false" }),
        Cow::from(sentences.join(" / ")),
        Cow::from(format!("{}:{}", entry.file, entry.line)),
    ]
}
