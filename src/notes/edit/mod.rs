//! Decisions of the reader, written into notes by patching the piece that
//! changes. Comments, order, line endings and layout of everything else stay
//! byte for byte.
//!
//! [`patch`] is a pure function from a text and an [`Edit`] to a text. It finds
//! the place in the tree of spans (`notes/syntax`), and reads its own result
//! again: a patch that gives anything but the old content and the edit is
//! refused.

mod concept_ref;
mod entry;
mod error;
mod expect;
mod fields;
mod group;
mod insert;
mod lines;
mod note;
mod page;
mod references;
mod remove;
mod render;
mod repair;
mod revise;
mod rewired;
mod setting;
mod splice;
mod verify;
mod vocabulary;

pub use concept_ref::ConceptRef;
pub use error::EditError;
pub(super) use note::{NotePlace, body_of, is_named_by_file, patch_note, with_title};
pub use note::{NoteWords, note_file};
pub use references::{Moved, Redirect};
pub(super) use render::{alias, long, quoted};
pub use rewired::rewired;
pub use setting::{ChapterField, ConceptField, EntryField};
pub(super) use verify::{new_ones, new_problem};

use crate::model::{Alias, Language, LocalText, Voice};
use page::Page;

/// A change to a notes file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Adds a concept at the end of a vocabulary.
    AddConcept(NewConcept),
    /// Adds several, likewise.
    AddConcepts(Vec<NewConcept>),
    /// Adds another name to a concept; nothing when it has that name.
    AddAlias {
        /// The concept's id.
        concept: String,
        /// The language of the name. Where aliases are one plain list, it is
        /// guessed by the reader.
        language: Language,
        /// The name.
        name: String,
    },
    /// Remembers in a vocabulary that a word is not wanted as a concept.
    Dismiss(String),
    /// Says whether an entry is about a concept.
    Judge {
        /// The entry.
        entry: EntryRef,
        /// The concept.
        concept: ConceptRef,
        /// What the reader says.
        verdict: Verdict,
    },
    /// Sets a field of an entry.
    SetEntry {
        /// The entry.
        entry: EntryRef,
        /// The field.
        field: EntryField,
    },
    /// Sets a field of a concept.
    SetConcept {
        /// The concept's id.
        concept: String,
        /// The field.
        field: ConceptField,
    },
    /// Takes a concept out of a vocabulary.
    RemoveConcept(String),
    /// Makes what refers to a concept refer to another one.
    Redirect(Redirect),
    /// Gives a saved query another text.
    SetQuery {
        /// Its name.
        name: String,
        /// The text.
        query: String,
    },
    /// Takes a saved query away.
    RemoveQuery(String),
    /// Writes the characters that were meant in the place of those that only look like
    /// them.
    PutRight,
    /// Takes names out of lists in which they stand before.
    DropRepeats,
    /// Sets a field of a chapter in a book's outline.
    SetChapter {
        /// The chapter's id.
        chapter: String,
        /// The field.
        field: ChapterField,
    },
    /// Takes over what the source of an imported entry says now.
    Revise {
        /// The entry.
        entry: EntryRef,
        /// What it says.
        revision: Revision,
    },
}

/// What a concept in a vocabulary says it is related to, as it is written there; `None`
/// when it is not in this text. What others say is not among it.
pub fn related_of(file: &str, text: &str, concept: &str) -> Option<Vec<String>> {
    let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let page = Page::read(file, body).ok()?;
    let found = page.concept(concept).ok()?;
    Some(found.value.related.clone())
}

/// What the one entry of a file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryOutline {
    /// Its id, when it is written.
    pub id: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The day of reading.
    pub day: Option<u32>,
    /// Whether it says a date.
    pub dated: bool,
    /// Its text.
    pub text: String,
}

/// Reads a text that is to be a file with one entry.
///
/// # Errors
///
/// When it holds something else, or has a problem.
pub fn entry_of(file: &str, text: &str) -> Result<EntryOutline, EditError> {
    let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let page = Page::read(file, body)?;
    if let Some(problem) = page.diagnostics.first() {
        return Err(EditError::Unreadable(Box::new(problem.clone())));
    }
    let [entry] = page.entries()? else {
        return Err(page.is_no("file with one entry"));
    };
    let entry = &entry.value;
    Ok(EntryOutline {
        id: entry.id.clone(),
        title: entry.title.clone(),
        day: entry.day,
        dated: entry.date.is_some(),
        text: entry.text.clone(),
    })
}

