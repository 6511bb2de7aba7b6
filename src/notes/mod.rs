//! Files on disk ⇄ the model. This room and [`crate::import`] alone touch
//! notes.
//!
//! Reading never fails as a whole: it gives a library and every problem of
//! every file. One bad entry does not hide the others.

mod assemble;
mod decode;
mod explain;
mod file;
mod format;
mod locate;
mod parse;
mod save;
mod syntax;
mod walk;
mod write;

use crate::diagnostic::Diagnostic;
use crate::model::Library;
use rayon::prelude::*;
use std::path::Path;

pub use locate::{NOTES_FOLDER, find_library};
pub use save::{SaveError, create, make_readable};
pub(crate) use write::{book_to_ron, entry_to_ron};

/// What came of reading a library.
#[derive(Debug, Default)]
pub struct Reading {
    /// Everything that could be read.
    pub library: Library,
    /// Every problem, sorted by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// How many files were looked at.
    pub files: usize,
}

/// Reads all `.ron` files below a folder (a library's `notes/`).
///
/// Files are named in messages relative to the folder's parent:
/// `notes/book.ron`.
pub fn read(notes: &Path) -> Reading {
    read_with(notes, &|| {})
}

/// Reads like [`read`]; `tick` is called after each file, from any thread.
pub fn read_with(notes: &Path, tick: &(dyn Fn() + Sync)) -> Reading {
    let (paths, mut diagnostics) = walk::ron_files(notes);
    let files = paths.len();
    let parsed: Vec<(Option<parse::Parsed>, Vec<Diagnostic>)> = paths
        .par_iter()
        .map(|path| {
            let mut diagnostics = Vec::new();
            let parsed = file::read(&path.absolute, &path.shown)
                .map_err(|problem| diagnostics.push(*problem))
                .ok()
                .and_then(|file| parse::parse(&file, &path.folder, &mut diagnostics));
            tick();
            (parsed, diagnostics)
        })
        .collect();
    let mut sources = Vec::with_capacity(parsed.len());
    for (source, problems) in parsed {
        sources.extend(source);
        diagnostics.extend(problems);
    }
    let library = assemble::assemble(sources, &mut diagnostics);
    diagnostics.sort_by_cached_key(Diagnostic::sort_key);
    Reading {
        library,
        diagnostics,
        files,
    }
}
