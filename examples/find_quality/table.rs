//! The results as a table.

use crate::measures::Row;
use std::fmt::Write;

/// A line for each book, mode and method.
pub(crate) fn table(rows: &[Row]) -> String {
    let mut text = format!(
        "{:<34} {:<4} {:>5} {:<13} {:>6} {:>6} {:>6}\n",
        "data set", "mode", "n", "method", "map", "r@10", "hit@1"
    );
    for row in rows {
        let _ = writeln!(
            text,
            "{:<34} {:<4} {:>5} {:<13} {:>6.3} {:>6.3} {:>6.3}",
            row.dataset,
            row.mode.name(),
            row.n,
            row.method,
            row.map,
            row.r10,
            row.hit1
        );
    }
    text
}
