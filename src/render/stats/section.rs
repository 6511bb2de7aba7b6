//! A part of the figures.

use crate::render::document::{Document, Line};
use crate::render::terminal::Table;

/// A heading with lines, and a table below them.
#[derive(Clone, Debug, Default)]
pub(super) struct Section {
    /// What the section is about.
    pub(super) heading: String,
    /// What is to be said, a line each.
    pub(super) lines: Vec<String>,
    /// The table; empty for none.
    pub(super) table: Table,
    /// What is to be said below the table.
    pub(super) notes: Vec<String>,
}

impl Section {
    /// Puts it at the end of a document.
    pub(super) fn add_to(self, document: &mut Document) {
        document.heading(Line::plain(self.heading));
        let lines = self.lines.into_iter().map(Line::plain);
        lines.for_each(|line| document.text(line));
        document.table(self.table);
        let notes = self.notes.into_iter().map(Line::plain);
        notes.for_each(|note| document.text(note));
    }
}
