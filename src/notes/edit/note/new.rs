//! A new note.

use super::super::setting::EntryField;
use super::entry::{chapters_written, pages_written};
use super::quote::words;

/// The text of a note with these fields, of a book that it names.
pub fn note_file(book: Option<&str>, fields: &[EntryField]) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut text = String::new();
    for field in fields {
        match field {
            EntryField::Title(Some(title)) => lines.push(format!("title: {}", words(title))),
            EntryField::Date(Some(date)) => lines.push(format!("date: {date}")),
            EntryField::Day(Some(day)) => lines.push(format!("day: {day}")),
            EntryField::Pages(Some(pages)) => {
                lines.push(format!("pages: {}", pages_written(*pages)));
            }
            EntryField::Chapters(chapters) => {
                let chapters = chapters_written(chapters);
                lines.extend(chapters.map(|chapters| format!("chapter: {chapters}")));
            }
            EntryField::Text(words) => words.trim().clone_into(&mut text),
            _ => {}
        }
    }
    lines.extend(book.map(|book| format!("book: {}", words(book))));
    match lines.is_empty() {
        true => format!("{text}\n"),
        false => format!("---\n{}\n---\n\n{text}\n", lines.join("\n")),
    }
}
