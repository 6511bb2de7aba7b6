//! The fields of a struct: set, replaced, taken away.

use super::error::EditError;
use super::group::Group;
use super::insert::{Piece, insert};
use super::page::Page;
use super::remove::remove;
use super::render::quoted;
use super::splice::Splice;
use super::vocabulary::after;
use crate::model::Language;
use crate::notes::format::guess_language;
use crate::notes::syntax::Node;

/// The fields of a concept, in the usual order.
pub(super) const OF_CONCEPT: [&str; 9] = [
    "id",
    "label",
    "aliases",
    "exclude",
    "definition",
    "kind",
    "broader",
    "related",
    "note",
];

/// The fields of a chapter.
pub(super) const OF_CHAPTER: [&str; 8] = [
    "id",
    "number",
    "title",
    "starts",
    "ends",
    "certainty",
    "note",
    "sections",
];

/// Gives a field a value, written as RON; takes it away when there is none. `order`
/// has the fields as they usually follow each other.
pub(super) fn set(
    page: &Page,
    node: &Node,
    field: &str,
    value: Option<String>,
    order: &[&str],
) -> Result<Vec<Splice>, EditError> {
    let group = Group::of(page.text(), node).ok_or_else(|| page.cannot_patch())?;
    Ok(match (group.field(field), value) {
        (None, None) => Vec::new(),
        (Some(item), Some(value)) => vec![Splice {
            range: item.value.span.clone(),
            text: value,
        }],
        (Some(item), None) => {
            let place = item.span();
            let mut items = group.items().iter();
            let index = items.position(|item| item.span() == place);
            remove(group, index.ok_or_else(|| page.cannot_patch())?)
        }
        (None, Some(value)) => {
            let rank = order.iter().position(|other| *other == field).unwrap_or(0);
            let new = Piece::Line(format!("{field}: {value}"));
            insert(group, after(group, &order[..rank]), &new)
        }
    })
}

/// Gives a text that may be in several languages another wording in one of them.
pub(super) fn set_local(
    page: &Page,
    node: &Node,
    field: &str,
    (language, text): (Language, &str),
    order: &[&str],
) -> Result<Vec<Splice>, EditError> {
    let group = Group::of(page.text(), node).ok_or_else(|| page.cannot_patch())?;
    let one = |text: &str| format!("({language}: {})", quoted(text));
    let Some(item) = group.field(field) else {
        return set(page, node, field, Some(one(text)), order);
    };
    if let Some(plain) = page.text_of(&item.value) {
        let of_it = guess_language(&plain);
        let value = match of_it == language {
            true if guess_language(text) == language => quoted(text),
            true => one(text),
            false => format!(
                "({of_it}: {}, {language}: {})",
                quoted(&plain),
                quoted(text)
            ),
        };
        return set(page, node, field, Some(value), order);
    }
    let languages = [language.code()];
    set(
        page,
        &item.value,
        language.code(),
        Some(quoted(text)),
        &languages,
    )
    .map(|splices| last_instead_of_first(page, &item.value, splices, language, text))
}

/// A language that is new stands after the others.
fn last_instead_of_first(
    page: &Page,
    node: &Node,
    splices: Vec<Splice>,
    language: Language,
    text: &str,
) -> Vec<Splice> {
    let Some(group) = Group::of(page.text(), node) else {
        return splices;
    };
    match (group.field(language.code()), group.items().len()) {
        (None, count @ 1..) => {
            let new = Piece::Line(format!("{language}: {}", quoted(text)));
            insert(group, Some(count - 1), &new)
        }
        _ => splices,
    }
}

/// Adds a text to a list field, unless it has it.
pub(super) fn add_to_list(
    page: &Page,
    node: &Node,
    field: &str,
    text: &str,
    order: &[&str],
) -> Result<Vec<Splice>, EditError> {
    let Some(list) = super::vocabulary::list(page, node, field)? else {
        return set(
            page,
            node,
            field,
            Some(format!("[{}]", quoted(text))),
            order,
        );
    };
    let has =
        |item: &crate::notes::syntax::Item| page.text_of(&item.value).as_deref() == Some(text);
    if list.items().iter().any(has) {
        return Ok(Vec::new());
    }
    let last = list.items().len().checked_sub(1);
    Ok(insert(list, last, &Piece::Line(quoted(text))))
}

/// So many items are taken out one by one, which leaves commas as a person would.
const FEW: usize = 16;

/// Takes the first of some items out of a list field; all at once, when they are many.
pub(super) fn take_first_or_many(
    page: &Page,
    node: &Node,
    field: &str,
    indices: &[usize],
) -> Result<Vec<Splice>, EditError> {
    let Some(&first) = indices.first() else {
        return Ok(Vec::new());
    };
    let list = super::vocabulary::list(page, node, field)?.ok_or_else(|| page.cannot_patch())?;
    match indices.len() > FEW && indices.len() < list.items().len() {
        true => Ok(indices.iter().flat_map(|&it| remove(list, it)).collect()),
        false => take_from_list(page, node, field, first),
    }
}

/// Takes an item out of a list field, and the field with it when that was all and no
/// comment stands in it.
pub(super) fn take_from_list(
    page: &Page,
    node: &Node,
    field: &str,
    index: usize,
) -> Result<Vec<Splice>, EditError> {
    let list = super::vocabulary::list(page, node, field)?.ok_or_else(|| page.cannot_patch())?;
    let inside = &page.text()[list.opening()..list.closing()];
    let has_comment = inside.contains("//") || inside.contains("/*");
    match list.items().len() == 1 && !has_comment {
        true => set(page, node, field, None, &[]),
        false => Ok(remove(list, index)),
    }
}
