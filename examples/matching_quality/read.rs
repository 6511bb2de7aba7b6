//! Data sets on disk.

#[path = "../support/marked_book.rs"]
mod marked_book;

use crate::silver::SilverSet;
use bookgraph::model::{Alias, Concept, Vocabulary};
use serde::Deserialize;
use serde_json::Value;
use std::path::Path;

pub(crate) use marked_book::{BookConcept, MarkedBook, json, language, name};

/// A data set of some kind.
pub(crate) enum Dataset {
    Book(Box<MarkedBook>),
    Marked(Vec<MarkedText>),
    Silver(Box<SilverSet>),
}

/// A text in which every mention is marked.
pub(crate) struct MarkedText {
    pub(crate) id: String,
    pub(crate) text: String,
    /// Knowingly beyond rules that don't understand the text.
    pub(crate) hard: bool,
    pub(crate) mentions: Vec<MarkedMention>,
}

#[derive(Deserialize)]
pub(crate) struct MarkedMention {
    pub(crate) concept: String,
    #[serde(default)]
    kind: Option<String>,
    pub(crate) byte_start: usize,
    pub(crate) byte_end: usize,
}

impl MarkedMention {
    /// Whether the mention must be found; others may be.
    pub(crate) fn is_required(&self) -> bool {
        self.kind.as_deref() != Some("implicit")
    }
}

#[derive(Deserialize)]
struct GoldConcept {
    id: String,
    aliases: Vec<GoldAlias>,
}

#[derive(Deserialize)]
struct GoldAlias {
    text: String,
    #[serde(default)]
    flags: Vec<String>,
}

/// Reads a data set and sees of which kind it is.
pub(crate) fn dataset(path: &Path) -> Result<Dataset, String> {
    let value: Value = json(path)?;
    let fails = |error: serde_json::Error| format!("{}: {error}", path.display());
    if value.get("entries").is_some() {
        let book = serde_json::from_value(value).map_err(fails)?;
        return Ok(Dataset::Book(Box::new(book)));
    }
    if value.get("names").is_some() && value.get("texts").is_some() {
        let set = serde_json::from_value(value).map_err(fails)?;
        return Ok(Dataset::Silver(Box::new(set)));
    }
    match value {
        Value::Array(cases) => {
            let texts = cases.into_iter().enumerate();
            let texts = texts.map(|(index, case)| text(index.to_string(), "text", case));
            texts
                .collect::<Result<_, _>>()
                .map(Dataset::Marked)
                .map_err(fails)
        }
        Value::Object(entries) => {
            let texts = entries
                .into_iter()
                .map(|(id, entry)| text(id, "body", entry));
            texts
                .collect::<Result<_, _>>()
                .map(Dataset::Marked)
                .map_err(fails)
        }
        _ => Err(format!(
            "{}: neither a book nor marked texts",
            path.display()
        )),
    }
}

fn text(id: String, field: &str, mut value: Value) -> Result<MarkedText, serde_json::Error> {
    Ok(MarkedText {
        id,
        text: serde_json::from_value(value[field].take())?,
        hard: value["hard"].as_bool().unwrap_or(false),
        mentions: serde_json::from_value(value["mentions"].take())?,
    })
}

/// Reads the concepts of marked texts.
pub(crate) fn concepts(path: &Path) -> Result<Vocabulary, String> {
    let concepts: Vec<GoldConcept> = json(path)?;
    Ok(Vocabulary::new(concepts.iter().map(gold_concept).collect()))
}

fn gold_concept(source: &GoldConcept) -> Concept {
    let aliases = source.aliases.iter().map(|alias| {
        let flag = |name: &str| alias.flags.iter().any(|flag| flag == name);
        Alias {
            text: alias.text.clone(),
            case: flag("case"),
            weak: flag("weak"),
            ..Alias::default()
        }
    });
    concept(&source.id, aliases.collect())
}

/// A concept that has nothing but names.
pub(crate) fn concept(id: &str, aliases: Vec<Alias>) -> Concept {
    Concept {
        id: id.to_owned(),
        aliases,
        ..Concept::default()
    }
}
