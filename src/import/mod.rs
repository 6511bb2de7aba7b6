//! Notes kept elsewhere → new entries. One file for each kind of source,
//! behind one trait.
//!
//! Importing twice changes nothing: an entry knows the source it came from.
//! What the reader has edited since is never touched.

mod blog_list;
mod decode;
mod plan;

use crate::diagnostic::Diagnostic;
use crate::model::PageRange;
use crate::source::SourceFile;
use jiff::civil::Date;
use std::sync::Arc;

pub use blog_list::BlogList;
pub use decode::{Decoded, decode};
pub use plan::{Change, Changed, Plan, Planned, plan};

/// Reads the notes of one kind of source.
pub trait Importer: Sync {
    /// What the kind is called on the command line and in `source.kind`.
    fn name(&self) -> &'static str;

    /// What it reads, in one line.
    fn about(&self) -> &'static str;

    /// Reads a file as far as it goes; what is not understood is reported,
    /// never dropped silently.
    fn read(&self, file: &Arc<SourceFile>) -> Imported;
}

/// All importers, in the order they are listed.
pub const IMPORTERS: [&dyn Importer; 1] = [&BlogList];

/// What a file gave.
#[derive(Debug, Default)]
pub struct Imported {
    /// The notes, in the order of the file.
    pub notes: Vec<ImportedNote>,
    /// What was not understood.
    pub diagnostics: Vec<Diagnostic>,
}

/// A note as it stands at its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedNote {
    /// What the source knows it by; stays the same when its text changes.
    pub key: String,
    /// The title at the source.
    pub source_title: String,
    /// The title without the date and the pages that stand in it.
    pub title: String,
    /// The day it was written.
    pub date: Option<Date>,
    /// The day of reading, counted by the reader.
    pub day: Option<u32>,
    /// The pages read.
    pub pages: Option<PageRange>,
    /// The text.
    pub text: String,
    /// The source shows only the beginning of the text.
    pub truncated: bool,
}
