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
mod group;
mod insert;
mod lines;
mod page;
mod remove;
mod render;
mod revise;
mod splice;
mod verify;
mod vocabulary;

pub use concept_ref::ConceptRef;
pub use error::EditError;
pub(super) use render::quoted;
pub(super) use verify::new_problem;

use crate::model::{Language, LocalText, Voice};
use page::Page;

/// A change to a notes file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Adds a concept at the end of a vocabulary.
    AddConcept(NewConcept),
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
    /// Takes over what the source of an imported entry says now.
    Revise {
        /// The entry.
        entry: EntryRef,
        /// What it says.
        revision: Revision,
    },
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewConcept {
    /// Its id.
    pub id: String,
    /// Its label in each language.
    pub label: LocalText,
    /// Its other names.
    pub aliases: Vec<(Language, String)>,
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
        Edit::AddConcept(concept) => Some(vocabulary::add_concept(&before, concept)?),
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
