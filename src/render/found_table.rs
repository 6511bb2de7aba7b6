//! The answer to `find` as a table for spreadsheets.

use super::Finding;
use super::csv::{ENTRY_HEADINGS, entry_cells, table};
use crate::query::FoundEntry;
use std::borrow::Cow;

/// A row for each entry.
pub fn found_table(finding: Finding<'_>, entries: &[FoundEntry]) -> String {
    let mut headings = ENTRY_HEADINGS.to_vec();
    headings.extend(["concepts", "mentions", "in_passing", "sentences", "file"]);
    table(&headings, entries.iter().map(|found| row(finding, found)))
}

fn row<'a>(finding: Finding<'a>, found: &FoundEntry) -> Vec<Cow<'a, str>> {
    let (library, words) = (finding.corpus.library, finding.words);
    let entry = library.entry(found.entry);
    let label = |concept| library.vocabulary().get(concept).label_in(words.language());
    let concepts: Vec<&str> = found.tags.iter().map(|tag| label(tag.concept)).collect();
    let mentions: u32 = found.tags.iter().map(|tag| tag.mentions).sum();
    let sentences = found.passages.iter();
    let sentences: Vec<&str> = sentences
        .map(|passage| &entry.text[passage.sentence.clone()])
        .collect();
    let mut row = entry_cells(library, finding.corpus.placement, found.entry).to_vec();
    row.extend([
        Cow::from(concepts.join("; ")),
        Cow::from(mentions.to_string()),
        Cow::from(if found.in_passing { "true" } else { "false" }),
        Cow::from(sentences.join(" / ")),
        Cow::from(format!("{}:{}", entry.file, entry.line)),
    ]);
    row
}
