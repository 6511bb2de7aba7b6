//! Texts whose terms are known.

use crate::gold::{Concept, Gold, LabelledEntry};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// A book or a diary, with the names that should be found.
pub(crate) struct Dataset {
    /// The file's name without its ending.
    pub(crate) name: String,
    /// Titles and texts, in order.
    pub(crate) entries: Vec<(String, String)>,
    /// The names that should be found.
    pub(crate) gold: Gold,
}

/// A book with the terms of its index.
#[derive(Deserialize)]
struct Book {
    entries: Vec<Entry>,
    concepts: Vec<IndexTerm>,
}

#[derive(Deserialize)]
struct Entry {
    #[serde(default)]
    title: String,
    text: String,
}

/// A term of a book's index.
#[derive(Deserialize)]
pub(crate) struct IndexTerm {
    pub(crate) id: String,
    pub(crate) label: String,
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
    pub(crate) parent: Option<String>,
}

impl Dataset {
    /// Reads a file of either form; diaries need their concepts.
    pub(crate) fn read(path: &Path, concepts: Option<&Path>) -> Result<Self, String> {
        let name = path.file_stem().unwrap_or(path.as_os_str());
        let name = name.to_string_lossy().into_owned();
        let value: Value = json(path)?;
        if value.get("entries").is_some() {
            let book: Book = decode(path, value)?;
            let entries: Vec<_> = book
                .entries
                .into_iter()
                .map(|entry| (entry.title, entry.text))
                .collect();
            let gold = Gold::of_index(&book.concepts, &entries);
            return Ok(Self {
                name,
                entries,
                gold,
            });
        }
        let diary: BTreeMap<String, LabelledEntry> = decode(path, value)?;
        let concepts = concepts
            .ok_or_else(|| format!("{}: labelled entries need --concepts FILE", path.display()))?;
        let concepts: Vec<Concept> = decode(concepts, json(concepts)?)?;
        let gold = Gold::of_mentions(&concepts, diary.values());
        let body = |entry: LabelledEntry| (String::new(), entry.body);
        Ok(Self {
            name,
            entries: diary.into_values().map(body).collect(),
            gold,
        })
    }

    /// Everything as one text; a title that was just there but for its numbers
    /// is left out.
    pub(crate) fn text(&self) -> String {
        let letters =
            |title: &str| -> String { title.chars().filter(|c| c.is_alphabetic()).collect() };
        let mut text = String::new();
        let mut last = String::new();
        for (title, body) in &self.entries {
            if letters(title) != last {
                text.push_str(title);
                text.push_str(".\n");
                last = letters(title);
            }
            text.push_str(body);
            text.push('\n');
        }
        text
    }
}

fn json(path: &Path) -> Result<Value, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_slice(&bytes).map_err(|error| format!("{}: {error}", path.display()))
}

fn decode<T: DeserializeOwned>(path: &Path, value: Value) -> Result<T, String> {
    serde_json::from_value(value).map_err(|error| format!("{}: {error}", path.display()))
}
