//! The rows of the tables. Ids are those of nodes, as in every export.

use super::table::{Cell, Table};
use crate::export::exported::Exported;
use crate::export::names;
use crate::export::record::{EdgeField, EdgeKind, Value};
use crate::model::ConceptId;
use crate::tag::Field;
use jiff::civil::{Date, date};
use std::io;

type Filled = io::Result<()>;

pub(super) fn books(exported: &Exported<'_>, table: &mut Table<'_>) -> Filled {
    for &id in &exported.books {
        let book = exported.library.book(id);
        table.row(&[
            Cell::Text(&names::book(exported.library, id)),
            Cell::Text(book.title_in(exported.language)),
            Cell::Text(book.language.code()),
            whole(book.edition.pages),
        ])?;
    }
    Ok(())
}

pub(super) fn chapters(exported: &Exported<'_>, table: &mut Table<'_>) -> Filled {
    let library = exported.library;
    for id in exported
        .books
        .iter()
        .flat_map(|&book| library.chapters_of(book))
    {
        let chapter = library.chapter(id);
        let extent = exported.placement.extent(id);
        let title = chapter.title.best(exported.language);
        table.row(&[
            Cell::Text(&names::chapter(library, id)),
            Cell::Text(&names::book(library, id.book)),
            whole(chapter.number),
            Cell::Text(title.unwrap_or(&chapter.id)),
            whole(extent.starts.exact()),
            whole(extent.ends.exact()),
        ])?;
    }
    Ok(())
}

pub(super) fn entries(exported: &Exported<'_>, table: &mut Table<'_>) -> Filled {
    let (library, names) = (exported.library, exported.names());
    for (at, &id) in exported.entries.iter().enumerate() {
        let entry = library.read_entry(id);
        let pages = entry.pages;
        table.row(&[
            Cell::Text(names.get(at)),
            Cell::Whole(at as u32),
            Cell::Text(&names::book(library, entry.book)),
            Cell::Text(&entry.title),
            entry
                .date
                .map_or(Cell::Nothing, |date| Cell::Days(days(date))),
            whole(entry.day),
            whole(pages.map(|pages| pages.first)),
            whole(pages.map(|pages| pages.last)),
            Cell::Whole(exported.tagging.behind(id).sentences.len() as u32),
            Cell::Text(&entry.text),
        ])?;
    }
    Ok(())
}

pub(super) fn concepts(exported: &Exported<'_>, table: &mut Table<'_>) -> Filled {
    for (at, &id) in exported.concepts.iter().enumerate() {
        let concept = exported.library.vocabulary().get(id);
        table.row(&[
            Cell::Text(&name(exported, id)),
            Cell::Whole(at as u32),
            Cell::Text(exported.label(id)),
            text(concept.kind.as_deref()),
            text(concept.definition.best(exported.language)),
        ])?;
    }
    Ok(())
}

pub(super) fn names(exported: &Exported<'_>, table: &mut Table<'_>) -> Filled {
    for &id in &exported.concepts {
        let concept = exported.library.vocabulary().get(id);
        let name = name(exported, id);
        let labels = concept
            .label
            .iter()
            .map(|(language, text)| (language, text, true));
        let aliases = concept.aliases.iter();
        let aliases = aliases.map(|alias| (alias.language, alias.text.as_str(), false));
        for (language, text, preferred) in labels.chain(aliases) {
            let cells = [
                Cell::Text(&name),
                Cell::Text(language.code()),
                Cell::Text(text),
            ];
            table.row(&[cells[0], cells[1], cells[2], Cell::Flag(preferred)])?;
        }
    }
    Ok(())
}

pub(super) fn tags(exported: &Exported<'_>, table: &mut Table<'_>) -> Filled {
    let (concepts, names) = (concept_names(exported), exported.names());
    for (at, &entry) in exported.entries.iter().enumerate() {
        for tag in exported.tagging.tags(entry) {
            table.row(&[
                Cell::Text(names.get(at)),
                Cell::Text(&concepts[tag.concept.index()]),
                Cell::Text(tag.origin.name()),
                Cell::Whole(tag.mentions),
                Cell::Number(tag.salience),
                Cell::Flag(tag.is_passing()),
            ])?;
        }
    }
    Ok(())
}

pub(super) fn mentions(exported: &Exported<'_>, table: &mut Table<'_>) -> Filled {
    let (concepts, names) = (concept_names(exported), exported.names());
    for (at, &entry) in exported.entries.iter().enumerate() {
        for mention in &exported.tagging.behind(entry).mentions {
            let (field, sentence) = match mention.field {
                Field::Title => ("title", Cell::Nothing),
                Field::Text => ("text", Cell::Whole(mention.sentence)),
            };
            table.row(&[
                Cell::Text(names.get(at)),
                Cell::Text(&concepts[mention.concept.index()]),
                Cell::Text(field),
                sentence,
                Cell::Whole(mention.start),
                Cell::Whole(mention.end),
            ])?;
        }
    }
    Ok(())
}

/// All edges but those that `tags` has.
pub(super) fn links(exported: &Exported<'_>, table: &mut Table<'_>) -> Filled {
    exported.each_edge(&mut |edge| {
        if edge.kind == EdgeKind::Tagged {
            return Ok(());
        }
        let cell = |wanted| {
            let known = edge.values.iter().find(|(field, _)| *field == wanted);
            match known {
                Some((_, Value::Integer(value))) => Cell::Whole(*value),
                Some((_, Value::Number(value))) => Cell::Number(*value),
                _ => Cell::Nothing,
            }
        };
        table.row(&[
            Cell::Text(edge.source),
            Cell::Text(edge.target),
            Cell::Text(edge.kind.name()),
            Cell::Number(edge.weight),
            cell(EdgeField::Count),
            cell(EdgeField::Expected),
            cell(EdgeField::Sentences),
            cell(EdgeField::Entries),
            cell(EdgeField::Shared),
        ])
    })
}

/// The ids of all concepts of the vocabulary as nodes.
fn concept_names(exported: &Exported<'_>) -> Vec<String> {
    let ids = exported.library.vocabulary().ids();
    ids.map(|id| name(exported, id)).collect()
}

fn name(exported: &Exported<'_>, concept: ConceptId) -> String {
    format!("concept:{}", exported.library.vocabulary().get(concept).id)
}

fn whole(value: Option<u32>) -> Cell<'static> {
    value.map_or(Cell::Nothing, Cell::Whole)
}

fn text(text: Option<&str>) -> Cell<'_> {
    text.map_or(Cell::Nothing, Cell::Text)
}

/// Days since 1970-01-01.
fn days(day: Date) -> i32 {
    let since = day.since(date(1970, 1, 1));
    since.map_or(0, |span| span.get_days())
}
