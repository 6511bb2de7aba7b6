//! KOReader's export to JSON: one document, or several.

use super::{book, page, push};
use crate::import::keys::Keys;
use crate::import::moment;
use crate::import::note::{Imported, ImportedNote};
use crate::import::records::{self, text_of};
use crate::source::SourceFile;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use std::sync::Arc;

#[derive(Deserialize)]
struct Export<'a> {
    #[serde(borrow)]
    documents: Option<Vec<&'a RawValue>>,
}

#[derive(Deserialize)]
struct Document<'a> {
    title: Option<String>,
    author: Option<String>,
    #[serde(borrow)]
    entries: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct Entry {
    sort: Option<String>,
    #[serde(default)]
    page: Value,
    #[serde(default)]
    time: Value,
    text: Option<String>,
    note: Option<String>,
    chapter: Option<String>,
    color: Option<String>,
}

pub(super) fn read(file: &Arc<SourceFile>) -> Imported {
    let mut imported = Imported::default();
    let Some(export) = records::whole::<Export<'_>>(file, &mut imported) else {
        return imported;
    };
    match export.documents {
        Some(documents) => {
            for raw in documents {
                let document = records::record::<Document<'_>>(file, raw, &mut imported);
                document.inspect(|document| read_document(file, document, &mut imported));
            }
        }
        None => {
            let document = records::whole::<Document<'_>>(file, &mut imported);
            document.inspect(|document| read_document(file, document, &mut imported));
        }
    }
    imported
}

fn read_document(file: &Arc<SourceFile>, document: &Document<'_>, imported: &mut Imported) {
    let text = |text: &Option<String>| text.as_deref().unwrap_or_default().trim().to_owned();
    let mut about = book(&text(&document.title), &text(&document.author));
    let mut keys = Keys::default();
    for raw in &document.entries {
        let at = records::place(file, raw);
        let Some(entry) = records::record::<Entry>(file, raw, imported) else {
            continue;
        };
        let (passage, remark) = (text(&entry.text), text(&entry.note));
        if entry.sort.as_deref() == Some("bookmark") && remark.is_empty() {
            imported.skip(Some(at), "it is a bookmark");
            continue;
        }
        if passage.is_empty() && remark.is_empty() {
            imported.skip(Some(at), "it has no text");
            continue;
        }
        let moment = entry.time.as_f64().and_then(moment::of_seconds);
        let mut note = ImportedNote {
            date: moment.as_ref().map(|moment| moment.date),
            time: moment.and_then(|moment| moment.time),
            passage,
            remark,
            chapter: Some(text(&entry.chapter)).filter(|name| !name.is_empty()),
            color: Some(text(&entry.color)).filter(|color| !color.is_empty()),
            place: Some(at),
            ..ImportedNote::default()
        };
        page(&mut note, &text_of(&entry.page));
        push(&mut about, note, &mut keys, imported);
    }
    imported.add(about);
}
