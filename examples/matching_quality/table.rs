//! The results as a table.

use crate::score::Row;
use std::fmt::Write;

/// One table, with the metrics of every row as columns.
pub(crate) fn table(rows: &[Row]) -> String {
    let mut columns: Vec<&str> = Vec::new();
    for (metric, _) in rows.iter().flat_map(|row| &row.metrics) {
        if !columns.contains(metric) {
            columns.push(metric);
        }
    }
    let mut text = format!("{:<34} {:<18}", "data set", "method");
    for column in &columns {
        let _ = write!(text, " {column:>11}");
    }
    text.push('\n');
    let mut dataset = "";
    for row in rows {
        let shown = if row.dataset == dataset {
            ""
        } else {
            &row.dataset
        };
        dataset = &row.dataset;
        let _ = write!(text, "{shown:<34} {:<18}", row.method);
        for column in &columns {
            let _ = match row.metrics.iter().find(|(metric, _)| metric == column) {
                Some((_, value)) if value.fract() == 0.0 && *value > 1.0 => {
                    write!(text, " {value:>11}")
                }
                Some((_, value)) => write!(text, " {value:>11.3}"),
                None => write!(text, " {:>11}", ""),
            };
        }
        text.push('\n');
    }
    text
}
