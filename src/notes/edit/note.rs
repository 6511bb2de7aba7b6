//! Decisions about an entry that is a Markdown note, written into its properties:
//! `concepts:` and `not:`. No other byte changes.

use super::error::EditError;
use super::lines::{line_break, line_start};
use super::splice::{Splice, splice};
use super::{ConceptRef, Edit, EntryRef, Verdict, new_problem};
use crate::diagnostic::Diagnostic;
use crate::model::MarkdownSettings;
use crate::notes::format::EntrySource;
use crate::notes::located::Located;
use crate::notes::markdown::{Field, FrontMatter, Node, Property, Value, bare, parse, properties};
use crate::notes::parse::Parsed;
use crate::source::SourceFile;
use std::sync::Arc;

/// The text of a note with an edit, or `None` when it says so already.
///
/// # Errors
///
/// As [`super::patch`].
pub(in crate::notes) fn patch_note(
    file: &str,
    text: &str,
    edit: &Edit,
    settings: &MarkdownSettings,
) -> Result<Option<String>, EditError> {
    let Edit::Judge {
        entry,
        concept,
        verdict,
    } = edit
    else {
        return Err(EditError::NoteOfReader {
            file: file.to_owned(),
        });
    };
    const MARK: char = '\u{FEFF}';
    let body = text.strip_prefix(MARK).unwrap_or(text);
    let before = Sheet::read(file, body, settings)?;
    before.refuse_pieces(entry)?;
    let mut patched: Option<String> = None;
    // A list loses each of its names at most, and one is put in.
    for _ in 0..=body.len() {
        let page = match &patched {
            Some(text) => Sheet::read(file, text, settings)?,
            None => Sheet::read(file, body, settings)?,
        };
        match page.step(concept, *verdict) {
            Some(splices) => patched = Some(splice(&page.file.text, vec![splices])),
            None => break,
        }
    }
    let Some(patched) = patched else {
        return Ok(None);
    };
    let after = Sheet::read(file, &patched, settings)?;
    verify(before, after, concept, *verdict)?;
    let mark = &text[..text.len() - body.len()];
    Ok(Some(format!("{mark}{patched}")))
}

/// A note, its properties, and what the reader takes it for.
struct Sheet {
    file: Arc<SourceFile>,
    front: FrontMatter,
    properties: Vec<Property>,
    entries: Vec<Located<EntrySource>>,
    problems: Vec<Diagnostic>,
}

impl Sheet {
    fn read(name: &str, text: &str, settings: &MarkdownSettings) -> Result<Self, EditError> {
        let file = SourceFile::new(name, text);
        let mut problems = Vec::new();
        let front = FrontMatter::of(&file, &mut Vec::new());
        let yaml = front.yaml.clone();
        let properties = yaml.map(|yaml| properties(&file, yaml, &mut Vec::new()));
        let Some(Parsed::Entries { entries, .. }) = parse(&file, "", settings, &mut problems)
        else {
            return Err(EditError::WrongKind {
                file: name.to_owned(),
                wanted: "file of entries",
            });
        };
        Ok(Self {
            file,
            front,
            properties: properties.unwrap_or_default(),
            entries,
            problems,
        })
    }

    /// Properties are those of all entries in a file.
    fn refuse_pieces(&self, entry: &EntryRef) -> Result<(), EditError> {
        match self.entries.as_slice() {
            [only] if only.place().position().line == entry.line => Ok(()),
            _ => Err(EditError::PieceOfNote {
                file: self.file.name.clone(),
                entry: entry.id.clone(),
            }),
        }
    }

    /// The next change on the way to the verdict.
    fn step(&self, concept: &ConceptRef, verdict: Verdict) -> Option<Splice> {
        let (add, take) = fields(verdict);
        for property in &self.properties {
            let field = Field::named(&property.key).map(|(_, field)| field);
            if take.iter().any(|it| field == Some(*it)) {
                let removed = self.without(property, concept);
                if removed.is_some() {
                    return removed;
                }
            }
        }
        let add = add?;
        let of_field = || {
            let properties = self.properties.iter();
            properties.filter(move |it| Field::named(&it.key).is_some_and(|(_, it)| it == add))
        };
        let said = of_field().any(|it| names(&it.value).iter().any(|name| concept.is(name)));
        (!said).then(
            || match of_field().find(|it| it.value.value != Value::Nothing) {
                Some(property) => self.with(property, concept.id()),
                None => self.with_property(add, concept.id()),
            },
        )
    }

    /// A property without a concept; `None` when it does not name it.
    fn without(&self, property: &Property, concept: &ConceptRef) -> Option<Splice> {
        let text = &self.file.text;
        let all = names(&property.value);
        let at = all.iter().position(|name| concept.is(name))?;
        if all.len() == 1 {
            return Some(Splice::remove(property.lines.clone()));
        }
        let items = match &property.value.value {
            Value::List(items) if items.len() == all.len() => items,
            _ => {
                let kept = all.iter().enumerate().filter(|(other, _)| *other != at);
                let kept: Vec<String> = kept.map(|(_, name)| quoted(name)).collect();
                return Some(Splice {
                    range: property.value.span.clone(),
                    text: format!("[{}]", kept.join(", ")),
                });
            }
        };
        let item = &items[at].span;
        let range = match (is_flow(text, &property.value), items.get(at + 1)) {
            (true, Some(next)) => item.start..next.span.start,
            (true, None) => items[at - 1].span.end..item.end,
            (false, _) => {
                let end = text[item.end..]
                    .find('\n')
                    .map_or(text.len(), |end| item.end + end + 1);
                line_start(text, item.start)..end
            }
        };
        Some(Splice::remove(range))
    }

