//! Numbers as tables, with their means and what they are beside those of others.

use crate::association::Association;
use crate::links::{LinkQuality, Text, mean as mean_of_links};
use crate::row::Row;
use bookgraph::map::layout::Quality;
use std::fmt::Write;

/// A table of all rows, the mean of each method over the graphs, and, if there
/// are several methods, the first one's means divided by those of each other.
pub(crate) fn table(rows: &[Row]) -> String {
    let mut text = header("graph");
    for row in rows {
        let size = format!("{} {}/{}", row.graph, row.nodes, row.edges);
        line(&mut text, &size, &row.method, &values(row));
    }
    let mut methods: Vec<&str> = Vec::new();
    for row in rows {
        if !methods.contains(&row.method.as_str()) {
            methods.push(&row.method);
        }
    }
    text.push('\n');
    let means: Vec<Vec<f64>> = methods.iter().map(|method| mean(rows, method)).collect();
    for (method, mean) in methods.iter().zip(&means) {
        line(&mut text, "mean", method, mean);
    }
    if methods.len() > 1 {
        text.push('\n');
        for (method, mean) in methods.iter().zip(&means).skip(1) {
            let ratios: Vec<f64> = means[0]
                .iter()
                .zip(mean)
                .map(|(own, it)| own / it)
                .collect();
            line(&mut text, "ratio to", method, &ratios);
        }
    }
    text
}

/// How well each formula finds links: in each text, and the means over them.
pub(crate) fn links(texts: &[Text]) -> String {
    let qualities: Vec<Vec<LinkQuality>> = texts.iter().map(Text::link_quality).collect();
    let mut text = String::new();
    for (one, qualities) in texts.iter().zip(&qualities) {
        formulas(&mut text, &one.name, |index| qualities[index]);
    }
    formulas(&mut text, "Mean", |index| {
        let of_one: Vec<LinkQuality> = qualities.iter().map(|text| text[index]).collect();
        mean_of_links(&of_one)
    });
    text
}

fn formulas(text: &mut String, title: &str, quality: impl Fn(usize) -> LinkQuality) {
    let _ = writeln!(
        text,
        "{title}\n{:<12} {:>9} {:>9} {:>9} {:>9}",
        "weight", "AP any", "AP strong", "stability", "coverage"
    );
    for (index, association) in Association::ALL.iter().enumerate() {
        let LinkQuality {
            any,
            strong,
            stability,
            coverage,
        } = quality(index);
        let name = association.name();
        let _ = writeln!(
            text,
            "{name:<12} {any:>9.3} {strong:>9.3} {stability:>9.3} {coverage:>9.3}"
        );
    }
    text.push('\n');
}

fn header(first: &str) -> String {
    let mut text = format!("{first:<25} {:<13}", "method");
    for name in Quality::NAMES.iter().chain(&["seconds"]) {
        let _ = write!(text, " {:>9}", name.chars().take(9).collect::<String>());
    }
    text + "\n"
}

fn line(text: &mut String, first: &str, method: &str, values: &[f64]) {
    let _ = write!(text, "{first:<25} {method:<13}");
    for value in values {
        let _ = match value.is_finite() {
            true if value.abs() >= 10.0 => write!(text, " {value:>9.1}"),
            true => write!(text, " {value:>9.3}"),
            false => write!(text, " {:>9}", "–"),
        };
    }
    text.push('\n');
}

fn values(row: &Row) -> Vec<f64> {
    let mut values = row.quality.values().to_vec();
    values.push(row.seconds);
    values
}

fn mean(rows: &[Row], method: &str) -> Vec<f64> {
    let of_method: Vec<Vec<f64>> = rows
        .iter()
        .filter(|row| row.method == method)
        .map(values)
        .collect();
    let count = of_method.len() as f64;
    let column = |index: usize| of_method.iter().map(|row| row[index]).sum::<f64>() / count;
    (0..=Quality::NAMES.len()).map(column).collect()
}
