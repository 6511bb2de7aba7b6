//! What several answers hold.

use crate::map::Words;
use crate::model::{ConceptId, EntryId, Library, LocalText, PageBound, PageRange};
use crate::place::Placement;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize, JsonSchema)]
pub(super) struct EntryShape {
    id: String,
    book: String,
    title: String,
    date: Option<String>,
    day: Option<u32>,
    pages: Option<[u32; 2]>,
    chapters: Vec<String>,
    chapters_by: &'static str,
    truncated: bool,
    /// Who speaks in the text: `own`, `quotation` or `both`.
    voice: &'static str,
    file: String,
    line: usize,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct ConceptShape {
    pub(super) id: String,
    pub(super) label: String,
}

impl EntryShape {
    pub(super) fn new(library: &Library, placement: &Placement, id: EntryId) -> Self {
        let entry = library.entry(id);
        Self {
            id: entry.id.clone(),
            book: library.book(entry.book).id.clone(),
            title: entry.title.clone(),
            date: entry.date.map(|date| date.to_string()),
            day: entry.day,
            pages: entry.pages.map(pages),
            chapters: placement
                .chapters(library, id)
                .map(|chapter| library.chapter(chapter).id.clone())
                .collect(),
            chapters_by: placement.basis(id).name(),
            truncated: entry.truncated,
            voice: entry.voice.name(),
            file: entry.file.clone(),
            line: entry.line,
        }
    }
}

impl ConceptShape {
    pub(super) fn new(library: &Library, words: Words, id: ConceptId) -> Self {
        let concept = library.vocabulary().get(id);
        Self {
            id: concept.id.clone(),
            label: concept.label_in(words.language()).to_owned(),
        }
    }
}

pub(super) fn pages(range: PageRange) -> [u32; 2] {
    [range.first, range.last]
}

/// A page bound: `[362, 370]`, either side null when it is not known.
pub(super) fn bound(bound: PageBound) -> [Option<u32>; 2] {
    [bound.earliest, bound.latest]
}

/// A localized text as an object from language code to text.
pub(super) fn localized(text: &LocalText) -> BTreeMap<String, String> {
    text.iter()
        .map(|(language, text)| (language.to_string(), text.to_owned()))
        .collect()
}

/// A share or a salience with three digits.
pub(super) fn rounded(value: f32) -> f64 {
    (f64::from(value) * 1000.0).round() / 1000.0
}

/// A number with three digits.
pub(super) fn thousandths(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

/// A number with two digits.
pub(super) fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
