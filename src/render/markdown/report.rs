//! Sections of lines and tables.

use super::plain;
use crate::render::report::Report;
use crate::render::terminal::Table;

/// A section under a heading for each, with its lines as paragraphs.
pub fn report(report: &Report) -> String {
    let mut text = format!("# {}\n", plain(&report.title));
    for section in &report.sections {
        text.push_str(&format!("\n## {}\n", plain(&section.heading)));
        let paragraph = |lines: &[String]| {
            let lines: Vec<String> = lines.iter().map(|line| plain(line)).collect();
            match lines.is_empty() {
                true => String::new(),
                false => format!("\n{}\n", lines.join("  \n")),
            }
        };
        text.push_str(&paragraph(&section.lines));
        text.push_str(&table(&section.table));
        text.push_str(&paragraph(&section.notes));
    }
    text
}

/// A table as GitHub's Markdown has it.
fn table(table: &Table) -> String {
    if table.rows.is_empty() {
        return String::new();
    }
    let heads: Vec<String> = table
        .heads
        .iter()
        .map(|head| plain(head.trim_end_matches('#')))
        .collect();
    let rules: Vec<&str> = table
        .heads
        .iter()
        .map(|head| if head.ends_with('#') { "--:" } else { "---" })
        .collect();
    let mut text = format!("\n| {} |\n| {} |\n", heads.join(" | "), rules.join(" | "));
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(|cell| plain(cell)).collect();
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    text
}
