//! Apple Books on a Mac: two SQLite files, of annotations and of books.

mod database;

use super::detect::{Confidence, Detection, Look};
use super::importer::{Importer, Input, Options};
use super::keys::or_mark;
use super::moment;
use super::note::{Imported, ImportedBook, ImportedNote};
use crate::source::Place;
use database::{Found, Row};

/// Seconds from 1970 to 2001, from which Apple counts.
const APPLE_EPOCH: f64 = 978_307_200.0;

/// The type of an annotation that is where the reader stopped.
const POSITION: i64 = 3;

/// The importer of Apple Books' annotations.
#[derive(Debug)]
pub struct AppleBooks;

impl Importer for AppleBooks {
    fn name(&self) -> &'static str {
        "apple-books"
    }

    fn about(&self) -> &'static str {
        "the annotations of Apple Books on a Mac (SQLite; a file, or the folder above)"
    }

    fn detect(&self, look: &Look<'_>) -> Option<Detection> {
        let sqlite = look.bytes.starts_with(b"SQLite format 3\0");
        let named = look.name().starts_with("aeannotation");
        let table = look
            .bytes
            .windows(13)
            .any(|window| window == b"ZAEANNOTATION");
        let folder = look.path.is_dir() && Found::at(look.path).is_some();
        Detection::when(
            sqlite && (named || table),
            Confidence::Certain,
            "SQLite with the table ZAEANNOTATION",
        )
        .or(Detection::when(
            folder,
            Confidence::Certain,
            "a folder with AEAnnotation….sqlite",
        ))
    }

    fn opens_files(&self) -> bool {
        true
    }

    fn read(&self, input: &Input<'_>, _: &Options) -> Imported {
        let mut imported = Imported::default();
        let place = Place::new(input.file, 0..0);
        let rows = match Found::at(input.path) {
            Some(found) => found.rows(),
            None => Err("there is no AEAnnotation….sqlite in it".to_owned()),
        };
        match rows {
            Ok((rows, remarks)) => {
                for remark in remarks {
                    imported.report(
                        place.clone(),
                        remark,
                        "books go by their ids",
                        "copy the folder BKLibrary beside AEAnnotation, too",
                    );
                }
                for row in rows {
                    take(row, &place, &mut imported);
                }
            }
            Err(message) => imported.report(
                place,
                format!("these are no annotations of Apple Books: {message}"),
                "nothing was imported",
                "copy AEAnnotation and BKLibrary from ~/Library/Containers/com.apple.iBooksX/Data/Documents",
            ),
        }
        imported
    }
}

fn take(row: Row, place: &Place, imported: &mut Imported) {
    let trimmed = |text: &Option<String>| text.as_deref().unwrap_or_default().trim().to_owned();
    let (passage, remark) = (trimmed(&row.selected), trimmed(&row.note));
    let why = if row.kind == Some(POSITION) {
        Some("it is where reading stopped")
    } else if row.deleted {
        Some("it was removed")
    } else if passage.is_empty() && remark.is_empty() {
        Some("it has no text")
    } else {
        None
    };
    if let Some(why) = why {
        imported.skip(None, why);
        return;
    }
    let moment = row
        .created
        .and_then(|seconds| moment::of_seconds(seconds + APPLE_EPOCH));
    let note = ImportedNote {
        key: or_mark(row.id, &passage),
        date: moment.as_ref().map(|moment| moment.date),
        time: moment.and_then(|moment| moment.time),
        passage,
        remark,
        chapter: row.chapter.filter(|name| !name.trim().is_empty()),
        color: row
            .style
            .map(|style| color(style, row.underlined).to_owned()),
        location: row.location.filter(|location| !location.is_empty()),
        place: Some(place.clone()),
        ..ImportedNote::default()
    };
    let title = row.title.unwrap_or_else(|| row.asset.clone());
    imported.add(ImportedBook {
        ids: vec![format!("apple-books:{}", row.asset)],
        title: Some(title),
        authors: row.author.into_iter().collect(),
        notes: vec![note],
        ..ImportedBook::default()
    });
}

/// The styles of the marks, in the order of the menu.
fn color(style: i64, underlined: bool) -> &'static str {
    match (underlined, style) {
        (true, _) => "underline",
        (false, 1) => "green",
        (false, 2) => "blue",
        (false, 3) => "yellow",
        (false, 4) => "pink",
        (false, 5) => "purple",
        (false, _) => "none",
    }
}
