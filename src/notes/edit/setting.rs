//! Single fields of entries, concepts, saved queries and chapters.

use super::error::EditError;
use super::fields::{OF_CHAPTER, OF_CONCEPT, add_to_list, set, set_local, take_from_list};
use super::group::Group;
use super::insert::{Piece, insert};
use super::page::Page;
use super::render::{alias, long, quoted};
use super::splice::{Splice, splice};
use super::{EntryRef, entry};
use crate::model::{Alias, Language};
use crate::notes::parse::Parsed;
use crate::notes::syntax::Node;
use jiff::civil::Date;

/// A field of an entry and what is in it; `None` takes it away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryField {
    /// The title.
    Title(Option<String>),
    /// The day it was written.
    Date(Option<Date>),
    /// The day of reading.
    Day(Option<u32>),
    /// The first and the last page.
    Pages(Option<(u32, u32)>),
    /// The ids of its chapters, which are stated; none for those worked out from its
    /// pages.
    Chapters(Vec<String>),
    /// The text.
    Text(String),
}

/// A field of a concept and what is put into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConceptField {
    /// Its id, here alone: see [`super::Redirect`] for what refers to it.
    Id(String),
    /// Its label in a language.
    Label(Language, String),
    /// Another name with its options; nothing when it has a name that reads alike.
    Alias(Alias),
    /// Not this other name any more: one that has no options, exactly as it is written.
    DropAlias(String),
    /// A longer string inside which no name counts.
    Exclude(String),
    /// What it means, in a language.
    Definition(Language, String),
    /// What sort of thing it is.
    Kind(String),
    /// The id of a more general concept.
    Broader(String),
    /// The id of a related concept.
    Related(String),
    /// A remark for people.
    Note(String),
    /// A comment, which the reader of notes does not see.
    Comment(String),
    /// Words in Markdown: at the end of a concept's note, and a comment elsewhere.
    Words(String),
}

/// A field of a chapter in a book's outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChapterField {
    /// Its heading in a language.
    Title(Language, String),
    /// Its first page.
    Starts(u32),
    /// Its last page.
    Ends(u32),
}

/// Sets a field of an entry; `None` when it is so already.
pub(super) fn entry(
    page: &Page,
    wanted: &EntryRef,
    field: &EntryField,
) -> Result<Option<String>, EditError> {
    let entry = entry::find(page, wanted)?;
    let text = |text: &String| Some(quoted(text));
    let (name, value) = match field {
        EntryField::Title(title) => ("title", title.as_ref().and_then(text)),
        EntryField::Date(date) => ("date", date.map(|date| quoted(&date.to_string()))),
        EntryField::Day(day) => ("day", day.map(|day| day.to_string())),
        EntryField::Pages(pages) => (
            "pages",
            pages.map(|(first, last)| format!("({first}, {last})")),
        ),
        EntryField::Chapters(chapters) => {
            let ids: Vec<String> = chapters.iter().map(|id| quoted(id)).collect();
            let list = format!("[{}]", ids.join(", "));
            ("chapters", (!ids.is_empty()).then_some(list))
        }
        EntryField::Text(text) => ("text", Some(long(text))),
    };
    let mut splices = set(page, entry.node(), name, value, &entry::ORDER)?;
    if name == "chapters" {
        // What the reader says is no longer inferred.
        splices.extend(set(page, entry.node(), "chapter_certainty", None, &[])?);
    }
    Ok(changed(page, splices))
}

/// Sets a field of a concept.
pub(super) fn concept(
    page: &Page,
    id: &str,
    field: &ConceptField,
) -> Result<Option<String>, EditError> {
    let concept = page.concept(id)?;
    let node = concept.node();
    let one = |name: &str, text: &str| set(page, node, name, Some(quoted(text)), &OF_CONCEPT);
    let local = |name: &str, language: Language, text: &str| {
        set_local(page, node, name, (language, text), &OF_CONCEPT)
    };
    let list = |name: &'static str, text: &str| add_to_list(page, node, name, text, &OF_CONCEPT);
    let splices = match field {
        ConceptField::Id(id) => one("id", id)?,
        ConceptField::Kind(kind) => one("kind", kind)?,
        ConceptField::Note(note) => one("note", note)?,
        ConceptField::Label(language, text) => local("label", *language, text)?,
        ConceptField::Definition(language, text) => local("definition", *language, text)?,
        ConceptField::Exclude(text) => list("exclude", text)?,
        ConceptField::Broader(id) => list("broader", id)?,
        ConceptField::Related(id) => list("related", id)?,
        ConceptField::Comment(text) | ConceptField::Words(text) => comment(page, node, text)?,
        ConceptField::DropAlias(name) => drop_alias(page, node, name)?,
        ConceptField::Alias(new) => {
            return super::vocabulary::add_alias_written(
                page,
                id,
                new.language,
                &new.text,
                alias(new),
            );
        }
    };
    Ok(changed(page, splices))
}

/// Takes the last of the names that are written so out of the aliases.
fn drop_alias(page: &Page, node: &Node, name: &str) -> Result<Vec<Splice>, EditError> {
    let Some(aliases) = node.field(page.text(), "aliases") else {
        return Ok(Vec::new());
    };
    let is_it = |node: &Node| page.text_of(node).as_deref() == Some(name);
    let in_list = |node: &Node| node.items().iter().rposition(|item| is_it(&item.value));
    if let Some(index) = in_list(&aliases.value) {
        return take_from_list(page, node, "aliases", index);
    }
    let languages = aliases.value.items().iter().rev();
    for language in languages {
        let Some(index) = in_list(&language.value) else {
            continue;
        };
        if language.value.items().len() > 1 || aliases.value.items().len() > 1 {
            let name = language.name.clone().map(|span| &page.text()[span]);
            let code = name.map(crate::notes::syntax::field_name);
            return take_from_list(page, &aliases.value, code.unwrap_or_default(), index);
        }
        return take_from_list(page, node, "aliases", 0);
    }
    Ok(Vec::new())
}

