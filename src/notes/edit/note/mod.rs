//! Changes of Markdown notes: of their properties, and of the marks in their text that
//! name a concept. No other byte changes.

mod body;
mod concept;
mod entry;
mod judge;
mod links;
mod names;
mod new;
mod quote;
mod redirect;
mod repeats;
mod sheet;
mod verify;

pub use new::note_file;
pub(in crate::notes) use sheet::NotePlace;

use super::error::EditError;
use super::setting::EntryField;
use super::splice::{Splice, splice};
use super::{Edit, EntryRef};
use crate::notes::format::EntrySource;
use crate::notes::markdown::{Field, Marks, Value};
use sheet::{Held, Sheet};

/// The text of a note with an edit, or `None` when it says so already.
///
/// # Errors
///
/// As [`super::patch`].
pub(in crate::notes) fn patch_note(
    place: NotePlace<'_>,
    text: &str,
    edit: &Edit,
) -> Result<Option<String>, EditError> {
    const MARK: char = '\u{FEFF}';
    let body = text.strip_prefix(MARK).unwrap_or(text);
    let before = match (Sheet::read(place, body), edit) {
        (Ok(sheet), _) => sheet,
        // What holds nothing, or nothing that can be read, has nothing to change.
        (Err(_), Edit::PutRight | Edit::DropRepeats | Edit::Redirect(_)) => return Ok(None),
        (Err(error), _) => return Err(error),
    };
    let mut patched: Option<String> = None;
    for _ in 0..=most(&before) {
        let read = patched.as_ref().map(|text| Sheet::read(place, text));
        let read = read.transpose()?;
        let sheet = read.as_ref().unwrap_or(&before);
        let splices = step(place, sheet, edit)?;
        if splices.is_empty() {
            break;
        }
        let text = splice(sheet.text(), splices);
        if text == sheet.text() {
            break;
        }
        patched = Some(text);
        if is_one_step(edit) {
            break;
        }
    }
    let Some(patched) = patched else {
        return Ok(None);
    };
    verify::verify(before, Sheet::read(place, &patched)?, edit)?;
    let mark = &text[..text.len() - body.len()];
    Ok(Some(format!("{mark}{patched}")))
}

/// Whether the id of a concept is the name of its note's file.
pub(in crate::notes) fn is_named_by_file(place: NotePlace<'_>, text: &str) -> bool {
    let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    Sheet::read(place, body).is_ok_and(|sheet| {
        let said = sheet.of(Field::Id).next();
        said.is_none_or(|property| property.value.value == Value::Nothing)
    })
}

/// The text of a concept's note whose file gets another name: it keeps the title that
/// was the name.
pub(in crate::notes) fn with_title(place: NotePlace<'_>, text: &str) -> String {
    let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let Ok(sheet) = Sheet::read(place, body) else {
        return text.to_owned();
    };
    let said = |field| sheet.of(field).any(|it| it.value.value != Value::Nothing);
    let label = match &sheet.held {
        Held::Concept(concept) => concept.label.0.iter().next(),
        Held::Entries(_) => None,
    };
    match label {
        Some((_, label))
            if !said(Field::Title) && !said(Field::Label) && sheet.heading.is_none() =>
        {
            let title = entry::property(&sheet, Field::Title, "title", Some(quote::words(label)));
            let mark = &text[..text.len() - body.len()];
            format!("{mark}{}", splice(body, title.into_iter().collect()))
        }
        _ => text.to_owned(),
    }
}

