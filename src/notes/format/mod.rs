//! The notes format, version 1: mirror types that `serde` fills from RON.
//!
//! They say what a file may hold and nothing about what it means; names and
//! ids are resolved in [`super::assemble`]. `docs/file-format.md` is the
//! tutorial.

mod book;
mod entry;
mod library;
mod localized;
mod vocabulary;

pub(super) use book::{BookSource, ChapterSource, DivisionSource, PageBoundSource, PartSource};
pub(super) use entry::{
    ChapterCertaintySource, ChapterName, EntrySource, LinkSource, NoteSource, PagesSource,
    SectionSource, VoiceSource, WordingSource,
};
pub(super) use library::{MarkdownSource, QuerySource};
pub(super) use localized::LocalTextSource;
pub(crate) use localized::guess_language;
pub(super) use vocabulary::{AliasesSource, ConceptSource};

/// The version this program reads and writes.
pub(super) const VERSION: u32 = 1;

/// The fields that the roots of the files with lists have.
pub(super) const VOCABULARY_FIELDS: [&str; 3] = ["format", "concepts", "dismissed"];
pub(super) const LIBRARY_FIELDS: [&str; 4] = ["format", "markdown", "queries", "allow"];
pub(super) const ENTRIES_FIELDS: [&str; 3] = ["format", "book", "entries"];

#[derive(serde::Deserialize, Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum CertaintySource {
    Low,
    Medium,
    #[default]
    High,
}
