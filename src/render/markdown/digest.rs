//! A summary, or the story of a concept, ready to be posted.

use super::plain;
use crate::render::digest::{Block, Digest, Form, Line};
use std::iter::once;

/// A summary as Markdown: a heading for each chapter, lists of quotations with their
/// entry and pages, and a line for each kind of link.
pub fn digest(digest: &Digest) -> String {
    let mut text = format!("# {}\n", plain(&digest.title));
    text.push_str(&facts(&digest.facts));
    for section in &digest.sections {
        text.push_str(&format!("\n## {}\n", plain(&section.title)));
        text.push_str(&facts(&section.facts));
        text.push_str(&blocks(&section.blocks));
    }
    if !digest.closing.is_empty() {
        text.push_str("\n---\n");
        text.push_str(&blocks(&digest.closing));
    }
    text
}

/// What a summary of one chapter says, without its headings.
pub fn digest_alone(digest: &Digest) -> String {
    let mut text = String::new();
    for section in &digest.sections {
        text.push_str(&facts(&section.facts));
        text.push_str(&blocks(&section.blocks));
    }
    match digest.sections.is_empty() {
        true => blocks(&digest.closing),
        false => text,
    }
}

fn facts(facts: &[String]) -> String {
    match facts.is_empty() {
        true => String::new(),
        false => format!("\n*{}*\n", plain(&facts.join(" · "))),
    }
}

fn blocks(blocks: &[Block]) -> String {
    let mut text = String::new();
    let mut before = None;
    for block in blocks {
        let heading = plain(&block.heading);
        let in_row = block.form == Form::Row;
        // Rows are items of one list, whose mark is not that of quotations.
        if !(in_row && before == Some(Form::Row)) {
            text.push('\n');
        }
        before = Some(block.form);
        if in_row {
            let lines: Vec<String> = block.lines.iter().map(row).collect();
            text.push_str(&format!("* **{heading}**: {}\n", lines.join(", ")));
            continue;
        }
        text.push_str(&format!("**{heading}**\n\n"));
        for line in &block.lines {
            text.push_str(&item(line));
        }
    }
    text
}

fn row(line: &Line) -> String {
    let text = plain(&line.text);
    match line.remark.is_empty() {
        true => text,
        false => format!("{text} ({})", plain(&line.remark)),
    }
}

fn item(line: &Line) -> String {
    let mut text = String::new();
    for (line, deeper) in once((line, "")).chain(line.then.iter().map(|then| (then, "  "))) {
        text.push_str(&format!("{deeper}- {}", starting(&plain(&line.text))));
        let from = plain(&line.from());
        if !from.is_empty() {
            text.push_str(&format!(" — *{from}*"));
        }
        text.push('\n');
    }
    text
}

/// A text that starts with nothing that Markdown takes for a list, a quotation or
/// a rule: `- `, `1. `, `+ `.
pub(in crate::render) fn starting(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mark = text[digits..].chars().next();
    match (digits, mark) {
        (0, Some(mark @ ('-' | '+' | '='))) => format!("\\{mark}{}", &text[1..]),
        (1.., Some(mark @ ('.' | ')'))) => {
            format!("{}\\{mark}{}", &text[..digits], &text[digits + 1..])
        }
        _ => text.to_owned(),
    }
}
