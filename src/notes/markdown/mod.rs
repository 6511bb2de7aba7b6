//! Markdown notes, read in place: as they stand in a library or in the vault of another
//! program. Nothing here fails as a whole; what is no property and no link is text.

mod concept;
mod entry;
mod front_matter;
mod html;
mod link;
mod marks;
mod note;
mod own;
mod parts;
mod pieces;
mod properties;
mod prose;
mod scan;
mod settings;
mod tags;
mod voice;
mod writer;
mod yaml;

pub(super) use entry::fitted;
pub(super) use front_matter::FrontMatter;
pub(super) use link::bare;
pub(super) use marks::{LinkMark, Marks};
pub(super) use properties::Field;
pub(super) use settings::settings;
pub(super) use tags::tags;
pub(super) use yaml::{Node, Property, Value};

use super::parse::{Parsed, VocabularySource};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::MarkdownSettings;
use crate::notes::problems::Problems;
use crate::source::{Place, SourceFile};
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// Parses a note; `None` when nothing stands in it.
pub(super) fn parse(
    file: &Arc<SourceFile>,
    folder: &str,
    settings: &MarkdownSettings,
    diagnostics: &mut Problems,
) -> Option<Parsed> {
    if let Some(at) = file.text.find('\0') {
        diagnostics.push(
            Diagnostic::at(
                Code::NotUtf8,
                Place::new(file, at..at + 1),
                "this is no text: it holds a NUL byte",
            )
            .label("nothing of this file was read")
            .hint("get an older copy of it, or give it another ending than .md"),
        );
        return None;
    }
    let note = note::Note::read(file, folder, diagnostics);
    if note.is_concept(settings) {
        let concept = note.into_concept();
        return Some(Parsed::Vocabulary(VocabularySource {
            file: file.name.clone(),
            concepts: vec![concept],
            dismissed: Vec::new(),
            is_note: true,
        }));
    }
    let entries = note.into_entries(settings, diagnostics);
    (!entries.is_empty()).then(|| Parsed::Entries {
        folder: folder.to_owned(),
        book: None,
        single: true,
        entries,
    })
}

/// A name as names are compared: composed, in small letters.
pub(super) fn folded(name: &str) -> String {
    name.trim().nfc().collect::<String>().to_lowercase()
}
