//! A plain table: what its columns hold, the reader says.

use super::columns::COLUMNS;
use super::detect::{Confidence, Detection, Look};
use super::importer::{Importer, Input, Options};
use super::keys::{Keys, mark};
use super::note::{Imported, ImportedBook, ImportedNote};
use super::rows::{Row, Rows};
use crate::model::{Edition, PageRange};
use crate::source::Place;
use crate::text::pages::parse_pages;

/// The importer of tables.
#[derive(Debug)]
pub struct Table;

impl Importer for Table {
    fn name(&self) -> &'static str {
        "table"
    }

    fn about(&self) -> &'static str {
        "any table in CSV; --column FIELD=HEAD says what its columns hold"
    }

    fn detect(&self, look: &Look<'_>) -> Option<Detection> {
        let line = look.first_line();
        let columns = line.matches([',', ';', '\t']).count() + 1;
        let called = [".csv", ".tsv"].iter().any(|ending| look.is_called(ending));
        Detection::when(
            called && columns > 1,
            Confidence::Possible,
            format!("a table with {columns} columns; --column says what they hold"),
        )
    }

    fn read(&self, input: &Input<'_>, options: &Options) -> Imported {
        let mut imported = Imported::default();
        let named: Vec<&str> = options
            .columns
            .iter()
            .map(|(_, head)| head.as_str())
            .collect();
        let Some(rows) = Rows::read(input.file, &named, &mut imported) else {
            return imported;
        };
        let columns = columns(rows.heads(), options);
        let has = |field: &str| columns.iter().any(|(known, _)| *known == field);
        if !has("text") && !has("quote") {
            imported.report(
                Place::new(input.file, 0..0),
                "no column is said to hold the text",
                "nothing was imported",
                format!(
                    "say which: --column text=HEAD; the columns are: {}",
                    rows.heads().join(", ")
                ),
            );
            return imported;
        }
        for head in rows.heads() {
            if !columns.iter().any(|(_, used)| used == head) {
                let head = format!("no field is said to be in the column `{head}` (--column)");
                imported.skip(Some(Place::new(input.file, 0..0)), head);
            }
        }
        let mut keys = Keys::default();
        for row in rows.iter() {
            let field = |name: &str| {
                let found = columns.iter().find(|(known, _)| *known == name);
                found
                    .map(|(_, head)| row.get(head).to_owned())
                    .unwrap_or_default()
            };
            take(&row, &field, &mut keys, &mut imported);
        }
        imported
    }
}

/// Which column each field is in: as the reader says, or else the one that is called
/// like the field.
fn columns<'a>(heads: &'a [String], options: &'a Options) -> Vec<(&'a str, &'a str)> {
    let said = options
        .columns
        .iter()
        .map(|(field, head)| (field.as_str(), head.as_str()));
    let mut columns: Vec<(&str, &str)> = said.collect();
    for field in COLUMNS {
        let head = heads.iter().find(|head| head.eq_ignore_ascii_case(field));
        if let (Some(head), false) = (head, columns.iter().any(|(known, _)| *known == field)) {
            columns.push((field, head));
        }
    }
    columns
}

fn take(row: &Row<'_>, field: &dyn Fn(&str) -> String, keys: &mut Keys, imported: &mut Imported) {
    let place = row.place();
    let some = |name: &str| Some(field(name)).filter(|text| !text.is_empty());
    let (passage, remark) = (field("quote"), field("text"));
    if passage.is_empty() && remark.is_empty() {
        imported.skip(Some(place), "it has no text");
        return;
    }
    let moment = imported.moment(&field("date"), &place);
    let pages = pages(&field("page"), &place, imported);
    let words = format!("{passage}\n{remark}");
    let key = match some("id") {
        Some(id) => id,
        None => {
            let parts = ["book", "title", "date", "page", "location"].map(field);
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            match parts.is_empty() {
                true => mark(&words),
                false => parts.join(" "),
            }
        }
    };
    let Some(key) = keys.take(key, &words) else {
        imported.skip(Some(place), "it stands there twice");
        return;
    };
    let tags = field("tags");
    let tags = tags
        .split([',', ';'])
        .map(|tag| tag.trim().trim_start_matches('#').to_owned());
    let title = some("book");
    let note = ImportedNote {
        key,
        source_title: some("title"),
        title: some("title"),
        date: moment.as_ref().map(|moment| moment.date),
        time: moment.and_then(|moment| moment.time),
        pages,
        passage,
        remark,
        chapter: some("chapter"),
        location: some("location"),
        color: some("color"),
        tags: tags.filter(|tag| !tag.is_empty()).collect(),
        url: some("url"),
        place: Some(place),
        ..ImportedNote::default()
    };
    imported.add(ImportedBook {
        ids: title.iter().map(|title| format!("table:{title}")).collect(),
        authors: some("author").into_iter().collect(),
        edition: Edition {
            isbn: some("isbn"),
            ..Edition::default()
        },
        title,
        notes: vec![note],
    });
}

fn pages(text: &str, place: &Place, imported: &mut Imported) -> Option<PageRange> {
    let pages = parse_pages(text).and_then(|(first, last)| PageRange::new(first, last));
    if pages.is_none() && !text.is_empty() {
        imported.report(
            place.clone(),
            format!("`{text}` is no range of pages"),
            "imported without pages",
            "put the pages right in the entry's file",
        );
    }
    pages
}
