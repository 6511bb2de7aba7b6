//! Tables, with columns that line up in Korean too.

use super::Styling;
use crate::render::harmless;
use comfy_table::{CellAlignment, presets};

/// A table: the heads of its columns, and its rows.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The heads; a head that ends in `#` is of numbers, and loses the sign.
    pub heads: Vec<String>,
    /// The cells.
    pub rows: Vec<Vec<String>>,
}

/// Lays a table out. Every row ends without spaces.
pub fn table(table: &Table, styling: Styling) -> String {
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(presets::NOTHING);
    drawn.set_header(table.heads.iter().map(|head| head.trim_end_matches('#')));
    for row in &table.rows {
        drawn.add_row(row.iter().map(|cell| harmless(cell)));
    }
    for (index, head) in table.heads.iter().enumerate() {
        if let Some(column) = drawn.column_mut(index) {
            column.set_padding((0, 2));
            if head.ends_with('#') {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
    }
    let mut text = String::new();
    for (index, line) in drawn.lines().enumerate() {
        let line = line.trim_end();
        text.push_str(&if index == 0 {
            styling.faint(line)
        } else {
            line.to_owned()
        });
        text.push('\n');
    }
    text
}
