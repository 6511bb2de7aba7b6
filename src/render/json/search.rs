//! `bookgraph.search/1` and `bookgraph.said/1`.

use super::find::{PassageShape, in_characters, passage_shape};
use super::print;
use super::schema::JsonAnswer;
use super::shapes::EntryShape;
use crate::model::Library;
use crate::place::Placement;
use crate::query::Said;
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Serialize, JsonSchema)]
pub(super) struct SearchShape {
    schema: &'static str,
    text: String,
    any: bool,
    count: usize,
    total: usize,
    entries: Vec<SaidShape>,
}

/// One entry that says what was looked for, on a line by itself.
#[derive(Serialize, JsonSchema)]
pub(super) struct SaidLine {
    schema: &'static str,
    said: SaidShape,
}

#[derive(Serialize, JsonSchema)]
struct SaidShape {
    entry: EntryShape,
    /// With three digits.
    score: f64,
    /// In characters of the title.
    title_highlights: Vec<[usize; 2]>,
    passages: Vec<PassageShape>,
}

impl JsonAnswer for SearchShape {
    const SCHEMA: &'static str = "bookgraph.search/1";
}

impl JsonAnswer for SaidLine {
    const SCHEMA: &'static str = "bookgraph.said/1";
}

/// The entries that say what was looked for; `total` is how many there are,
/// should some be left out.
pub fn search(
    library: &Library,
    placement: &Placement,
    (text, any): (&str, bool),
    (entries, total): (&[Said], usize),
) -> String {
    print(&SearchShape {
        schema: SearchShape::SCHEMA,
        text: text.to_owned(),
        any,
        count: entries.len(),
        total,
        entries: entries
            .iter()
            .map(|said| said_shape(library, placement, said))
            .collect(),
    })
}

/// The same entries, one object a line and nothing else.
pub fn search_lines(library: &Library, placement: &Placement, entries: &[Said]) -> String {
    let lines = entries.iter().map(|said| {
        super::line(&SaidLine {
            schema: SaidLine::SCHEMA,
            said: said_shape(library, placement, said),
        })
    });
    lines.collect()
}

fn said_shape(library: &Library, placement: &Placement, said: &Said) -> SaidShape {
    let entry = library.entry(said.entry);
    let passages = said.passages.iter();
    SaidShape {
        entry: EntryShape::new(library, placement, said.entry),
        score: (said.score * 1000.0).round() / 1000.0,
        title_highlights: in_characters(&entry.title, 0, &said.title),
        passages: passages
            .map(|passage| passage_shape(&entry.text, passage))
            .collect(),
    }
}
