//! One file, read on its own.

use super::file::{self, Digest};
use super::known::{Known, KnownEntry};
use super::parse::{self, Parsed};
use super::problems::Problems;
use super::well_formed::entries_but;
use super::{markdown, walk};
use crate::diagnostic::Diagnostic;
use crate::model::MarkdownSettings;
use crate::source::SourceFile;
use std::sync::Arc;

type Read = Result<(Arc<SourceFile>, Digest), Box<Diagnostic>>;

fn read(path: &walk::NotePath, text: Option<&str>) -> Read {
    match text {
        Some(text) => Ok(file::of_text(&path.shown, text)),
        None => file::read(&path.absolute, &path.shown),
    }
}

/// The text of a file, or the one in its place.
pub(super) fn text_of(path: &walk::NotePath, text: Option<&str>) -> Option<Arc<SourceFile>> {
    Some(read(path, text).ok()?.0)
}

/// What came of one file.
pub(super) struct ReadFile {
    pub(super) parsed: Option<Parsed>,
    pub(super) diagnostics: Problems,
    pub(super) digest: Option<Digest>,
    /// How many bytes of text there are.
    pub(super) length: usize,
    /// Entries that were not read, as they are known.
    pub(super) known: Vec<KnownEntry>,
}

impl ReadFile {
    /// Reads a file, or a text in its place.
    pub(super) fn of(
        path: &walk::NotePath,
        text: Option<&str>,
        settings: &MarkdownSettings,
    ) -> Self {
        Self::but(path, text, settings, None)
    }

    /// The same, but for entries that are known as they are written.
    pub(super) fn but(
        path: &walk::NotePath,
        text: Option<&str>,
        settings: &MarkdownSettings,
        known: Option<&Known>,
    ) -> Self {
        let mut diagnostics = Problems::new();
        let file = read(path, text)
            .map_err(|problem| diagnostics.push(*problem))
            .ok();
        let (file, digest) = file.unzip();
        let length = file.as_ref().map_or(0, |file| file.text.len());
        let mut skipped = Vec::new();
        let parsed = file.and_then(|file| match path.kind {
            walk::Kind::Ron => {
                let but = known.and_then(|known| entries_but(&file, &path.folder, Some(known)));
                if let Some((parsed, known)) = but {
                    skipped = known;
                    return Some(parsed);
                }
                parse::parse(&file, &path.folder, &mut diagnostics)
            }
            walk::Kind::Markdown => {
                markdown::parse(&file, &path.folder, settings, &mut diagnostics)
            }
        });
        Self {
            parsed,
            diagnostics,
            digest,
            length,
            known: skipped,
        }
    }
}
