//! KOReader: what its exporter writes (JSON, Markdown), and the sidecar files that it
//! keeps beside books (`metadata.epub.lua`).

mod json;
mod lua;
mod markdown;
mod sidecar;

use super::detect::{Confidence, Detection, Look};
use super::importer::{Importer, Input, Options};
use super::keys::Keys;
use super::note::{Imported, ImportedBook, ImportedNote};
use crate::model::PageRange;
use crate::text::pages::parse_pages;

/// The importer of KOReader's notes.
#[derive(Debug)]
pub struct KoReader;

impl Importer for KoReader {
    fn name(&self) -> &'static str {
        "koreader"
    }

    fn about(&self) -> &'static str {
        "KOReader's exports (JSON, Markdown) and sidecar files (metadata.epub.lua)"
    }

    fn detect(&self, look: &Look<'_>) -> Option<Detection> {
        let text = look.text();
        let json = look.is_json_with(&["entries", "created_on"]);
        let sidecar = look.is_called(".lua");
        let has = |name: &str| text.contains(&format!("[\"{name}\"]"));
        let lua = has("annotations") || has("doc_props") || (has("highlight") && has("bookmarks"));
        let markdown = text
            .lines()
            .any(|line| line.starts_with("### Page ") && line.contains(" @ "));
        Detection::when(
            json,
            Confidence::Certain,
            "JSON with created_on and entries",
        )
        .or(Detection::when(
            sidecar && lua,
            Confidence::Certain,
            "a sidecar file: Lua with annotations, or highlight and bookmarks",
        ))
        .or(Detection::when(
            markdown,
            Confidence::Certain,
            "Markdown with headings such as ### Page 35 @ …",
        ))
    }

    fn read(&self, input: &Input<'_>, _: &Options) -> Imported {
        let text = input.file.text.trim_start();
        if text.starts_with(['{', '[']) {
            json::read(input.file)
        } else if input.path.extension().is_some_and(|ending| ending == "lua") {
            sidecar::read(input.file)
        } else {
            markdown::read(input.file)
        }
    }
}

/// A book by its title and authors, several of which stand on lines of their own or
/// between semicolons.
fn book(title: &str, authors: &str) -> ImportedBook {
    let names = authors
        .split(['\n', ';'])
        .map(|name| name.trim().to_owned());
    ImportedBook {
        ids: vec![format!(
            "koreader:{} ({})",
            title.trim(),
            authors.trim().replace('\n', "; ")
        )],
        title: Some(title.trim().to_owned()).filter(|title| !title.is_empty()),
        authors: names.filter(|name| !name.is_empty()).collect(),
        ..ImportedBook::default()
    }
}

/// Adds a note, with a key of its book, its time and its beginning: pages change with
/// the size of the letters.
fn push(
    about: &mut ImportedBook,
    mut note: ImportedNote,
    keys: &mut Keys,
    imported: &mut Imported,
) {
    let title = about.title.as_deref().unwrap_or("?");
    let made = note
        .time
        .clone()
        .or_else(|| note.pages.map(|pages| format!("page {}", pages.first)));
    let key = format!("{title} {}", made.unwrap_or_else(|| "?".to_owned()));
    let words = match note.passage.is_empty() {
        true => note.remark.clone(),
        false => note.passage.clone(),
    };
    match keys.take(key, &words) {
        Some(key) => {
            note.key = key;
            about.notes.push(note);
        }
        None => imported.skip(note.place, "it stands there twice"),
    }
}

/// A page, which may be a text: `107-107`, `ix`.
fn page(note: &mut ImportedNote, page: &str) {
    match parse_pages(page).and_then(|(first, last)| PageRange::new(first, last)) {
        Some(pages) => note.pages = Some(pages),
        None if page.is_empty() || page == "0" => {}
        None => note.location = Some(format!("p. {page}")),
    }
}
