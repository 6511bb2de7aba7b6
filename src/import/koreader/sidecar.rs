//! The file that KOReader keeps beside a book: `Book.sdr/metadata.epub.lua`.
//!
//! Now it has `annotations`; before 2024 it had `highlight`, by pages, and
//! `bookmarks`, in which the reader's words to a highlight stand.

use super::lua::Table;
use super::{book, page, push};
use crate::import::keys::Keys;
use crate::import::note::{Imported, ImportedBook, ImportedNote};
use crate::source::{Place, SourceFile};
use std::sync::Arc;

pub(super) fn read(file: &Arc<SourceFile>) -> Imported {
    let mut imported = Imported::default();
    let table = match Table::read(&file.text) {
        Ok(table) => table,
        Err(fault) => {
            imported.report(
                Place::new(file, fault.at..fault.at),
                format!("this is no table of Lua: {}", fault.message),
                "nothing was imported",
                "copy the file from the device again",
            );
            return imported;
        }
    };
    let mut about = about(file, &table);
    let mut keys = Keys::default();
    match table.table("annotations") {
        Some(annotations) => {
            for (annotation, at) in annotations.tables() {
                let place = Place::new(file, at..at);
                let (passage, remark) = (annotation.text("text"), annotation.text("note"));
                let drawn = annotation.get("drawer").is_some();
                take(
                    &mut about,
                    annotation,
                    (passage, remark, drawn),
                    place,
                    &mut keys,
                    &mut imported,
                );
            }
        }
        None => old(file, &table, &mut about, &mut keys, &mut imported),
    }
    imported.add(about);
    imported
}

/// The title and the authors; the name of the book's file where it says no title.
fn about(file: &Arc<SourceFile>, table: &Table) -> ImportedBook {
    let properties = table.table("doc_props").or(table.table("stats"));
    let text = |name| properties.map(|table| table.text(name)).unwrap_or_default();
    let title = match text("title") {
        title if !title.is_empty() => title,
        _ => {
            let path = table.text("doc_path");
            let shown = if path.is_empty() {
                file.name.clone()
            } else {
                path
            };
            let folder = shown
                .rsplit(['/', '\\'])
                .find(|part| !part.starts_with("metadata."));
            let name = folder.unwrap_or(&shown).trim_end_matches(".sdr");
            name.rsplit_once('.')
                .map_or(name, |(name, _)| name)
                .to_owned()
        }
    };
    book(&title, &text("authors"))
}

/// The highlights of a page each, and what the bookmarks say of them.
fn old(
    file: &Arc<SourceFile>,
    table: &Table,
    about: &mut ImportedBook,
    keys: &mut Keys,
    imported: &mut Imported,
) {
    let bookmarks: Vec<(&Table, usize)> = table
        .table("bookmarks")
        .into_iter()
        .flat_map(Table::tables)
        .collect();
    let mut used: Vec<usize> = Vec::new();
    let pages = table
        .table("highlight")
        .into_iter()
        .flat_map(|pages| &pages.fields);
    for (number, value, _) in pages {
        let super::lua::Value::Table(highlights) = value else {
            continue;
        };
        for (highlight, at) in highlights.tables() {
            let made = highlight.text("datetime");
            let on = bookmarks.iter().find(|(mark, _)| {
                mark.text("datetime") == made && mark.text("notes") == highlight.text("text")
            });
            used.extend(on.map(|(_, at)| *at));
            let remark = on.map(|(mark, _)| own_words(mark)).unwrap_or_default();
            let mut with_page = highlight.clone();
            let page = super::lua::Value::Text(number.clone());
            with_page.fields.push(("pageno".to_owned(), page, at));
            let words = (highlight.text("text"), remark, true);
            take(
                about,
                &with_page,
                words,
                Place::new(file, at..at),
                keys,
                imported,
            );
        }
    }
    for (mark, at) in bookmarks {
        if !used.contains(&at) {
            let highlighted = mark.get("highlighted").is_some();
            let passage = if highlighted {
                mark.text("notes")
            } else {
                String::new()
            };
            let words = (passage, own_words(mark), highlighted);
            take(about, mark, words, Place::new(file, at..at), keys, imported);
        }
    }
}

/// What the reader wrote to a bookmark; what KOReader writes by itself has the time in
/// it: `Page 12 … @ 2021-03-08 22:52:57`.
fn own_words(mark: &Table) -> String {
    let (text, made) = (mark.text("text"), mark.text("datetime"));
    match !made.is_empty() && text.contains(&made) || text == mark.text("notes") {
        true => String::new(),
        false => text,
    }
}

fn take(
    about: &mut ImportedBook,
    annotation: &Table,
    (passage, remark, drawn): (String, String, bool),
    place: Place,
    keys: &mut Keys,
    imported: &mut Imported,
) {
    // A bookmark has the first words of its page as its text, and no mark.
    if !drawn && remark.is_empty() {
        imported.skip(Some(place), "it is a bookmark");
        return;
    }
    if passage.is_empty() && remark.is_empty() {
        imported.skip(Some(place), "it has no text");
        return;
    }
    let made = annotation.text("datetime");
    let moment = imported.moment(&made, &place);
    let some = |name| Some(annotation.text(name)).filter(|text| !text.is_empty());
    let mut note = ImportedNote {
        date: moment.as_ref().map(|moment| moment.date),
        time: moment.and_then(|moment| moment.time),
        passage: if drawn { passage } else { String::new() },
        remark,
        chapter: some("chapter"),
        color: some("color"),
        place: Some(place),
        ..ImportedNote::default()
    };
    // The page of the printed book, or else that of the screen.
    let number = ["pageref", "pageno", "page"].into_iter().find_map(some);
    page(
        &mut note,
        &number
            .filter(|number| !number.contains('/'))
            .unwrap_or_default(),
    );
    push(about, note, keys, imported);
}
