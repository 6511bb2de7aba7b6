//! What in a note refers to a concept, made to refer to another one: names in its
//! properties, `#tags`, and links.

use super::super::references::{Fate, Redirect};
use super::super::splice::Splice;
use super::links::{NewTarget, leads_to, pointed};
use super::names::{Name, names, without};
use super::sheet::{Held, Sheet};
use crate::notes::markdown::{Field, LinkMark, Property, folded};
use std::collections::BTreeSet;

/// The next change on the way; `None` when nothing refers to the concept any more.
pub(super) fn step(sheet: &Sheet, redirect: &Redirect) -> Option<Vec<Splice>> {
    let fields: &[Field] = match &sheet.held {
        Held::Entries(_) => &[Field::Concepts, Field::Refused, Field::Tags],
        Held::Concept(_) => &[Field::Broader, Field::Related],
    };
    for &field in fields {
        let mut splices = Vec::new();
        for (together, own) in sheet.groups(field) {
            splices.extend(in_group(sheet, redirect, field, (&together, &own)));
        }
        splices.sort_by_key(|splice| splice.range.start);
        // Two names in one text that is written anew: the second in the next step.
        let mut end = 0;
        splices.retain(|splice| {
            let apart = splice.range.start >= end;
            end = end.max(splice.range.end);
            apart
        });
        if !splices.is_empty() {
            return Some(splices);
        }
    }
    let tags = sheet
        .tags
        .iter()
        .filter_map(|tag| in_text(sheet, tag, redirect));
    let links = sheet
        .links
        .iter()
        .filter(|link| is_stale(link, sheet, redirect));
    let links = links.filter_map(|link| {
        let to = NewTarget {
            name: redirect.link_name(),
            file: redirect
                .moved
                .as_ref()
                .and_then(|moved| moved.to.as_deref()),
        };
        pointed(sheet.text(), link, to, &sheet.file.name)
    });
    let mut splices: Vec<Splice> = tags.chain(links).collect();
    // Several links may have one target, which is written once.
    splices.sort_by_key(|splice| splice.range.start);
    splices.dedup();
    (!splices.is_empty()).then_some(splices)
}

/// The changes of properties that stand together: what `own` has is changed, and what
/// stands in those before counts with it.
fn in_group(
    sheet: &Sheet,
    redirect: &Redirect,
    field: Field,
    (together, own): (&[&Property], &[&Property]),
) -> Vec<Splice> {
    let listed = |properties: &[&Property]| -> Vec<String> {
        let names = properties.iter().flat_map(|property| names(property));
        names.map(|name| name.text).collect()
    };
    let mut said = listed(together);
    let mut at = said.len();
    said.extend(listed(own));
    let fates = fates(sheet, redirect, field, &said);
    let mut splices = Vec::new();
    for property in own {
        let all: Vec<Name<'_>> = names(property);
        let fates = &fates[at..at + all.len()];
        at += all.len();
        let goes: Vec<bool> = fates.iter().map(|fate| *fate == Fate::Goes).collect();
        if goes.contains(&true) {
            splices.extend(without(sheet.text(), &all, &goes));
            continue;
        }
        let changed = all.iter().zip(fates);
        let changed = changed.filter(|(_, fate)| **fate == Fate::Changes);
        splices.extend(changed.map(|(name, _)| renamed(sheet, redirect, field, name)));
    }
    splices
}

/// A name in a property, written anew.
fn renamed(sheet: &Sheet, redirect: &Redirect, field: Field, name: &Name<'_>) -> Splice {
    let new = match name.is_link(sheet.text()) {
        true => redirect.link_name(),
        false => &redirect.id,
    };
    let part = match field {
        Field::Tags => part(&name.text, redirect),
        _ => None,
    };
    match part {
        Some(part) => name.narrowed(part).replaced(sheet.text(), new),
        None => name.replaced(sheet.text(), new),
    }
}

