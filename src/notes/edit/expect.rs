//! What a file should hold after an edit.

use super::page::Page;
use super::setting::{ChapterField, ConceptField, EntryField};
use super::{Edit, entry, references, repair};
use crate::model::{Alias, Language, LocalText};
use crate::notes::format::{
    BookSource, ChapterCertaintySource, ChapterName, ChapterSource, ConceptSource, DivisionSource,
    EntrySource, LocalTextSource, PageBoundSource, PagesSource,
};
use crate::notes::parse::Parsed;

/// Makes of a file's content what the edit should make of it; `None` when it has no such
/// place.
pub(super) fn expect(page: &mut Page, edit: &Edit) -> Option<()> {
    match edit {
        Edit::SetEntry {
            entry: wanted,
            field,
        } => {
            let place = entry::find(page, wanted).ok()?.place().span;
            let Parsed::Entries { entries, .. } = &mut page.parsed else {
                return None;
            };
            let mut entries = entries.iter_mut();
            let entry = entries.find(|entry| entry.place().span == place)?;
            set_entry(&mut entry.value, field);
        }
        Edit::SetConcept { concept, field } => {
            let Parsed::Vocabulary(vocabulary) = &mut page.parsed else {
                return None;
            };
            let mut concepts = vocabulary.concepts.iter_mut();
            let concept = concepts.find(|other| other.value.id == *concept)?;
            set_concept(&mut concept.value, field);
        }
        Edit::RemoveConcept(concept) => {
            let Parsed::Vocabulary(vocabulary) = &mut page.parsed else {
                return None;
            };
            let mut concepts = vocabulary.concepts.iter();
            let index = concepts.position(|other| other.value.id == *concept)?;
            vocabulary.concepts.remove(index);
        }
        Edit::Redirect(redirect) => references::expect(&mut page.parsed, redirect),
        // It is read as before.
        Edit::PutRight => {}
        Edit::DropRepeats => repair::expect_repeats(&mut page.parsed),
        Edit::SetQuery { name, query } => {
            let Parsed::Library { queries, .. } = &mut page.parsed else {
                return None;
            };
            let mut queries = queries.iter_mut();
            let saved = queries.find(|saved| saved.value.name.trim() == name)?;
            saved.value.query.clone_from(query);
        }
        Edit::RemoveQuery(name) => {
            let Parsed::Library { queries, .. } = &mut page.parsed else {
                return None;
            };
            let mut all = queries.iter();
            let index = all.position(|saved| saved.value.name.trim() == name)?;
            queries.remove(index);
        }
        Edit::SetChapter { chapter, field } => {
            let Parsed::Book { book, .. } = &mut page.parsed else {
                return None;
            };
            set_chapter(chapter_of(&mut book.value, chapter)?, field);
        }
        // These are compared the other way round: the new piece is taken out again.
        Edit::AddConcept(_)
        | Edit::AddConcepts(_)
        | Edit::AddAlias { .. }
        | Edit::Dismiss(_)
        | Edit::Judge { .. }
        | Edit::Revise { .. } => {
            return None;
        }
    }
    Some(())
}

fn set_entry(entry: &mut EntrySource, field: &EntryField) {
    match field {
        EntryField::Title(title) => entry.title.clone_from(title),
        EntryField::Date(date) => entry.date = date.map(|date| date.to_string()),
        EntryField::Day(day) => entry.day = *day,
        EntryField::Pages(pages) => {
            entry.pages = pages.map(|(first, last)| PagesSource::Numbers(first, last));
        }
        EntryField::Chapters(chapters) => {
            entry.chapters = chapters.iter().cloned().map(ChapterName).collect();
            entry.chapter_certainty = ChapterCertaintySource::default();
        }
        EntryField::Text(text) => entry.text.clone_from(text),
    }
}

/// Sets a field of a concept, as a change of it says.
pub(super) fn set_concept(concept: &mut ConceptSource, field: &ConceptField) {
    let add = |list: &mut Vec<String>, text: &String| {
        if !list.contains(text) {
            list.push(text.clone());
        }
    };
    match field {
        ConceptField::Id(id) => concept.id.clone_from(id),
        ConceptField::Label(language, text) => set_local(&mut concept.label, *language, text),
        ConceptField::Definition(language, text) => {
            set_local(&mut concept.definition, *language, text);
        }
        ConceptField::Exclude(text) => add(&mut concept.exclude, text),
        ConceptField::Broader(id) => add(&mut concept.broader, id),
        ConceptField::Related(id) => add(&mut concept.related, id),
        ConceptField::Kind(kind) => concept.kind = Some(kind.clone()),
        ConceptField::Note(note) => concept.note = Some(note.clone()),
        ConceptField::DropAlias(name) => {
            let plain = |alias: &Alias| {
                let language = alias.language;
                let bare = Alias {
                    text: name.clone(),
                    language,
                    ..Alias::default()
                };
                *alias == bare
            };
            if let Some(index) = concept.aliases.0.iter().rposition(plain) {
                concept.aliases.0.remove(index);
            }
        }
        ConceptField::Comment(_) | ConceptField::Words(_) | ConceptField::Alias(_) => {}
    }
}

/// Languages keep their order; one that is new comes last.
fn set_local(local: &mut LocalTextSource, language: Language, text: &str) {
    let mut texts: Vec<(Language, String)> = local
        .0
        .iter()
        .map(|(language, text)| (language, text.to_owned()))
        .collect();
    match texts.iter_mut().find(|(known, _)| *known == language) {
        Some((_, known)) => text.clone_into(known),
        None => texts.push((language, text.to_owned())),
    }
    local.0 = texts.into_iter().collect::<LocalText>();
}

fn chapter_of<'a>(book: &'a mut BookSource, id: &str) -> Option<&'a mut ChapterSource> {
    let chapters = book.outline.iter_mut().flat_map(|division| match division {
        DivisionSource::Part(part) => part.chapters.iter_mut().collect::<Vec<_>>(),
        DivisionSource::Chapter(chapter) => vec![chapter],
    });
    let mut chapters = chapters;
    chapters.find(|chapter| chapter.id.0 == id)
}

fn set_chapter(chapter: &mut ChapterSource, field: &ChapterField) {
    match field {
        ChapterField::Title(language, text) => set_local(&mut chapter.title, *language, text),
        ChapterField::Starts(at) => chapter.starts = PageBoundSource::Page(*at),
        ChapterField::Ends(at) => chapter.ends = PageBoundSource::Page(*at),
    }
}
