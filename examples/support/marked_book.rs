//! Books with the marks of their own index, as several examples read them.

use bookgraph::model::Language;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// A book and which of its entries its own index marks for which concept.
#[derive(Deserialize)]
pub(crate) struct MarkedBook {
    pub(crate) lang: String,
    pub(crate) entries: Vec<BookEntry>,
    pub(crate) concepts: Vec<BookConcept>,
    /// Entry id → concept ids.
    pub(crate) gold: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
pub(crate) struct BookEntry {
    pub(crate) id: String,
    /// The number of its chapter, or its name.
    #[serde(default)]
    #[allow(dead_code, reason = "not every example asks for chapters")]
    pub(crate) chapter: Value,
    pub(crate) order: u32,
    #[serde(default)]
    pub(crate) title: String,
    pub(crate) text: String,
}

#[derive(Deserialize)]
pub(crate) struct BookConcept {
    pub(crate) id: String,
    pub(crate) label: String,
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
    #[allow(dead_code, reason = "not every example asks what stands above")]
    pub(crate) parent: Option<String>,
}

/// The name of a data set: its file's.
pub(crate) fn name(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or(path.as_os_str());
    stem.to_string_lossy().into_owned()
}

/// The language of a code; English when it is none.
pub(crate) fn language(code: &str) -> Language {
    Language::parse(code).unwrap_or_default()
}

/// Reads a file of JSON.
pub(crate) fn json<T: DeserializeOwned>(path: &Path) -> Result<T, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
}