/// What becomes of each name of a field.
pub(super) fn fates(
    sheet: &Sheet,
    redirect: &Redirect,
    field: Field,
    names: &[String],
) -> Vec<Fate> {
    if field == Field::Tags {
        // A tag need be no concept: one that goes away leaves it.
        let fate = |name: &String| match tag_is_stale(name, redirect) {
            true => Fate::Changes,
            false => Fate::Stays,
        };
        let whole: Vec<Option<String>> = names.iter().cloned().map(Some).collect();
        let fates = redirect.of_entry(&whole);
        let fates = names.iter().zip(fates).map(|(name, of_whole)| {
            let nested = !redirect.from.is(name);
            match redirect.into.is_none() {
                true => Fate::Stays,
                false if nested => fate(name),
                false => of_whole,
            }
        });
        return fates.collect();
    }
    let known: Vec<Option<String>> = names
        .iter()
        .map(|name| Some(said(name, redirect)))
        .collect();
    let mut fates = redirect.of_entry(&known);
    if let Held::Concept(concept) = &sheet.held
        && (concept.id == redirect.id || concept.id == redirect.from.id())
    {
        // A concept is not broader than itself.
        for (name, fate) in known.iter().flatten().zip(&mut fates) {
            if redirect.from.is(name) {
                *fate = Fate::Goes;
            }
        }
    }
    fates
}

/// The name of a concept in a property, where it may be the path of its note.
fn said(name: &str, redirect: &Redirect) -> String {
    let last = name.rsplit('/').next().unwrap_or(name);
    let moved = redirect.moved.as_ref();
    match moved.is_some_and(|moved| folded(moved.stem()) == folded(last)) {
        true => redirect.from.id().to_owned(),
        false if redirect.from.is(last) => last.to_owned(),
        false => name.to_owned(),
    }
}

/// The part of a nested tag that is the concept; `None` for all of it.
fn part(tag: &str, redirect: &Redirect) -> Option<std::ops::Range<usize>> {
    if redirect.from.is(tag) {
        return None;
    }
    let mut end = tag.len();
    for part in tag.rsplit('/') {
        if redirect.from.is(part) {
            return Some(end - part.len()..end);
        }
        end = end.saturating_sub(part.len() + 1);
    }
    None
}

/// Whether a tag is the concept, by a name that is its no longer.
fn tag_is_stale(tag: &str, redirect: &Redirect) -> bool {
    let name = part(tag, redirect).map_or(tag, |part| &tag[part]);
    redirect.into.is_some() && redirect.from.is(name) && redirect.is_stale(name)
}

/// What becomes of a tag.
pub(super) fn new_tag(tag: &str, redirect: &Redirect) -> String {
    match (tag_is_stale(tag, redirect), part(tag, redirect)) {
        (false, _) => tag.to_owned(),
        (true, Some(part)) => [&tag[..part.start], &redirect.id, &tag[part.end..]].concat(),
        (true, None) => redirect.id.clone(),
    }
}

/// The change of a `#tag` in the text.
fn in_text(
    sheet: &Sheet,
    (tag, span): &(String, std::ops::Range<usize>),
    redirect: &Redirect,
) -> Option<Splice> {
    if !tag_is_stale(tag, redirect) {
        return None;
    }
    let new = new_tag(tag, redirect);
    let text = sheet.text();
    let written = &text[span.clone()];
    if written.starts_with("[[") {
        return Some(Splice {
            range: span.clone(),
            text: format!("[[{new}]]"),
        });
    }
    // Behind an escaped character it stands a little further on.
    let mark = format!("#{tag}");
    let at = span.start + text[span.start..].find(&mark)?;
    let fits = new
        .chars()
        .all(|c| c.is_alphanumeric() || "_-/".contains(c))
        && !new.chars().all(|c| c.is_ascii_digit())
        && !new.ends_with(['-', '/']);
    Some(Splice {
        range: at..at + mark.len(),
        text: match fits {
            true => format!("#{new}"),
            false => format!("#[[{new}]]"),
        },
    })
}

/// Whether a link must point elsewhere.
pub(super) fn is_stale(link: &LinkMark, sheet: &Sheet, redirect: &Redirect) -> bool {
    if redirect.into.is_none() || link.target.is_empty() {
        return false;
    }
    let moved = redirect.moved.as_ref();
    let name = link.target.rsplit('/').next().unwrap_or_default();
    moved.is_some_and(|moved| leads_to(link, &sheet.file.name, &moved.from))
        || (redirect.from.is(name) && redirect.is_stale(name))
}

/// The tags of a text as they should be, each once.
pub(super) fn tags_after(sheet: &Sheet, redirect: &Redirect) -> BTreeSet<String> {
    let tags = sheet.tags.iter();
    tags.map(|(tag, _)| new_tag(tag, redirect)).collect()
}
