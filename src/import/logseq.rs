//! Logseq: the pages on which it keeps the highlights of PDF files, `hls__NAME.md`.
//!
//! ```text
//! file:: [Walden.pdf](../assets/Walden.pdf)
//! - the passage
//!   hl-page:: 8
//!   hl-color:: blue
//!   ls-type:: annotation
//!   id:: 64c1f2d0-…
//!   - what the reader wrote below it
//! ```

use super::detect::{Confidence, Detection, Look};
use super::importer::{Importer, Input, Options};
use super::moment;
use super::note::{Imported, ImportedBook, ImportedNote};
use crate::model::PageRange;
use crate::source::{Place, SourceFile};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// The importer of Logseq's PDF highlights.
#[derive(Debug)]
pub struct LogseqHighlights;

impl Importer for LogseqHighlights {
    fn name(&self) -> &'static str {
        "logseq-pdf"
    }

    fn about(&self) -> &'static str {
        "the highlights of a PDF in Logseq (pages/hls__….md)"
    }

    fn detect(&self, look: &Look<'_>) -> Option<Detection> {
        let named = look.name().starts_with("hls__");
        let marked = look.text().contains("ls-type:: annotation");
        Detection::when(
            named && marked,
            Confidence::Certain,
            "hls__….md with ls-type:: annotation",
        )
        .or(Detection::when(
            marked,
            Confidence::Likely,
            "blocks with ls-type:: annotation",
        ))
    }

    fn read(&self, input: &Input<'_>, _: &Options) -> Imported {
        let mut imported = Imported::default();
        let (head, blocks) = blocks(input.file);
        let mut book = book(input.file, &head, input.path);
        let mut last = false;
        for block in &blocks {
            let place = Place::new(input.file, block.at.clone());
            if block.depth > 0 || !block.has("ls-type") {
                match book.notes.last_mut().filter(|_| last && block.depth > 0) {
                    Some(note) => {
                        let gap = if note.remark.is_empty() { "" } else { "\n" };
                        note.remark = format!("{}{gap}{}", note.remark, block.text());
                        imported.skip(Some(place), "it is a note on a highlight");
                    }
                    None => imported.skip(Some(place), "it is no highlight, and below none"),
                }
                continue;
            }
            let note = highlight(block, place, &mut imported);
            last = note.is_some();
            book.notes.extend(note);
        }
        if book.notes.is_empty() && blocks.iter().all(|block| !block.has("ls-type")) {
            imported.report(
                Place::new(input.file, 0..0),
                "there are no highlights in this page",
                "nothing was imported",
                "each is a block with ls-type:: annotation, hl-page:: and id::",
            );
        }
        imported.add(book);
        imported
    }
}

/// A block of the outline: its lines, and its properties.
struct Block {
    depth: usize,
    lines: Vec<String>,
    properties: Vec<(String, String)>,
    at: Range<usize>,
}

impl Block {
    fn has(&self, name: &str) -> bool {
        self.properties.iter().any(|(known, _)| known == name)
    }

    fn get(&self, name: &str) -> &str {
        let found = self.properties.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }

    fn text(&self) -> String {
        self.lines.join("\n").trim().to_owned()
    }
}

/// The properties of the page, and its blocks.
fn blocks(file: &Arc<SourceFile>) -> (Block, Vec<Block>) {
    let block = |depth, at: Range<usize>| Block {
        depth,
        lines: Vec::new(),
        properties: Vec::new(),
        at,
    };
    let mut head = block(0, 0..0);
    let mut blocks: Vec<Block> = Vec::new();
    let mut start = 0;
    for raw in file.text.split_inclusive('\n') {
        let line = raw.trim_end();
        let at = start..start + line.len();
        start += raw.len();
        let words = line.trim_start_matches(['\t', ' ']);
        let indent = &line[..line.len() - words.len()];
        let rest = match words.strip_prefix("- ").or((words == "-").then_some("")) {
            Some(rest) => {
                let tabs = indent.matches('\t').count();
                let spaces = indent.matches(' ').count();
                blocks.push(block(tabs + spaces.div_ceil(2), at));
                rest
            }
            None => words,
        };
        let into = blocks.last_mut().unwrap_or(&mut head);
        match property(rest) {
            Some(property) => into.properties.push(property),
            None => into.lines.push(rest.to_owned()),
        }
    }
    (head, blocks)
}

/// `hl-page:: 8`
fn property(line: &str) -> Option<(String, String)> {
    let (name, value) = line.split_once("::")?;
    let is_name = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    is_name.then(|| (name.to_owned(), value.trim().to_owned()))
}

/// The name of the file: `[Walden.pdf](../assets/Walden.pdf)`, or that of the page.
fn book(file: &Arc<SourceFile>, head: &Block, path: &Path) -> ImportedBook {
    let link = head.get("file");
    let named = link
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("]("))
        .map(|(name, _)| name);
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name = named.unwrap_or_else(|| stem.trim_start_matches("hls__"));
    let title = without_stamp(name.strip_suffix(".pdf").unwrap_or(name));
    let title = if title.is_empty() { &file.name } else { title };
    ImportedBook {
        ids: vec![format!("logseq-pdf:{title}")],
        title: Some(title.to_owned()),
        ..ImportedBook::default()
    }
}

/// `walden_1700000000000_0`: Logseq adds the time in milliseconds, and a number.
fn without_stamp(name: &str) -> &str {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = name.rsplitn(3, '_');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(number), Some(stamp), Some(title))
            if digits(number) && digits(stamp) && stamp.len() >= 12 =>
        {
            title
        }
        _ => name,
    }
}

fn highlight(block: &Block, place: Place, imported: &mut Imported) -> Option<ImportedNote> {
    let id = block.get("id");
    if block.get("hl-type") == "area" {
        imported.skip(Some(place), "it is a piece of a picture");
        return None;
    }
    if block.text().is_empty() {
        imported.skip(Some(place), "it has no text");
        return None;
    }
    if id.is_empty() {
        imported.report(
            place,
            "this highlight has no id",
            "not imported",
            "open the page in Logseq, which gives it one: id:: …",
        );
        return None;
    }
    let page = block.get("hl-page");
    let pages = page
        .parse()
        .ok()
        .and_then(|page| PageRange::new(page, page));
    if pages.is_none() && !page.is_empty() {
        imported.report(
            place.clone(),
            format!("`{page}` is no page"),
            "imported without pages",
            "put the pages right in the entry's file",
        );
    }
    // Milliseconds since 1970.
    let stamp = block.get("hl-stamp").parse::<f64>().ok();
    let moment = stamp.and_then(|stamp| moment::of_seconds(stamp / 1000.0));
    Some(ImportedNote {
        key: id.to_owned(),
        date: moment.as_ref().map(|moment| moment.date),
        time: moment.and_then(|moment| moment.time),
        pages,
        passage: block.text(),
        color: Some(block.get("hl-color").to_owned()).filter(|color| !color.is_empty()),
        place: Some(place),
        ..ImportedNote::default()
    })
}
