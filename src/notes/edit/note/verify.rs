//! Whether a patched note says what it said, and the edit, and nothing else.

use super::super::error::EditError;
use super::super::references::Fate;
use super::super::setting::EntryField;
use super::super::{ConceptField, Edit, Redirect, new_problem};
use super::names::names;
use super::redirect::{fates, is_stale, new_tag, tags_after};
use super::sheet::{Held, Sheet};
use super::{concept, entry, judge, repeats};
use crate::model::Alias;
use crate::notes::format::EntrySource;
use crate::notes::located::Located;
use crate::notes::markdown::{Field, LinkMark, Property, tags};
use std::collections::BTreeSet;

/// Refuses a patch after which the note says anything else than before, but for the
/// edit.
pub(super) fn verify(mut before: Sheet, mut after: Sheet, edit: &Edit) -> Result<(), EditError> {
    if let Some(problem) = new_problem(&before.problems, &after.problems) {
        return Err(EditError::Problem(Box::new(problem.clone())));
    }
    let as_meant = match edit {
        Edit::Redirect(redirect) => redirected(&mut before, &mut after, redirect),
        edit => {
            let text = matches!(
                edit,
                Edit::SetEntry {
                    field: EntryField::Text(_),
                    ..
                }
            );
            let more = matches!(
                edit,
                Edit::SetConcept {
                    field: ConceptField::Words(_),
                    ..
                }
            );
            (text || more || same_marks(&before, &after)) && changed(&mut before, &after, edit)
        }
    };
    for held in [&mut before.held, &mut after.held] {
        without_places(held);
    }
    match as_meant && same(&before.held, &after.held) {
        true => Ok(()),
        false => Err(before.cannot_patch()),
    }
}

/// Makes of what a note holds what the edit should make of it.
fn changed(before: &mut Sheet, after: &Sheet, edit: &Edit) -> bool {
    if matches!(edit, Edit::DropRepeats) {
        repeats::expect(&mut before.held, &after.held);
        return true;
    }
    let index = match edit {
        Edit::Judge { entry, .. } | Edit::SetEntry { entry, .. } => before.entry(entry).ok(),
        _ => None,
    };
    match (&mut before.held, &after.held, edit) {
        (Held::Entries(entries), Held::Entries(now), edit) => match (index, edit) {
            (
                Some(index),
                Edit::Judge {
                    concept, verdict, ..
                },
            ) => {
                judge::expect(&mut entries[index].value, concept, *verdict);
                true
            }
            (Some(index), Edit::SetEntry { field, .. }) => {
                let Some(now) = now.get(index) else {
                    return false;
                };
                // A title that was given twice, and did not count, does so now.
                if *field == EntryField::Title(None) && after.says(Field::Title) {
                    return false;
                }
                let before = entries[index].value.title.clone();
                entry::expect(&mut entries[index].value, Some(&now.value), field);
                if matches!(field, EntryField::Text(_)) {
                    take_over_marks(&mut entries[index].value, &now.value);
                }
                if let EntryField::Title(Some(title)) = field {
                    below_title(entries, before.as_deref(), title);
                }
                true
            }
            _ => false,
        },
        (Held::Concept(one), Held::Concept(now), Edit::SetConcept { field, .. }) => {
            concept::expect(one, now, field)
        }
        (Held::Concept(one), Held::Concept(now), Edit::AddAlias { name, .. }) => {
            let text = name.clone();
            let alias = Alias {
                text,
                ..Alias::default()
            };
            concept::expect(one, now, &ConceptField::Alias(alias))
        }
        _ => false,
    }
}

/// Sections below one whose heading changed stand below another one.
fn below_title(entries: &mut [Located<EntrySource>], before: Option<&str>, title: &str) {
    let notes = entries.iter_mut().filter_map(|it| it.value.note.as_mut());
    for note in notes.filter(|note| note.above.is_some()) {
        if note.above.as_deref() == before {
            note.above = Some(title.to_owned());
        }
    }
}

/// Another text has other marks; the names of the note stay.
fn take_over_marks(entry: &mut EntrySource, now: &EntrySource) {
    let (Some(note), Some(now)) = (&mut entry.note, &now.note) else {
        return;
    };
    let lasting = |names: &[String]| -> Vec<String> {
        let names = names.iter().filter(|name| !name.starts_with('^'));
        names.cloned().collect()
    };
    if lasting(&note.names) == lasting(&now.names) {
        note.names.clone_from(&now.names);
    }
    note.tags.clone_from(&now.tags);
    note.links.clear();
    for link in &now.links {
        note.links.push(crate::notes::format::LinkSource {
            link: link.link.clone(),
            in_file: 0..0,
        });
    }
}

