//! Edits of an entry.

use super::error::EditError;
use super::fields::take_from_list;
use super::group::Group;
use super::insert::{Piece, insert};
use super::page::Page;
use super::render::quoted;
use super::splice::{Splice, splice};
use super::vocabulary::{after, list};
use super::{ConceptRef, EntryRef, Verdict};
use crate::notes::format::EntrySource;
use crate::notes::located::Located;
use crate::notes::syntax::Item;

/// The fields of an entry up to its text, in the usual order.
pub(super) const ORDER: [&str; 16] = [
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
    "truncated",
    "wording",
    "voice",
    "gist",
    "text",
];

/// Says whether an entry is about a concept. What was said before is taken
/// back.
pub(super) fn judge(
    page: &Page,
    entry: &EntryRef,
    concept: &ConceptRef,
    verdict: Verdict,
) -> Result<Option<String>, EditError> {
    // Each name is taken out once at most, and one is put in. A text in which
    // that is not enough is not read as it is patched.
    let value = &find(page, entry)?.value;
    let most = value.tags.len() + value.refused.len() + 1;
    let mut whole = None;
    let mut patched = step(page, entry, concept, verdict)?;
    for _ in 0..most {
        let Some(text) = patched else {
            return Ok(whole);
        };
        // Read anew, so that the places are true.
        patched = step(&Page::read(&page.name(), &text)?, entry, concept, verdict)?;
        whole = Some(text);
    }
    match patched {
        Some(_) => Err(page.cannot_patch()),
        None => Ok(whole),
    }
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
        if names(entry, field).iter().any(|name| concept.is(name)) {
            let splices = take_from(page, entry, field, concept)?;
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

/// The entry with its id: of several, the one at its line. An entry that goes
/// by the name of its file has the file for itself.
pub(super) fn find<'a>(
    page: &'a Page,
    wanted: &EntryRef,
) -> Result<&'a Located<EntrySource>, EditError> {
    let entries = page.entries()?;
    if let [only] = entries
        && only.value.id.is_none()
    {
        return Ok(only);
    }
    let has_id = |entry: &&Located<EntrySource>| entry.value.id.as_ref() == Some(&wanted.id);
    let same_id: Vec<_> = entries.iter().filter(has_id).collect();
    let at_line = |entry: &&Located<EntrySource>| entry.place().position().line == wanted.line;
    let here: Vec<_> = same_id.iter().copied().filter(at_line).collect();
    match (same_id.as_slice(), here.as_slice()) {
        ([entry], _) | (_, [entry]) => Ok(entry),
        ([], _) => Err(page.lacks(format!("the entry `{}`", wanted.id))),
        (_, []) => Err(page.lacks(format!("the entry `{}` of line {}", wanted.id, wanted.line))),
        _ => Err(EditError::Ambiguous {
            file: page.name(),
            what: format!("the entry `{}`", wanted.id),
        }),
    }
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
    concept: &ConceptRef,
) -> Result<Vec<Splice>, EditError> {
    let names = list(page, entry.node(), field)?.ok_or_else(|| page.cannot_patch())?;
    let means = |item: &Item| {
        let name = page.text_of(&item.value);
        name.is_some_and(|name| concept.is(&name))
    };
    let index = names.items().iter().position(means);
    let index = index.ok_or_else(|| page.cannot_patch())?;
    take_from_list(page, entry.node(), field, index)
}
