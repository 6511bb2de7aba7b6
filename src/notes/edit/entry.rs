//! Edits of an entry.

use super::error::EditError;
use super::group::Group;
use super::insert::{Piece, insert};
use super::page::Page;
use super::remove::remove;
use super::render::quoted;
use super::splice::{Splice, splice};
use super::vocabulary::{after, list};
use super::{ConceptRef, EntryRef, Verdict};
use crate::notes::decode::Located;
use crate::notes::format::EntrySource;

/// The fields of an entry up to its refusals, in the usual order.
const ORDER: [&str; 11] = [
    "format",
    "book",
    "id",
    "title",
    "date",
    "day",
    "pages",
    "chapters",
    "chapter_certainty",
    "tags",
    "refused",
];

/// Says whether an entry is about a concept. What was said before is taken
/// back.
pub(super) fn judge(
    page: &Page,
    entry: &EntryRef,
    concept: &ConceptRef,
    verdict: Verdict,
) -> Result<Option<String>, EditError> {
    let mut patched = step(page, entry, concept, verdict)?;
    let mut whole = None;
    // One step changes one place; each is read anew, so that places are true.
    while let Some(text) = patched {
        patched = step(&Page::read(&page.name(), &text)?, entry, concept, verdict)?;
        if whole.as_ref() == Some(&text) {
            return Err(page.cannot_patch());
        }
        whole = Some(text);
    }
    Ok(whole)
}

/// The next change on the way to the verdict.
fn step(
    page: &Page,
    entry: &EntryRef,
    concept: &ConceptRef,
    verdict: Verdict,
) -> Result<Option<String>, EditError> {
    let entry = find(page, entry)?;
    let (add, take) = fields(verdict);
    for field in take {
        if let Some(index) = names(entry, field).iter().position(|name| concept.is(name)) {
            let splices = take_from(page, entry, field, index)?;
            return Ok(Some(splice(page.text(), splices)));
        }
    }
    match add {
        Some(field) if !names(entry, field).iter().any(|name| concept.is(name)) => {
            let splices = add_to(page, entry, field, concept.id())?;
            Ok(Some(splice(page.text(), splices)))
        }
        _ => Ok(None),
    }
}

/// The field that a verdict stands in, and those it does not stand in.
pub(super) fn fields(verdict: Verdict) -> (Option<&'static str>, &'static [&'static str]) {
    match verdict {
        Verdict::Confirm => (Some("tags"), &["refused"]),
        Verdict::Refuse => (Some("refused"), &["tags"]),
        Verdict::Reset => (None, &["tags", "refused"]),
    }
}

/// The names in one of an entry's lists.
fn names<'a>(entry: &'a Located<EntrySource>, field: &str) -> &'a [String] {
    match field {
        "tags" => &entry.value.tags,
        _ => &entry.value.refused,
    }
}

/// The entry at its line, or else the only one with its id.
pub(super) fn find<'a>(
    page: &'a Page,
    wanted: &EntryRef,
) -> Result<&'a Located<EntrySource>, EditError> {
    let entries = page.entries()?;
    let id = |entry: &Located<EntrySource>| entry.value.id.clone();
    let here = |entry: &&Located<EntrySource>| {
        entry.place().position().line == wanted.line && id(entry).is_none_or(|id| id == wanted.id)
    };
    let mut same_id = entries
        .iter()
        .filter(|entry| id(entry).as_ref() == Some(&wanted.id));
    let only = match (same_id.next(), same_id.next()) {
        (Some(entry), None) => Some(entry),
        _ => None,
    };
    let mut at_line = entries.iter().filter(here);
    let exact = match (at_line.next(), at_line.next()) {
        (Some(entry), None) => Some(entry),
        _ => None,
    };
    exact
        .or(only)
        .ok_or_else(|| page.lacks(format!("the entry `{}`", wanted.id)))
}

fn add_to(
    page: &Page,
    entry: &Located<EntrySource>,
    field: &'static str,
    name: &str,
) -> Result<Vec<Splice>, EditError> {
    if let Some(names) = list(page, entry.node(), field)? {
        let last = names.items().len().checked_sub(1);
        return Ok(insert(names, last, &Piece::Line(quoted(name))));
    }
    let group = Group::of(page.text(), entry.node()).ok_or_else(|| page.cannot_patch())?;
    let rank = ORDER.iter().position(|other| *other == field).unwrap_or(0);
    let new = Piece::Line(format!("{field}: [{}]", quoted(name)));
    Ok(insert(group, after(group, &ORDER[..rank]), &new))
}

/// Takes a name out of a list, and the field with it when that was all.
fn take_from(
    page: &Page,
    entry: &Located<EntrySource>,
    field: &'static str,
    index: usize,
) -> Result<Vec<Splice>, EditError> {
    let names = list(page, entry.node(), field)?.ok_or_else(|| page.cannot_patch())?;
    // A name that is no text was left out by the reader: the places differ.
    if names.items().len() != self::names(entry, field).len() {
        return Err(page.cannot_patch());
    }
    let whole = Group::of(page.text(), entry.node()).ok_or_else(|| page.cannot_patch())?;
    let inside = &page.text()[names.opening()..names.closing()];
    let has_comment = inside.contains("//") || inside.contains("/*");
    let place = whole.field(field).map(|item| item.span());
    let place = whole
        .items()
        .iter()
        .position(|item| Some(item.span()) == place);
    match place {
        Some(place) if names.items().len() == 1 && !has_comment => Ok(remove(whole, place)),
        _ => Ok(remove(names, index)),
    }
}
