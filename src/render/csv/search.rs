//! The answer to `search` as a table for spreadsheets.

use super::entry::{ENTRY_HEADINGS, entry_cells};
use super::table;
use crate::model::Library;
use crate::place::Placement;
use crate::query::Said;
use std::borrow::Cow;

/// A row for each entry, in the order given.
pub fn search(library: &Library, placement: &Placement, entries: &[Said]) -> String {
    let mut headings = ENTRY_HEADINGS.to_vec();
    headings.extend(["score", "sentences", "file"]);
    let rows = entries.iter().map(|said| {
        let entry = library.entry(said.entry);
        let sentences = said.passages.iter();
        let sentences: Vec<&str> = sentences
            .map(|passage| &entry.text[passage.sentence.clone()])
            .collect();
        let mut row = entry_cells(library, placement, said.entry).to_vec();
        row.push(Cow::from(format!("{:.3}", said.score)));
        row.push(Cow::from(sentences.join(" / ")));
        row.push(Cow::from(format!("{}:{}", entry.file, entry.line)));
        row
    });
    table(&headings, rows)
}
