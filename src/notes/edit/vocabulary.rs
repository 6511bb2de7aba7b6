//! Edits of a vocabulary.

use super::NewConcept;
use super::error::EditError;
use super::group::Group;
use super::insert::{Piece, insert};
use super::lines::{line_break, unit};
use super::page::Page;
use super::render::{ConceptStyle, concept, quoted};
use super::setting::into_list;
use super::splice::{Splice, splice};
use crate::model::Language;
use crate::notes::syntax::{Node, Shape};
use crate::text::fold;

/// The fields of a concept up to its aliases, in the usual order.
const BEFORE_ALIASES: [&str; 3] = ["id", "label", "aliases"];

/// Adds concepts at the end.
pub(super) fn add_concepts(page: &Page, new: &[NewConcept]) -> Result<String, EditError> {
    page.vocabulary()?;
    let text = page.text();
    let concepts = list(page, &page.root, "concepts")?.ok_or_else(|| page.no_list("concepts"))?;
    let sibling = concepts.items().last().map(|item| &item.value);
    let style = style(text, concepts, sibling);
    let joined = |indent: &str, between: &str| {
        let new = new.iter().map(|new| concept(new, &style, indent));
        new.collect::<Vec<_>>().join(between)
    };
    let tall = |indent: &str| {
        let line_break = style.lines.map_or("\n", |(_, line_break)| line_break);
        joined(indent, &format!(",{line_break}{indent}"))
    };
    let piece = match style.lines {
        Some(_) => Piece::Tall(&tall),
        None => Piece::Line(joined("", ", ")),
    };
    Ok(splice(text, insert(concepts, last(concepts), &piece)))
}

/// A new concept looks as the last one does.
fn style<'a>(text: &'a str, concepts: Group<'a>, sibling: Option<&'a Node>) -> ConceptStyle<'a> {
    let lines = Some((unit(text), line_break(text, concepts.opening())));
    let Some((sibling, group)) = sibling.and_then(|node| Some((node, Group::of(text, node)?)))
    else {
        let tall = text[..concepts.opening()].trim().contains('\n');
        return ConceptStyle {
            name: "Concept",
            lines: lines.filter(|_| tall),
            last_comma: tall,
        };
    };
    let name = match &sibling.shape {
        Shape::Group { name, .. } => &text[name.clone()],
        Shape::Scalar => "Concept",
    };
    let last_field = group.items().len().checked_sub(1);
    ConceptStyle {
        name,
        lines: lines.filter(|_| group.is_tall()),
        last_comma: last_field.is_some_and(|index| group.comma(index).is_some()),
    }
}

/// Adds a name to a concept, unless it has it.
pub(super) fn add_alias(
    page: &Page,
    id: &str,
    language: Language,
    name: &str,
) -> Result<Option<String>, EditError> {
    add_alias_written(page, id, language, name, quoted(name))
}

/// The same for a name that is written with its options.
pub(super) fn add_alias_written(
    page: &Page,
    id: &str,
    language: Language,
    name: &str,
    written: String,
) -> Result<Option<String>, EditError> {
    let concept = page.concept(id)?;
    let key = fold::key(name);
    let labels = concept.value.label.0.iter().map(|(_, label)| label);
    let aliases = concept
        .value
        .aliases
        .0
        .iter()
        .map(|alias| alias.text.as_str());
    if labels.chain(aliases).any(|known| fold::key(known) == key) {
        return Ok(None);
    }
    let text = page.text();
    let group = Group::of(text, concept.node()).ok_or_else(|| page.cannot_patch())?;
    let splices = match group.field("aliases") {
        None => {
            let new = format!("aliases: ({language}: [{written}])");
            insert(group, after(group, &BEFORE_ALIASES), &Piece::Line(new))
        }
        Some(aliases) => add_to_aliases(page, &aliases.value, language, written)?,
    };
    Ok(Some(splice(text, splices)))
}

/// Adds a name to a plain list, to the list of its language, or in a new one.
fn add_to_aliases(
    page: &Page,
    aliases: &Node,
    language: Language,
    written: String,
) -> Result<Vec<Splice>, EditError> {
    let text = page.text();
    if let Some(plain) = Group::list(text, aliases) {
        return Ok(into_list(plain, written));
    }
    let not_a_list = || page.no_list("aliases");
    let languages = Group::of(text, aliases).ok_or_else(not_a_list)?;
    match languages.field(language.code()) {
        Some(field) => {
            let list = Group::list(text, &field.value).ok_or_else(not_a_list)?;
            Ok(into_list(list, written))
        }
        None => {
            let new = Piece::Line(format!("{language}: [{written}]"));
            Ok(insert(languages, last(languages), &new))
        }
    }
}

/// Remembers that a word is no concept, unless it is remembered.
pub(super) fn dismiss(page: &Page, word: &str) -> Result<Option<String>, EditError> {
    let dismissed = &page.vocabulary()?.dismissed;
    let key = fold::key(word);
    if dismissed.iter().any(|known| fold::key(known) == key) {
        return Ok(None);
    }
    let text = page.text();
    let root = Group::of(text, &page.root).ok_or_else(|| page.cannot_patch())?;
    let splices = match list(page, &page.root, "dismissed")? {
        Some(words) => insert(words, last(words), &Piece::Line(quoted(word))),
        None => {
            let new = format!("dismissed: [{}]", quoted(word));
            insert(root, last(root), &Piece::Line(new))
        }
    };
    Ok(Some(splice(text, splices)))
}

/// A list field; `None` when it is not there.
pub(super) fn list<'a>(
    page: &'a Page,
    node: &'a Node,
    field: &str,
) -> Result<Option<Group<'a>>, EditError> {
    let text = page.text();
    let Some(item) = node.field(text, field) else {
        return Ok(None);
    };
    match Group::list(text, &item.value) {
        Some(list) => Ok(Some(list)),
        None => Err(match item.value.broken {
            true => page.cannot_patch(),
            false => page.no_list(field),
        }),
    }
}

fn last(group: Group<'_>) -> Option<usize> {
    group.items().len().checked_sub(1)
}

/// The field after which one belongs: the last of `order` that is there.
pub(super) fn after(group: Group<'_>, order: &[&str]) -> Option<usize> {
    let fields = order.iter().rev();
    let mut found = fields.filter_map(|name| {
        let field = group.field(name)?.span();
        group.items().iter().position(|item| item.span() == field)
    });
    found.next()
}