    /// A property with one more name.
    fn with(&self, property: &Property, id: &str) -> Splice {
        let text = &self.file.text;
        let node = &property.value;
        match &node.value {
            Value::List(items) if is_flow(text, node) => {
                let comma = if items.is_empty() { "" } else { ", " };
                let end = items
                    .last()
                    .map_or(node.span.start + 1, |item| item.span.end);
                Splice::insert(end, format!("{comma}{}", quoted(id)))
            }
            Value::List(items) if !items.is_empty() => {
                let last = &items[items.len() - 1].span;
                let start = line_start(text, last.start);
                let lead = &text[start..last.start];
                let end = text[last.end..]
                    .find(['\r', '\n'])
                    .map_or(text.len(), |it| last.end + it);
                let lead: String = lead.chars().take_while(|c| *c != '-').collect();
                let new = format!("{}{lead}- {}", line_break(text, start), quoted(id));
                Splice::insert(end, new)
            }
            _ => {
                let mut all: Vec<String> = names(node).iter().map(|name| quoted(name)).collect();
                all.push(quoted(id));
                Splice {
                    range: node.span.clone(),
                    text: format!("[{}]", all.join(", ")),
                }
            }
        }
    }

    /// A new property, behind all others.
    fn with_property(&self, field: Field, id: &str) -> Splice {
        let text = &self.file.text;
        let line = line_break(text, 0);
        let key = if field == Field::Refused {
            "not"
        } else {
            "concepts"
        };
        let property = format!("{key}: [{}]{line}", quoted(id));
        match &self.front.yaml {
            Some(yaml) => Splice::insert(yaml.end, property),
            None => Splice::insert(0, format!("---{line}{property}---{line}{line}")),
        }
    }
}

/// The field that a verdict stands in, and those it does not stand in. Tags that need be
/// no concepts, and links, stay: what is refused counts.
fn fields(verdict: Verdict) -> (Option<Field>, &'static [Field]) {
    match verdict {
        Verdict::Confirm => (Some(Field::Concepts), &[Field::Refused]),
        Verdict::Refuse => (Some(Field::Refused), &[Field::Concepts]),
        Verdict::Reset => (None, &[Field::Concepts, Field::Refused]),
    }
}

/// The names that a value lists.
fn names(node: &Node) -> Vec<String> {
    match &node.value {
        Value::Text(text) => {
            let parts = text
                .split([',', '，'])
                .map(|part| bare(part.trim()).to_owned());
            parts.filter(|name| !name.is_empty()).collect()
        }
        Value::List(items) => items.iter().flat_map(names).collect(),
        Value::Nothing | Value::Map(_) => Vec::new(),
    }
}

fn is_flow(text: &str, node: &Node) -> bool {
    text[node.span.clone()].starts_with('[')
}

/// An id as YAML takes it for a text.
fn quoted(name: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let words = ["null", "true", "false", "yes", "no", "on", "off"];
    let safe = name.starts_with(char::is_alphabetic)
        && name.chars().all(plain)
        && !words.contains(&name.to_lowercase().as_str());
    match safe {
        true => name.to_owned(),
        false => format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}

/// Refuses a patch after which the note says anything else than before, but for the
/// verdict.
fn verify(
    mut before: Sheet,
    mut after: Sheet,
    concept: &ConceptRef,
    verdict: Verdict,
) -> Result<(), EditError> {
    if let Some(problem) = new_problem(&before.problems, &after.problems) {
        return Err(EditError::Problem(Box::new(problem.clone())));
    }
    let (add, take) = fields(verdict);
    for entry in before.entries.iter_mut().chain(&mut after.entries) {
        if let Some(note) = &mut entry.value.note {
            note.tags.iter_mut().for_each(|(_, span)| *span = 0..0);
            note.links.iter_mut().for_each(|link| link.in_file = 0..0);
        }
    }
    for entry in &mut before.entries {
        let value = &mut entry.value;
        for (field, list) in [
            (Field::Concepts, &mut value.tags),
            (Field::Refused, &mut value.refused),
        ] {
            if take.contains(&field) {
                list.retain(|name| !concept.is(name));
            }
            if add == Some(field) && !list.iter().any(|name| concept.is(name)) {
                list.push(concept.id().to_owned());
            }
        }
    }
    let same = before.entries.len() == after.entries.len()
        && before
            .entries
            .iter()
            .zip(&after.entries)
            .all(|(a, b)| a.value == b.value);
    match same {
        true => Ok(()),
        false => Err(EditError::Unsafe {
            file: before.file.name.clone(),
        }),
    }
}
