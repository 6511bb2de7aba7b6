//! A summary, or the story of a concept.

use super::Styling;
use crate::render::digest::{Block, Digest, Form, Line};
use crate::render::harmless;
use crate::text::width::{cells, pad};
use std::iter::once;

/// A summary as text: quotations with a bar before them, each with its entry and
/// pages behind it.
pub fn digest(digest: &Digest, styling: Styling) -> String {
    let mut text = heading(&digest.title, &digest.facts, styling);
    for section in &digest.sections {
        text.push('\n');
        text.push_str(&heading(&section.title, &section.facts, styling));
        text.push_str(&blocks(&section.blocks, "  ", styling));
    }
    if !digest.closing.is_empty() {
        text.push('\n');
        text.push_str(&blocks(&digest.closing, "", styling));
    }
    text
}

/// What a summary of one chapter says, without its headings.
pub fn digest_alone(digest: &Digest, styling: Styling) -> String {
    let mut text = String::new();
    for section in &digest.sections {
        text.push_str(&format!("{}\n", styling.faint(&section.facts.join(" · "))));
        text.push_str(&blocks(&section.blocks, "  ", styling));
    }
    match digest.sections.is_empty() {
        true => blocks(&digest.closing, "", styling),
        false => text,
    }
}

fn heading(title: &str, facts: &[String], styling: Styling) -> String {
    let title = styling.heading(title);
    match facts.is_empty() {
        true => format!("{title}\n"),
        false => format!("{title}\n{}\n", styling.faint(&facts.join(" · "))),
    }
}

/// Blocks below each other, the headings of those in a row padded to one width.
fn blocks(blocks: &[Block], indent: &str, styling: Styling) -> String {
    let rows = blocks.iter().filter(|block| block.form == Form::Row);
    let widest = rows.map(|block| cells(&block.heading)).max().unwrap_or(0);
    let mut text = String::new();
    let mut before = None;
    for block in blocks {
        // Air around quotations; rows stand together.
        if before != Some(Form::Row) || block.form != Form::Row {
            let air = before.is_some() || !indent.is_empty();
            text.push_str(if air { "\n" } else { "" });
        }
        before = Some(block.form);
        if block.form == Form::Row {
            let lines: Vec<String> = block.lines.iter().map(|line| row(line, styling)).collect();
            text.push_str(&format!(
                "{indent}{}  {}\n",
                styling.faint(&pad(&block.heading, widest)),
                lines.join(", ")
            ));
            continue;
        }
        text.push_str(&format!("{indent}{}\n", styling.faint(&block.heading)));
        for line in &block.lines {
            text.push_str(&quote(line, block.form, indent, styling));
        }
    }
    text
}

fn row(line: &Line, styling: Styling) -> String {
    let text = harmless(&line.text);
    match line.remark.is_empty() {
        true => text,
        false => format!("{text} {}", styling.faint(&format!("({})", line.remark))),
    }
}

fn quote(line: &Line, form: Form, indent: &str, styling: Styling) -> String {
    let bar = match form {
        Form::Quotes => styling.faint("│"),
        _ => styling.faint("·"),
    };
    let mut text = String::new();
    for (line, deeper) in once((line, "")).chain(line.then.iter().map(|then| (then, "  "))) {
        text.push_str(&format!("{indent}{bar} {deeper}{}", harmless(&line.text)));
        let from = line.from();
        if !from.is_empty() {
            text.push_str(&format!("  {}", styling.concept(&from)));
        }
        text.push('\n');
    }
    text
}
