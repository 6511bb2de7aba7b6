//! Single fields of a concept that is a note.

use super::super::error::EditError;
use super::super::setting::ConceptField;
use super::super::splice::Splice;
use super::body;
use super::entry::{property, title};
use super::judge::listed;
use super::names::{Name, names, without};
use super::quote::{quoted, quoted_whole, words};
use super::sheet::Sheet;
use crate::model::{Alias, Language};
use crate::notes::edit::expect::set_concept;
use crate::notes::format::{ConceptSource, guess_language};
use crate::notes::markdown::{Field, Node, Value};
use crate::text::fold;

/// The changes that set a field of a concept.
pub(super) fn set(
    sheet: &Sheet,
    concept: &ConceptSource,
    field: &ConceptField,
) -> Result<Vec<Splice>, EditError> {
    let no_room = |what: &str| {
        Err(EditError::NoRoomInNote {
            file: sheet.file.name.clone(),
            what: what.to_owned(),
        })
    };
    Ok(match field {
        ConceptField::Id(id) => property(sheet, Field::Id, "id", Some(quoted(id)))
            .into_iter()
            .collect(),
        ConceptField::Label(language, text) => label(sheet, concept, *language, text),
        ConceptField::Alias(alias) if !is_plain(alias) => {
            return no_room("a name with options");
        }
        ConceptField::Exclude(_) => return no_room("`exclude`"),
        ConceptField::Kind(_) if says_concept(sheet) => return no_room("another `kind`"),
        ConceptField::Alias(alias) => alias_of(sheet, concept, &alias.text),
        ConceptField::DropAlias(name) => {
            let lists = sheet.of(Field::Aliases).map(names).collect::<Vec<_>>();
            let said = |all: &&Vec<Name<'_>>| all.iter().any(|it| it.text == *name);
            let Some(all) = lists.iter().rfind(said) else {
                return Ok(Vec::new());
            };
            let last = all.iter().rposition(|it| it.text == *name);
            let goes: Vec<bool> = (0..all.len()).map(|it| Some(it) == last).collect();
            without(sheet.text(), all, &goes)
        }
        ConceptField::Broader(id) => related(sheet, Field::Broader, &concept.broader, id),
        ConceptField::Related(id) => related(sheet, Field::Related, &concept.related, id),
        ConceptField::Kind(kind) => property(sheet, Field::Kind, "kind", Some(quoted(kind)))
            .into_iter()
            .collect(),
        ConceptField::Definition(_, text)
        | ConceptField::Note(text)
        | ConceptField::Words(text) => {
            vec![body::appended(sheet, text)]
        }
        ConceptField::Comment(text) => vec![body::appended(sheet, &body::remark(text))],
    })
}

fn is_plain(alias: &Alias) -> bool {
    *alias
        == Alias {
            text: alias.text.clone(),
            language: alias.language,
            ..Alias::default()
        }
}

/// Whether its `kind` is what makes the note a concept.
fn says_concept(sheet: &Sheet) -> bool {
    let said = sheet
        .first(Field::Kind)
        .map(|property| &property.value.value);
    matches!(said, Some(Value::Text(kind)) if !kind.trim().is_empty())
}

fn alias_of(sheet: &Sheet, concept: &ConceptSource, name: &str) -> Vec<Splice> {
    let key = fold::key(name);
    let labels = concept.label.0.iter().map(|(_, label)| label);
    let aliases = concept.aliases.0.iter().map(|alias| alias.text.as_str());
    match labels.chain(aliases).any(|known| fold::key(known) == key) {
        true => Vec::new(),
        false => vec![listed(sheet, Field::Aliases, name)],
    }
}

fn related(sheet: &Sheet, field: Field, said: &[String], id: &str) -> Vec<Splice> {
    match said.iter().any(|known| known == id) {
        true => Vec::new(),
        false => vec![listed(sheet, field, id)],
    }
}

/// A label in a language: among those given, as the title, or in a new `label:`.
fn label(sheet: &Sheet, concept: &ConceptSource, language: Language, text: &str) -> Vec<Splice> {
    let of_it = guess_language(text) == language;
    match sheet.first(Field::Label) {
        Some(property) => match &property.value.value {
            Value::Map(fields) => vec![in_map(sheet, &property.value, fields, (language, text))],
            Value::Text(plain) if of_it && guess_language(plain) == language => vec![Splice {
                range: property.value.span.clone(),
                text: words(text),
            }],
            Value::Text(plain) => vec![Splice {
                range: property.value.span.clone(),
                text: both((guess_language(plain), plain), (language, text)),
            }],
            _ => property_of_label(sheet, &format!("{{ {language}: {} }}", words(text))),
        },
        None => {
            let plain = concept.label.0.iter().next();
            match plain {
                Some((known, _)) if known == language && of_it => title(sheet, text),
                Some((known, plain)) => {
                    property_of_label(sheet, &both((known, plain), (language, text)))
                }
                None => title(sheet, text),
            }
        }
    }
}

