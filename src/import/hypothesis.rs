//! Hypothesis: what its API answers at `search`, and what its client exports.

use super::detect::{Confidence, Detection, Look};
use super::importer::{Importer, Input, Options};
use super::keys::or_mark;
use super::note::{Imported, ImportedBook, ImportedNote};
use super::records;
use crate::source::{Place, SourceFile};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use std::sync::Arc;

/// The importer of annotations made with Hypothesis.
#[derive(Debug)]
pub struct Hypothesis;

#[derive(Deserialize)]
struct Answer<'a> {
    #[serde(borrow)]
    rows: Option<Vec<&'a RawValue>>,
    #[serde(borrow)]
    annotations: Option<Vec<&'a RawValue>>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    created: Option<String>,
    uri: Option<String>,
    text: Option<String>,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    document: Value,
    #[serde(default)]
    target: Vec<Target>,
    #[serde(default)]
    references: Vec<String>,
    #[serde(default)]
    links: Value,
    #[serde(default)]
    hidden: bool,
}

#[derive(Deserialize)]
struct Target {
    #[serde(default)]
    selector: Vec<Value>,
}

impl Importer for Hypothesis {
    fn name(&self) -> &'static str {
        "hypothesis"
    }

    fn about(&self) -> &'static str {
        "annotations made with Hypothesis (JSON of its API or its client)"
    }

    fn detect(&self, look: &Look<'_>) -> Option<Detection> {
        let marked = look.is_json_with(&["uri", "target"]);
        let named = look.is_json_with(&["rows"]) || look.is_json_with(&["annotations"]);
        Detection::when(
            marked && named,
            Confidence::Certain,
            "JSON with annotations that have a uri and a target",
        )
    }

    fn read(&self, input: &Input<'_>, _: &Options) -> Imported {
        let file = input.file;
        let mut imported = Imported::default();
        let rows = match file.text.trim_start().starts_with('[') {
            true => records::whole::<Vec<&RawValue>>(file, &mut imported),
            false => records::whole::<Answer<'_>>(file, &mut imported)
                .map(|answer| answer.rows.or(answer.annotations).unwrap_or_default()),
        };
        for raw in rows.unwrap_or_default() {
            if let Some(row) = records::record::<Row>(file, raw, &mut imported) {
                read_row(file, raw, &row, &mut imported);
            }
        }
        imported
    }
}

fn read_row(file: &Arc<SourceFile>, raw: &RawValue, row: &Row, imported: &mut Imported) {
    let at = records::place(file, raw);
    let passage = quoted(row);
    let remark = row.text.as_deref().unwrap_or_default().trim().to_owned();
    if row.hidden {
        imported.skip(Some(at), "it is hidden by a moderator");
        return;
    }
    if passage.is_empty() && remark.is_empty() {
        imported.skip(Some(at), "it has no text");
        return;
    }
    let uri = row.uri.clone().unwrap_or_default();
    let note = ImportedNote {
        passage,
        remark,
        tags: row.tags.clone(),
        location: (!row.references.is_empty()).then(|| "a reply".to_owned()),
        url: Some(address(row).unwrap_or_else(|| uri.clone())).filter(|url| !url.is_empty()),
        ..made(row, &at, imported)
    };
    imported.add(ImportedBook {
        ids: vec![format!("hypothesis:{uri}")],
        title: title(row).or_else(|| row.uri.clone()),
        notes: vec![note],
        ..ImportedBook::default()
    });
}

/// The id and the date.
fn made(row: &Row, at: &Place, imported: &mut Imported) -> ImportedNote {
    let moment = imported.moment(row.created.as_deref().unwrap_or_default(), at);
    ImportedNote {
        key: or_mark(row.id.clone(), row.text.as_deref().unwrap_or_default()),
        date: moment.as_ref().map(|moment| moment.date),
        time: moment.and_then(|moment| moment.time),
        place: Some(at.clone()),
        ..ImportedNote::default()
    }
}

/// The passage that is marked: nothing for a note on the whole page.
fn quoted(row: &Row) -> String {
    let selectors = row.target.iter().flat_map(|target| &target.selector);
    let mut exact = selectors.filter_map(|selector| selector.get("exact")?.as_str());
    exact.next().unwrap_or_default().trim().to_owned()
}

/// The title of the document: a text, or the first of a list.
fn title(row: &Row) -> Option<String> {
    let title = row.document.get("title")?;
    let text = title.as_str().or_else(|| title.get(0)?.as_str())?;
    Some(text.trim().to_owned()).filter(|title| !title.is_empty())
}

/// Where the annotation can be read in its place.
fn address(row: &Row) -> Option<String> {
    let link = row
        .links
        .get("incontext")
        .or_else(|| row.links.get("html"))?;
    Some(link.as_str()?.to_owned())
}
