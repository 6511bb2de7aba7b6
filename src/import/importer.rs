//! The trait of all importers, and the list of them.

use super::detect::{Detection, Look};
use super::note::Imported;
use crate::source::SourceFile;
use std::path::Path;
use std::sync::Arc;

/// Reads the notes of one kind of source.
pub trait Importer: Sync {
    /// What the kind is called on the command line and in `source.kind`.
    fn name(&self) -> &'static str;

    /// What it reads, in one line.
    fn about(&self) -> &'static str;

    /// Whether a file is of this kind, and how that shows; `None` when nothing
    /// speaks for it.
    fn detect(&self, look: &Look<'_>) -> Option<Detection>;

    /// Reads a file as far as it goes; what is not understood is reported,
    /// never dropped silently.
    fn read(&self, input: &Input<'_>, options: &Options) -> Imported;

    /// Whether it opens its files itself, as they are no text.
    fn opens_files(&self) -> bool {
        false
    }

    /// Whether a file holds all that its source has of a book, so that an entry
    /// which is not in it any more was removed there.
    fn is_whole(&self) -> bool {
        true
    }
}

/// What an importer reads: a text, or for one that opens files itself the path and
/// the text's name only.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The text, decoded; empty for an importer that opens files itself.
    pub file: &'a Arc<SourceFile>,
    /// Where it is.
    pub path: &'a Path,
}

/// What the reader says about the files.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What the columns of a table hold, by their heads: `("text", "Note")`.
    pub columns: Vec<(String, String)>,
}

/// All importers, in the order they are listed.
pub const IMPORTERS: [&dyn Importer; 12] = [
    &super::BlogList,
    &super::Feed,
    &super::KindleClippings,
    &super::KindleNotebook,
    &super::Readwise,
    &super::KoReader,
    &super::Hypothesis,
    &super::Calibre,
    &super::AppleBooks,
    &super::LogseqHighlights,
    &super::Goodreads,
    &super::Table,
];
