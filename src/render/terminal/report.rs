//! Sections of lines and tables.

use super::{Styling, table};
use crate::render::harmless;
use crate::render::report::Report;

/// Sections with their headings, all else indented below them.
pub fn report(report: &Report, styling: Styling) -> String {
    let mut text = format!("{}\n", styling.heading(&report.title));
    for section in &report.sections {
        text.push_str(&format!("\n{}\n", styling.heading(&section.heading)));
        let mut lines = |lines: &[String]| {
            for line in lines {
                text.push_str(&format!("  {}\n", harmless(line)));
            }
        };
        lines(&section.lines);
        let drawn = match section.table.rows.is_empty() {
            true => String::new(),
            false => table(&section.table, styling),
        };
        for row in drawn.lines() {
            text.push_str(&format!("  {row}\n"));
        }
        for line in &section.notes {
            text.push_str(&format!("  {}\n", harmless(line)));
        }
    }
    text
}
