//! Single fields of an entry that is a note.

use super::super::lines::line_start;
use super::super::setting::EntryField;
use super::super::splice::Splice;
use super::body;
use super::quote::{quoted, words};
use super::sheet::Sheet;
use crate::notes::format::{ChapterName, EntrySource, PagesSource};
use crate::notes::markdown::{Field, Property, Value};

/// The changes that set a field.
pub(super) fn set(sheet: &Sheet, field: &EntryField) -> Vec<Splice> {
    let property = |field, key, value: Option<String>| {
        property(sheet, field, key, value).into_iter().collect()
    };
    match field {
        EntryField::Title(Some(title)) => self::title(sheet, title),
        EntryField::Title(None) => property(Field::Title, "title", None),
        EntryField::Date(date) => property(Field::Date, "date", date.map(|it| it.to_string())),
        EntryField::Day(day) => property(Field::Day, "day", day.map(|day| day.to_string())),
        EntryField::Pages(pages) => property(Field::Pages, "pages", pages.map(pages_written)),
        EntryField::Chapters(chapters) => {
            property(Field::Chapters, "chapter", chapters_written(chapters))
        }
        EntryField::Text(text) => vec![body::replaced(sheet, text)],
    }
}

/// Gives a property a value, written as YAML, or takes it away.
pub(super) fn property(
    sheet: &Sheet,
    field: Field,
    key: &str,
    value: Option<String>,
) -> Option<Splice> {
    match (sheet.first(field), value) {
        (None, None) => None,
        (None, Some(value)) => Some(sheet.with_property(key, &value)),
        (Some(property), Some(value)) => Some(revalued(sheet.text(), property, &value)),
        (Some(property), None) if property.is_inline() => {
            Some(without_line(sheet.text(), property))
        }
        (Some(property), None) => {
            let lines = property.lines.clone();
            let (text, value) = (sheet.text(), &property.value.span);
            let beside = [&text[lines.start..value.start], &text[value.end..lines.end]];
            let has_remark = beside.iter().any(|piece| piece.contains('#'));
            Some(match has_remark {
                // A remark beside it stays, and the key with it.
                true => Splice::remove(property.value.span.clone()),
                false => Splice::remove(lines),
            })
        }
    }
}

/// A text without the line of a property between its words.
pub(super) fn without_line(text: &str, property: &Property) -> Splice {
    let span = &property.value.span;
    let start = line_start(text, span.start);
    let rest = &text[span.end..];
    let end = rest.find('\n').map_or(rest.len(), |end| end + 1);
    Splice::remove(start..span.end + end)
}

/// A property with another value, on its line.
fn revalued(text: &str, property: &Property, value: &str) -> Splice {
    let key = property.key_span.end;
    let span = &property.value.span;
    let same_line = property.value.value != Value::Nothing
        && span.start >= key
        && !text[key..span.start].contains('\n');
    match same_line || property.is_inline() {
        true => Splice {
            range: span.clone(),
            text: value.to_owned(),
        },
        false => Splice {
            range: key + 1..span.end.max(key + 1),
            text: format!(" {value}"),
        },
    }
}

/// Another title: in its property, in the heading, or in a new property where the file's
/// name was it.
pub(super) fn title(sheet: &Sheet, title: &str) -> Vec<Splice> {
    let said = sheet.first(Field::Title);
    let shown = said.and_then(|property| match &property.value.value {
        Value::Text(text) => Some(text.trim().to_owned()),
        _ => None,
    });
    let heading = sheet.heading.as_ref();
    let heading = heading.filter(|(text, _)| shown.as_ref().is_none_or(|shown| shown == text));
    let mut splices = Vec::new();
    if shown.is_some() || heading.is_none() {
        splices.extend(property(sheet, Field::Title, "title", Some(words(title))));
    }
    splices.extend(heading.map(|(_, span)| body::heading(sheet.text(), span.clone(), title)));
    splices
}

/// Chapters by their ids; those that are numbers, as numbers.
pub(super) fn chapters_written(chapters: &[String]) -> Option<String> {
    let written = |id: &String| match id.bytes().all(|byte| byte.is_ascii_digit()) {
        true => id.clone(),
        false => quoted(id),
    };
    let ids: Vec<String> = chapters.iter().map(written).collect();
    match ids.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        several => Some(format!("[{}]", several.join(", "))),
    }
}

pub(super) fn pages_written((first, last): (u32, u32)) -> String {
    match first == last {
        true => first.to_string(),
        false => format!("{first}-{last}"),
    }
}

/// Makes of an entry what it should be; what it is afterwards tells the rest.
pub(super) fn expect(entry: &mut EntrySource, after: Option<&EntrySource>, field: &EntryField) {
    match field {
        EntryField::Title(Some(title)) => {
            entry.title = Some(title.clone());
            // The id of a section is made of its heading.
            let now = after.and_then(|after| after.note.as_ref());
            if let (Some(note), Some(now)) = (&mut entry.note, now)
                && note.section.is_some()
            {
                note.ids.clone_from(&now.ids);
            }
        }
        // The heading, or the name of the file.
        EntryField::Title(None) => {
            if let Some(after) = after {
                entry.title.clone_from(&after.title);
            }
        }
        EntryField::Date(date) => entry.date = date.map(|date| date.to_string()),
        EntryField::Day(day) => entry.day = *day,
        EntryField::Pages(pages) => {
            entry.pages = pages.map(|pages| PagesSource::Text(pages_written(pages)));
        }
        EntryField::Chapters(chapters) => {
            entry.chapters = chapters.iter().cloned().map(ChapterName).collect();
        }
        EntryField::Text(_) => {
            if let Some(after) = after {
                entry.text.clone_from(&after.text);
                entry.voice = after.voice;
            }
        }
    }
}