/// What the source of an imported entry says now. The rest of the entry stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The text, and who speaks in it and whether it was cut off; `None` leaves
    /// the entry's own.
    pub text: Option<RevisedText>,
    /// The title at the source, if it has one.
    pub title: Option<String>,
    /// The fingerprint of what the source says.
    pub digest: String,
}

/// Another text for an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevisedText {
    /// The text; it takes on the line endings of the file.
    pub text: String,
    /// Who speaks in it.
    pub voice: Voice,
    /// The source shows only the beginning.
    pub truncated: bool,
}

/// A concept that is to be added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewConcept {
    /// Its id.
    pub id: String,
    /// Its label in each language.
    pub label: LocalText,
    /// Its other names; they are written by language.
    pub aliases: Vec<Alias>,
    /// Longer strings inside which no name of it counts.
    pub exclude: Vec<String>,
    /// What it means.
    pub definition: LocalText,
    /// What sort of thing it is.
    pub kind: Option<String>,
    /// The ids of more general concepts.
    pub broader: Vec<String>,
    /// The ids of related concepts.
    pub related: Vec<String>,
    /// A remark for people.
    pub note: Option<String>,
}

/// An entry in a file. Of several entries with one id, as two books may have
/// them, the line tells which: judge those further down first, as a decision
/// may move what is below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryRef {
    /// Its id.
    pub id: String,
    /// The line it starts on, from 1.
    pub line: usize,
}

/// What a reader says about an entry and a concept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The entry is about it: among its `tags`.
    Confirm,
    /// The entry is not about it: among its `refused`.
    Refuse,
    /// Neither is said.
    Reset,
}

/// The text with an edit, or `None` when it says so already. A byte order mark
/// at the start stays.
///
/// # Errors
///
/// When the place is not there, when the text around it has mistakes that make
/// a patch unsafe, and when the result does not read as it should.
pub fn patch(file: &str, text: &str, edit: &Edit) -> Result<Option<String>, EditError> {
    const MARK: char = '\u{FEFF}';
    let body = text.strip_prefix(MARK).unwrap_or(text);
    let before = Page::read(file, body)?;
    let patched = match edit {
        Edit::AddConcept(concept) => Some(vocabulary::add_concepts(
            &before,
            std::slice::from_ref(concept),
        )?),
        Edit::AddConcepts(concepts) if concepts.is_empty() => None,
        Edit::AddConcepts(concepts) => Some(vocabulary::add_concepts(&before, concepts)?),
        Edit::AddAlias {
            concept,
            language,
            name,
        } => vocabulary::add_alias(&before, concept, *language, name)?,
        Edit::Dismiss(word) => vocabulary::dismiss(&before, word)?,
        Edit::Judge {
            entry,
            concept,
            verdict,
        } => entry::judge(&before, entry, concept, *verdict)?,
        Edit::SetEntry { entry, field } => setting::entry(&before, entry, field)?,
        Edit::SetConcept { concept, field } => setting::concept(&before, concept, field)?,
        Edit::RemoveConcept(concept) => Some(setting::remove_concept(&before, concept)?),
        Edit::Redirect(redirect) => references::redirect(&before, redirect)?,
        Edit::PutRight => repair::lookalikes(&before),
        Edit::DropRepeats => repair::repeats(&before)?,
        Edit::SetQuery { name, query } => setting::query(&before, name, query)?,
        Edit::RemoveQuery(name) => Some(setting::remove_query(&before, name)?),
        Edit::SetChapter { chapter, field } => setting::chapter(&before, chapter, field)?,
        Edit::Revise { entry, revision } => revise::revise(&before, entry, revision)?,
    };
    let Some(patched) = patched else {
        return Ok(None);
    };
    let after = Page::read(file, &patched)?;
    verify::verify(before, after, edit)?;
    let mark = &text[..text.len() - body.len()];
    Ok(Some(format!("{mark}{patched}")))
}