/// Takes a concept out of a vocabulary. Comments beside it stay.
pub(super) fn remove_concept(page: &Page, id: &str) -> Result<String, EditError> {
    let concept = page.concept(id)?.node().span.clone();
    let concepts = super::vocabulary::list(page, &page.root, "concepts")?;
    let concepts = concepts.ok_or_else(|| page.no_list("concepts"))?;
    let mut items = concepts.items().iter();
    let index = items.position(|item| item.value.span == concept);
    let index = index.ok_or_else(|| page.cannot_patch())?;
    let splices = super::remove::remove(concepts, index);
    Ok(splice(page.text(), splices))
}

/// Gives a saved query another text.
pub(super) fn query(page: &Page, name: &str, query: &str) -> Result<Option<String>, EditError> {
    let Parsed::Library { queries, .. } = &page.parsed else {
        return Err(page.is_no("file of settings"));
    };
    let mut queries = queries.iter();
    let found = queries.find(|saved| saved.value.name.trim() == name);
    let found = found.ok_or_else(|| page.lacks(format!("the query `{name}`")))?;
    let splices = set(page, found.node(), "query", Some(quoted(query)), &[])?;
    Ok(changed(page, splices))
}

/// Takes a saved query away. Comments beside it stay.
pub(super) fn remove_query(page: &Page, name: &str) -> Result<String, EditError> {
    let Parsed::Library { queries, .. } = &page.parsed else {
        return Err(page.is_no("file of settings"));
    };
    let mut queries = queries.iter();
    let found = queries.find(|saved| saved.value.name.trim() == name);
    let found = found.ok_or_else(|| page.lacks(format!("the query `{name}`")))?;
    let list = super::vocabulary::list(page, &page.root, "queries")?;
    let list = list.ok_or_else(|| page.no_list("queries"))?;
    let mut items = list.items().iter();
    let index = items.position(|item| item.value.span == found.node().span);
    let index = index.ok_or_else(|| page.cannot_patch())?;
    Ok(splice(page.text(), super::remove::remove(list, index)))
}

/// Sets a field of a chapter.
pub(super) fn chapter(
    page: &Page,
    id: &str,
    field: &ChapterField,
) -> Result<Option<String>, EditError> {
    if !matches!(page.parsed, Parsed::Book { .. }) {
        return Err(page.is_no("book"));
    }
    let outline = page.root.field(page.text(), "outline");
    let node = outline.and_then(|outline| find_chapter(page, &outline.value, id));
    let node = node.ok_or_else(|| page.lacks(format!("the chapter `{id}`")))?;
    let bound =
        |name: &str, at: u32| set(page, node, name, Some(format!("Page({at})")), &OF_CHAPTER);
    let splices = match field {
        ChapterField::Title(language, text) => {
            set_local(page, node, "title", (*language, text), &OF_CHAPTER)?
        }
        ChapterField::Starts(at) => bound("starts", *at)?,
        ChapterField::Ends(at) => bound("ends", *at)?,
    };
    Ok(changed(page, splices))
}

/// The chapter with an id, in parts too.
fn find_chapter<'a>(page: &Page, divisions: &'a Node, id: &str) -> Option<&'a Node> {
    let text = page.text();
    divisions.items().iter().find_map(|item| {
        let node = &item.value;
        if let Some(chapters) = node.field(text, "chapters") {
            return find_chapter(page, &chapters.value, id);
        }
        let written = &node.field(text, "id")?.value;
        let is_it = match page.text_of(written) {
            Some(found) => found == id,
            None => &text[written.span.clone()] == id,
        };
        is_it.then_some(node)
    })
}

/// A comment as the first thing in a struct.
fn comment(page: &Page, node: &Node, text: &str) -> Result<Vec<Splice>, EditError> {
    let group = Group::of(page.text(), node).ok_or_else(|| page.cannot_patch())?;
    let tall = group.is_tall() && !group.items().is_empty() && group.has_own_line(0);
    if tall {
        let lines: Vec<String> = text.lines().map(|line| format!("// {line}")).collect();
        let first = group.items()[0].span().start;
        let indent = super::lines::indentation(page.text(), first);
        let break_ = super::lines::line_break(page.text(), first);
        let text = lines.iter().map(|line| format!("{line}{break_}{indent}"));
        return Ok(vec![Splice::insert(first, text.collect::<String>())]);
    }
    let text = text.replace("*/", "* /").replace("/*", "/ *");
    // Behind those that stand there.
    let first = group.items().first();
    let at = first.map_or(group.opening(), |item| item.span().start);
    Ok(vec![Splice::insert(at, format!("/* {text} */ "))])
}

/// An alias put into a list as it is written.
pub(super) fn into_list(list: Group<'_>, written: String) -> Vec<Splice> {
    let last = list.items().len().checked_sub(1);
    insert(list, last, &Piece::Line(written))
}

fn changed(page: &Page, splices: Vec<Splice>) -> Option<String> {
    let text = splice(page.text(), splices);
    (text != page.text()).then_some(text)
}
