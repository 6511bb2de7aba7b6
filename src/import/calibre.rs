//! Calibre's viewer: `*.calibre_annotation_collection`, JSON after a byte order mark.

use super::detect::{Confidence, Detection, Look};
use super::importer::{Importer, Input, Options};
use super::note::{Imported, ImportedBook, ImportedNote};
use super::records::{self, text_of};
use crate::source::SourceFile;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use std::sync::Arc;

/// The importer of annotations that Calibre exports.
#[derive(Debug)]
pub struct Calibre;

#[derive(Deserialize)]
struct Collection<'a> {
    #[serde(borrow)]
    annotations: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct Annotation {
    #[serde(default)]
    book_id: Value,
    uuid: Option<String>,
    title: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    highlighted_text: Option<String>,
    notes: Option<String>,
    timestamp: Option<String>,
    start_cfi: Option<String>,
    #[serde(default)]
    spine_index: Value,
    #[serde(default)]
    style: Value,
    #[serde(default)]
    toc_family_titles: Vec<String>,
    #[serde(default)]
    removed: bool,
}

impl Importer for Calibre {
    fn name(&self) -> &'static str {
        "calibre"
    }

    fn about(&self) -> &'static str {
        "annotations that Calibre exports (.calibre_annotation_collection)"
    }

    fn detect(&self, look: &Look<'_>) -> Option<Detection> {
        Detection::when(
            look.text().contains("calibre_annotation_collection"),
            Confidence::Certain,
            "JSON of the type calibre_annotation_collection",
        )
    }

    fn read(&self, input: &Input<'_>, _: &Options) -> Imported {
        let file = input.file;
        let mut imported = Imported::default();
        let collection = records::whole::<Collection<'_>>(file, &mut imported);
        for raw in collection.map(|it| it.annotations).unwrap_or_default() {
            if let Some(annotation) = records::record::<Annotation>(file, raw, &mut imported) {
                take(file, raw, &annotation, &mut imported);
            }
        }
        imported
    }
}

fn take(file: &Arc<SourceFile>, raw: &RawValue, annotation: &Annotation, imported: &mut Imported) {
    let at = records::place(file, raw);
    let text = |text: &Option<String>| text.as_deref().unwrap_or_default().trim().to_owned();
    let (passage, remark) = (text(&annotation.highlighted_text), text(&annotation.notes));
    let why = if annotation.removed {
        Some("it was removed")
    } else if annotation.kind.as_deref() == Some("bookmark") {
        Some("it is a bookmark")
    } else if passage.is_empty() && remark.is_empty() {
        Some("it has no text")
    } else {
        None
    };
    if let Some(why) = why {
        imported.skip(Some(at), why);
        return;
    }
    let written = text(&annotation.timestamp);
    let moment = imported.moment(&written, &at);
    let id = text_of(&annotation.book_id);
    let cfi = text(&annotation.start_cfi);
    let spine = text_of(&annotation.spine_index);
    let place = [spine, cfi].into_iter().filter(|part| !part.is_empty());
    let place = place.collect::<Vec<_>>().join(" ");
    let note = ImportedNote {
        key: match text(&annotation.uuid) {
            uuid if uuid.is_empty() => format!("{id} {place}"),
            uuid => uuid,
        },
        date: moment.as_ref().map(|moment| moment.date),
        time: moment.and_then(|moment| moment.time),
        passage,
        remark,
        chapter: annotation.toc_family_titles.last().cloned(),
        color: annotation.style.get("which").map(text_of),
        location: (!place.is_empty()).then(|| format!("cfi {place}")),
        place: Some(at),
        ..ImportedNote::default()
    };
    imported.add(ImportedBook {
        ids: match id.is_empty() {
            true => Vec::new(),
            false => vec![format!("calibre:{id}")],
        },
        title: annotation.title.clone(),
        notes: vec![note],
        ..ImportedBook::default()
    });
}