fn property_of_label(sheet: &Sheet, value: &str) -> Vec<Splice> {
    property(sheet, Field::Label, "label", Some(value.to_owned()))
        .into_iter()
        .collect()
}

fn both((known, plain): (Language, &str), (language, text): (Language, &str)) -> String {
    match known == language {
        true => format!("{{ {language}: {} }}", quoted_whole(text)),
        false => format!(
            "{{ {known}: {}, {language}: {} }}",
            quoted_whole(plain),
            quoted_whole(text)
        ),
    }
}

/// One of the languages of `label: { ko: …, en: … }`, in brackets or on lines.
fn in_map(
    sheet: &Sheet,
    map: &Node,
    fields: &[(String, Node)],
    (language, text): (Language, &str),
) -> Splice {
    let is_it = |(code, _): &&(String, Node)| Language::parse(code) == Some(language);
    if let Some((_, node)) = fields.iter().find(is_it) {
        return Splice {
            range: node.span.clone(),
            text: quoted_whole(text),
        };
    }
    let file = sheet.text();
    let Some((code, last)) = fields.last() else {
        return Splice {
            range: map.span.clone(),
            text: format!("{{ {language}: {} }}", quoted_whole(text)),
        };
    };
    if file[map.span.clone()].starts_with('{') {
        return Splice::insert(
            last.span.end,
            format!(", {language}: {}", quoted_whole(text)),
        );
    }
    let line = super::super::lines::line_start(file, last.span.start);
    let indent = &file[line..];
    let indent = &indent[..indent.find(code.as_str()).unwrap_or(0)];
    let end = file[last.span.end..].find(['\r', '\n']);
    let end = end.map_or(file.len(), |end| last.span.end + end);
    let break_ = super::super::lines::line_break(file, line);
    Splice::insert(
        end,
        format!("{break_}{indent}{language}: {}", quoted_whole(text)),
    )
}

/// Makes of a concept what it should be; what it is afterwards tells how words and
/// names are read. False when it is not as it should be.
pub(super) fn expect(
    concept: &mut ConceptSource,
    after: &ConceptSource,
    field: &ConceptField,
) -> bool {
    match field {
        ConceptField::Alias(alias) => {
            let said = |it: &&Alias| it.text == alias.text && is_plain(it);
            let added = after.aliases.0.iter().filter(said).count();
            let known = concept.aliases.0.iter().filter(said).count();
            let rest = |list: &[Alias]| -> Vec<Alias> {
                let rest = list.iter().filter(|it| it.text != alias.text);
                rest.cloned().collect()
            };
            if added != known + 1 || rest(&after.aliases.0) != rest(&concept.aliases.0) {
                return false;
            }
            concept.aliases.0.clone_from(&after.aliases.0);
        }
        ConceptField::DropAlias(name) => {
            let mut aliases = concept.aliases.0.iter();
            if let Some(index) = aliases.rposition(|alias| alias.text == *name) {
                concept.aliases.0.remove(index);
            }
        }
        ConceptField::Definition(..) | ConceptField::Note(_) | ConceptField::Words(_) => {
            let mut whole = said(concept);
            let now = said(after);
            let (before, text) = match field {
                ConceptField::Definition(_, text) | ConceptField::Note(text) => {
                    (whole.len(), Some(text.replace("\r\n", "\n")))
                }
                _ => (whole.len(), None),
            };
            if let Some(text) = text {
                whole.push_str(if before == 0 { "" } else { "\n\n" });
                whole.push_str(text.trim());
                if whole != now {
                    return false;
                }
            } else if !now.starts_with(&whole) {
                return false;
            }
            concept.definition.0.clone_from(&after.definition.0);
            concept.note.clone_from(&after.note);
        }
        ConceptField::Exclude(_) | ConceptField::Comment(_) => {}
        // As in RON.
        _ => set_concept(concept, field),
    }
    true
}

/// All words that a concept says of itself.
fn said(concept: &ConceptSource) -> String {
    let definitions = concept.definition.0.iter().map(|(_, text)| text);
    let all: Vec<&str> = definitions.chain(concept.note.as_deref()).collect();
    all.join("\n\n")
}