/// The words of a note below its title, as they are written.
pub(in crate::notes) fn body_of(place: NotePlace<'_>, text: &str) -> Option<NoteWords> {
    let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let sheet = Sheet::read(place, body).ok()?;
    let start = sheet
        .heading
        .as_ref()
        .map_or(sheet.body, |(_, span)| span.end);
    let known = [
        Field::Title,
        Field::Id,
        Field::Aliases,
        Field::Kind,
        Field::Definition,
        Field::Broader,
        Field::Related,
        Field::Label,
    ];
    let marks = Marks::of(&sheet.file);
    let others = marks.properties.iter().filter(|property| {
        let field = Field::named(&property.key).map(|(_, field)| field);
        !property.is_inline() && field.is_none_or(|field| !known.contains(&field))
    });
    let others = others.map(|property| sheet.text()[property.lines.clone()].trim_end().to_owned());
    let related = match &sheet.held {
        Held::Concept(concept) => concept.related.clone(),
        Held::Entries(_) => Vec::new(),
    };
    Some(NoteWords {
        related,
        words: sheet.text()[start..].trim().to_owned(),
        properties: others.collect(),
    })
}

/// What a concept's note says in its own way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteWords {
    /// Its text below the title, in Markdown.
    pub words: String,
    /// What it says that it is related to, by ids and names.
    pub related: Vec<String>,
    /// Properties that mean nothing here, as they are written.
    pub properties: Vec<String>,
}

/// The next changes on the way; none when the note is as it should be.
fn step(place: NotePlace<'_>, sheet: &Sheet, edit: &Edit) -> Result<Vec<Splice>, EditError> {
    match edit {
        Edit::Judge {
            entry,
            concept,
            verdict,
        } => {
            let own = own(place, sheet, entry, |it| {
                judge::expect(it, concept, *verdict);
            })?;
            Ok(own.map_or_else(Vec::new, |own| judge::step(&own, concept, *verdict)))
        }
        Edit::SetEntry { entry, field } => {
            let own = own(place, sheet, entry, |it| field_expected(it, field))?;
            Ok(own.map_or_else(Vec::new, |own| entry::set(&own, field)))
        }
        Edit::SetConcept { concept, field } => concept::set(sheet, sheet.concept(concept)?, field),
        Edit::AddAlias { concept, name, .. } => {
            let alias = crate::model::Alias {
                text: name.clone(),
                ..Default::default()
            };
            let field = super::ConceptField::Alias(alias);
            concept::set(sheet, sheet.concept(concept)?, &field)
        }
        Edit::Redirect(redirect) => Ok(redirect::step(sheet, redirect).unwrap_or_default()),
        Edit::DropRepeats => Ok(repeats::step(sheet)),
        // Whatever stands in a note is meant as it stands.
        Edit::PutRight => Ok(Vec::new()),
        _ => Err(EditError::NoteOfReader {
            file: sheet.file.name.clone(),
        }),
    }
}

/// What is an entry's own in a note; `None` for a section that says already what it is to
/// say, perhaps by a property of the whole note. `meant` makes of it what it is to be.
fn own(
    place: NotePlace<'_>,
    sheet: &Sheet,
    wanted: &EntryRef,
    meant: impl Fn(&mut EntrySource),
) -> Result<Option<Sheet>, EditError> {
    let index = sheet.entry(wanted)?;
    let mut then = Sheet::read(place, sheet.text())?;
    if let (Held::Entries(then), Held::Entries(now)) = (&mut then.held, &sheet.held)
        && now.len() > 1
    {
        meant(&mut then[index].value);
        if then[index].value == now[index].value {
            return Ok(None);
        }
    }
    Ok(Some(Sheet::read(place, sheet.text())?.own(index)))
}

/// Makes of an entry what a change of a field says. Whether words stay the same is seen
/// when they are read again.
fn field_expected(entry: &mut EntrySource, field: &EntryField) {
    match field {
        EntryField::Text(text) => entry.text.clone_from(text),
        field => entry::expect(entry, None, field),
    }
}

/// Whether an edit is made at once, and not name by name.
fn is_one_step(edit: &Edit) -> bool {
    matches!(
        edit,
        Edit::SetEntry { .. } | Edit::SetConcept { .. } | Edit::AddAlias { .. }
    )
}

/// So many steps are enough: each takes a name away or changes one, but for the last.
fn most(sheet: &Sheet) -> usize {
    let names = sheet.properties.iter();
    let names: usize = names.map(|(_, it)| names::names(it).len()).sum();
    names + 2
}
