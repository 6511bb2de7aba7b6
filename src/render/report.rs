//! An answer in sections of lines and tables, which a terminal and a Markdown
//! document show alike.

use crate::render::terminal::Table;

/// Some sections under a title.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// What the answer is about.
    pub title: String,
    /// The sections, in order.
    pub sections: Vec<Section>,
}

/// A heading with lines, and a table below them.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// What the section is about.
    pub heading: String,
    /// What is to be said, a line each.
    pub lines: Vec<String>,
    /// The table; empty for none.
    pub table: Table,
    /// What is to be said below the table.
    pub notes: Vec<String>,
}