/// Whether two notes have the same links and `#tags`.
fn same_marks(before: &Sheet, after: &Sheet) -> bool {
    let links = |sheet: &Sheet| -> Vec<LinkMark> {
        let links = sheet.links.iter().cloned();
        let placeless = links.map(|link| LinkMark {
            in_file: 0..0,
            defined: None,
            words: String::new(),
            ..link
        });
        placeless.collect()
    };
    let tags = |sheet: &Sheet| -> Vec<String> {
        let tags = sheet.tags.iter();
        tags.map(|(tag, _)| tag.clone()).collect()
    };
    links(before) == links(after) && tags(before) == tags(after)
}

/// Whether what referred to a concept refers to the other one; makes the rest alike.
fn redirected(before: &mut Sheet, after: &mut Sheet, redirect: &Redirect) -> bool {
    let fields = match &before.held {
        Held::Entries(_) => vec![Field::Concepts, Field::Refused, Field::Tags],
        Held::Concept(_) => vec![Field::Broader, Field::Related],
    };
    let as_told = |field: &Field| {
        let mut kept: Vec<String> = Vec::new();
        for (together, own) in before.groups(*field) {
            let names = said(together.iter().chain(&own));
            let fates = fates(before, redirect, *field, &names);
            let of_own = names.len() - said(own.iter()).len();
            let left = names.iter().zip(&fates).skip(of_own);
            let left = left.filter(|(_, fate)| **fate != Fate::Goes);
            kept.extend(left.map(|(name, fate)| match (*field, fate) {
                (_, Fate::Stays) => name.clone(),
                (Field::Tags, _) => new_tag(name, redirect),
                _ => redirect.id.clone(),
            }));
        }
        let link = redirect.link_name();
        let now = after.groups(*field);
        let now = said(now.iter().flat_map(|(_, own)| own));
        now.len() == kept.len()
            && now
                .iter()
                .zip(&kept)
                .all(|(now, kept)| now == kept || (*kept == redirect.id && now == link))
    };
    if !fields.iter().all(as_told) || !links_are_right(before, after, redirect) {
        return false;
    }
    let tags_now: BTreeSet<String> = after.tags.iter().map(|(tag, _)| tag.clone()).collect();
    if tags_after(before, redirect) != tags_now {
        return false;
    }
    alike(&mut before.held, &mut after.held);
    true
}

fn said<'p>(properties: impl Iterator<Item = &'p &'p Property>) -> Vec<String> {
    let names = properties.flat_map(|property| names(property));
    names.map(|name| name.text).collect()
}

fn links_are_right(before: &Sheet, after: &Sheet, redirect: &Redirect) -> bool {
    let pairs = before.links.iter().zip(&after.links);
    let name = |target: &str| {
        let last = target.rsplit('/').next().unwrap_or_default();
        last.trim_end_matches(".md").to_owned()
    };
    let right = |(one, other): (&LinkMark, &LinkMark)| {
        let target = match is_stale(one, before, redirect) {
            true => name(&other.target) == redirect.link_name(),
            false => one.target == other.target,
        };
        target && one.heading == other.heading && masked(&one.words) == masked(&other.words)
    };
    before.links.len() == after.links.len() && pairs.into_iter().all(right)
}

/// Takes from two notes what was compared already: lists of names, links, and `#tags`.
fn alike(before: &mut Held, after: &mut Held) {
    for held in [before, after] {
        match held {
            Held::Entries(entries) => {
                for entry in entries {
                    let value = &mut entry.value;
                    value.tags.clear();
                    value.refused.clear();
                    value.text = masked(&value.text);
                    value.title = value.title.as_deref().map(masked);
                    if let Some(note) = &mut value.note {
                        note.tags.clear();
                        note.links.clear();
                    }
                }
            }
            Held::Concept(concept) => {
                concept.broader.clear();
                concept.related.clear();
                concept.note = concept.note.as_deref().map(masked);
                let definition = concept.definition.0.iter();
                concept.definition.0 = definition
                    .map(|(language, text)| (language, masked(text)))
                    .collect();
            }
        }
    }
}

/// A text without its `#tags`.
fn masked(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    for tag in tags(text) {
        masked.push_str(&text[at..tag.start]);
        at = tag.end;
    }
    masked.push_str(&text[at..]);
    masked
}

fn without_places(held: &mut Held) {
    let Held::Entries(entries) = held else {
        return;
    };
    for entry in entries {
        if let Some(note) = &mut entry.value.note {
            note.tags.iter_mut().for_each(|(_, span)| *span = 0..0);
            note.links.iter_mut().for_each(|link| link.in_file = 0..0);
            note.section.iter_mut().for_each(|section| {
                section.heading = 0..0;
                section.whole = 0..0;
            });
        }
    }
}

fn same(one: &Held, other: &Held) -> bool {
    match (one, other) {
        (Held::Entries(one), Held::Entries(other)) => {
            let pairs = one.iter().zip(other);
            one.len() == other.len() && pairs.into_iter().all(|(a, b)| a.value == b.value)
        }
        (Held::Concept(one), Held::Concept(other)) => one == other,
        _ => false,
    }
}
