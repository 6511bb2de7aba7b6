//! Tables.

use super::plain;
use crate::render::terminal::Table;

/// A table as GitHub's Markdown has it, without a line break at its end.
pub(in crate::render) fn table(table: &Table) -> String {
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
    let mut text = format!("| {} |\n| {} |", heads.join(" | "), rules.join(" | "));
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(|cell| plain(cell)).collect();
        text.push_str(&format!("\n| {} |", cells.join(" | ")));
    }
    text
}
