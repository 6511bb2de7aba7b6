//! Texts and what people made of them.

use bookgraph::text::sentence::sentences;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// A text in sentences, and its summary.
pub(crate) struct Document {
    pub(crate) sentences: Vec<String>,
    /// The indices of the sentences that people chose, where they did.
    pub(crate) chosen: Option<Vec<usize>>,
    /// The summary as a text.
    pub(crate) gold: String,
}

/// Some documents.
pub(crate) struct Dataset {
    pub(crate) name: String,
    pub(crate) documents: Vec<Document>,
}

/// A file: a text with chosen sentences or a written summary, or a book.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Extracted {
    sentences: Vec<String>,
    #[serde(default)]
    summaries: Option<Vec<usize>>,
    #[serde(default)]
    summary: Option<String>,
}

#[derive(Deserialize)]
struct Book {
    entries: Vec<Page>,
    chapter_summaries: BTreeMap<String, Vec<Piece>>,
}

#[derive(Deserialize)]
struct Page {
    chapter: serde_json::Value,
    text: String,
}

#[derive(Deserialize)]
struct Piece {
    text: String,
}

impl Dataset {
    /// Reads a file, or all `.json` files of a folder in the order of their names.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let name = path.file_stem().unwrap_or_default();
        let mut files = vec![path.to_path_buf()];
        if path.is_dir() {
            let listed = std::fs::read_dir(path).map_err(|error| place(path, &error))?;
            let listed: Result<Vec<_>, _> = listed.map(|file| Ok(file?.path())).collect();
            files = listed.map_err(|error: std::io::Error| place(path, &error))?;
            files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
            files.sort();
        }
        let mut documents = Vec::new();
        for file in &files {
            documents.extend(read_file(file)?);
        }
        match documents.is_empty() {
            true => Err(format!("{}: no text with a summary in it", path.display())),
            false => Ok(Self {
                name: name.to_string_lossy().into_owned(),
                documents,
            }),
        }
    }
}

fn place(path: &Path, error: &dyn std::fmt::Display) -> String {
    format!("{}: {error}", path.display())
}

fn read_file(path: &Path) -> Result<Vec<Document>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| place(path, &error))?;
    let value: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| place(path, &error))?;
    if value.get("chapter_summaries").is_some() {
        let book: Book = serde_json::from_value(value).map_err(|error| place(path, &error))?;
        return Ok(of_book(&book));
    }
    let known = ["sentences", "summaries", "summary"];
    let fields = value.as_object().cloned().unwrap_or_default();
    let fields = fields
        .into_iter()
        .filter(|(name, _)| known.contains(&name.as_str()));
    let value = serde_json::Value::Object(fields.collect());
    let text: Extracted = serde_json::from_value(value).map_err(|error| place(path, &error))?;
    of_text(text)
        .map(|document| vec![document])
        .ok_or_else(|| place(path, &"it has neither `summaries` nor a `summary`"))
}

fn of_text(text: Extracted) -> Option<Document> {
    let mut chosen = text.summaries;
    if let Some(chosen) = &mut chosen {
        chosen.retain(|&index| index < text.sentences.len());
        chosen.sort_unstable();
        chosen.dedup();
    }
    let of_chosen = chosen.as_ref().map(|chosen| {
        let sentences: Vec<&str> = chosen.iter().map(|&i| text.sentences[i].as_str()).collect();
        sentences.join(" ")
    });
    Some(Document {
        gold: text.summary.or(of_chosen)?,
        chosen,
        sentences: text.sentences,
    })
}

/// A document for each chapter that has a summary.
fn of_book(book: &Book) -> Vec<Document> {
    let documents = book.chapter_summaries.iter().map(|(chapter, pieces)| {
        let of_chapter = |page: &&Page| match &page.chapter {
            serde_json::Value::String(id) => id == chapter,
            other => other
                .as_u64()
                .is_some_and(|number| chapter.parse() == Ok(number)),
        };
        let pages = book.entries.iter().filter(of_chapter);
        let split = pages.flat_map(|page| {
            let ranges = sentences(&page.text).into_iter();
            ranges
                .map(|range| page.text[range].to_owned())
                .collect::<Vec<_>>()
        });
        let pieces: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
        Document {
            sentences: split
                .filter(|sentence| sentence.chars().count() > 20)
                .collect(),
            chosen: None,
            gold: pieces.join(" "),
        }
    });
    documents
        .filter(|document| document.sentences.len() >= 10 && !document.gold.is_empty())
        .collect()
}
