//! Decisions about an entry that is a note: `concepts:` and `not:`.

use super::super::lines::{line_break, line_start};
use super::super::splice::Splice;
use super::super::{ConceptRef, Verdict};
use super::names::{is_flow, names, without};
use super::quote::{quoted, quoted_whole};
use super::sheet::Sheet;
use crate::notes::format::EntrySource;
use crate::notes::markdown::{Field, Property, Value};

/// The next change on the way to the verdict.
pub(super) fn step(sheet: &Sheet, concept: &ConceptRef, verdict: Verdict) -> Vec<Splice> {
    let (add, take) = fields(verdict);
    for (_, property) in sheet.properties.iter().filter(|(it, _)| take.contains(it)) {
        let names = names(property);
        let said: Vec<bool> = names.iter().map(|name| concept.is(&name.text)).collect();
        if said.contains(&true) {
            return without(sheet.text(), &names, &said);
        }
    }
    let Some(add) = add else {
        return Vec::new();
    };
    let mut said = sheet.of(add).flat_map(names);
    match said.any(|name| concept.is(&name.text)) {
        true => Vec::new(),
        false => vec![listed(sheet, add, concept.id())],
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

/// A field with one more name.
pub(super) fn listed(sheet: &Sheet, field: Field, name: &str) -> Splice {
    let said = |it: &&Property| it.value.value != Value::Nothing;
    match sheet.of(field).find(said) {
        Some(property) => with(sheet.text(), property, name),
        None => {
            let key = match field {
                Field::Refused => "not",
                Field::Aliases => "aliases",
                Field::Broader => "broader",
                Field::Related => "related",
                _ => "concepts",
            };
            match sheet.of(field).find(|property| !property.is_inline()) {
                // A key without a value.
                Some(property) => {
                    Splice::insert(property.key_span.end + 1, format!(" [{}]", quoted(name)))
                }
                None => sheet.with_name(key, name),
            }
        }
    }
}

/// A property with one more name.
fn with(text: &str, property: &Property, name: &str) -> Splice {
    let node = &property.value;
    match &node.value {
        Value::List(items) if is_flow(text, node) => {
            let comma = if items.is_empty() { "" } else { ", " };
            let last = items.last();
            let end = last.map_or(node.span.start + 1, |item| item.span.end);
            Splice::insert(end, format!("{comma}{}", quoted(name)))
        }
        Value::List(items) if !items.is_empty() => {
            let last = &items[items.len() - 1].span;
            let start = line_start(text, last.start);
            let lead = &text[start..last.start];
            let end = text[last.end..]
                .find(['\r', '\n'])
                .map_or(text.len(), |it| last.end + it);
            let lead: String = lead.chars().take_while(|c| *c != '-').collect();
            let new = format!("{}{lead}- {}", line_break(text, start), quoted(name));
            Splice::insert(end, new)
        }
        Value::Text(said) if property.is_inline() => {
            let comma = if said.trim().is_empty() { "" } else { ", " };
            Splice::insert(node.span.end, format!("{comma}{name}"))
        }
        // A list by its commas stays one.
        Value::Text(said) if said.contains(',') && text[node.span.clone()] == **said => {
            Splice::insert(node.span.end, format!(", {name}"))
        }
        _ => {
            let marked = |text: &str| match text.starts_with('[') {
                true => quoted_whole(text),
                false => quoted(text),
            };
            let mut all: Vec<String> = names(property)
                .iter()
                .map(|name| marked(&name.written()))
                .collect();
            all.push(quoted(name));
            Splice {
                range: node.span.clone(),
                text: format!("[{}]", all.join(", ")),
            }
        }
    }
}

/// Makes of an entry what the verdict should make of it.
pub(super) fn expect(entry: &mut EntrySource, concept: &ConceptRef, verdict: Verdict) {
    let (add, take) = fields(verdict);
    for (field, list) in [
        (Field::Concepts, &mut entry.tags),
        (Field::Refused, &mut entry.refused),
    ] {
        if take.contains(&field) {
            list.retain(|name| !concept.is(name));
        }
        if add == Some(field) && !list.iter().any(|name| concept.is(name)) {
            list.push(concept.id().to_owned());
        }
    }
}
