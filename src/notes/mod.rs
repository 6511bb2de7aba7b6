//! Files on disk ⇄ the model. This room and [`crate::import`] alone touch
//! notes.
//!
//! Reading never fails as a whole: it gives a library and every problem of
//! every file. One bad entry does not hide the others.

mod allow;
mod assemble;
mod changes;
mod decode;
pub mod edit;
mod explain;
mod file;
mod fix;
mod folder;
mod followed;
mod format;
mod limits;
mod links;
mod locate;
mod names;
mod parse;
mod places;
mod renew;
mod saving;
mod survey;
mod syntax;
mod walk;
mod well_formed;
mod whole;
mod write;

use crate::diagnostic::Diagnostic;
use crate::model::Library;
use crate::source::SourceFile;
use file::Digest;
use parse::Parsed;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

pub use allow::Allowed;
pub use changes::{ChangedFile, Changes, check};
pub use edit::{EditError, EntryOutline, entry_of};
pub use fix::{Fix, fixes};
pub use followed::{FileChanges, Followed};
pub(crate) use format::guess_language;
pub use locate::{NOTES_FOLDER, find_library};
pub use places::Places;
pub use renew::{called_otherwise, has_trouble_with_names, read_files};
pub use saving::{
    DERIVED_FOLDER, Disk, FileChange, History, Holder, LibraryLock, MOST_BYTES, MOST_STEPS,
    PATIENCE, RealDisk, Recovered, SaveError, Step, Tidied, Writer, is_pending,
    make_derived_folder, make_readable,
};
pub use survey::{Survey, survey};
pub use whole::{NewFile, book_file, entry_file, queries_file, vocabulary_file};
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
    /// The files with concepts, in the order in which they are read.
    pub vocabularies: Vec<String>,
    /// What the library's settings allow, and so is not among the problems.
    pub allowed: Allowed,
    /// The files with a book, in the order in which they are read.
    pub books: Vec<String>,
    /// The files that a problem is about, of those that are allowed, too.
    pub troubled: BTreeSet<String>,
    /// Whether there is a problem with the names of files, or with folders.
    pub names_are_trouble: bool,
    /// What each file held that could be read, by its name.
    seen: Arc<Seen>,
}

/// The problems that a library has now and did not have before.
pub fn new_problems<'a>(
    before: &Reading,
    after: &'a Reading,
) -> impl Iterator<Item = &'a Diagnostic> {
    edit::new_ones(&before.diagnostics, &after.diagnostics)
}

impl Reading {
    /// What the bytes of a file add up to, as [`crate::source::Stamp`] has it; `None`
    /// when it was not read.
    pub fn digest(&self, name: &str) -> Option<u128> {
        self.seen.get(name).map(|digest| digest.number())
    }
}

/// What files held when they were read, by their names.
type Seen = BTreeMap<String, Digest>;

/// Reads all `.ron` files below a folder (a library's `notes/`).
///
/// Files are named in messages relative to the folder's parent:
/// `notes/book.ron`.
pub fn read(notes: &Path) -> Reading {
    read_with(notes, &|| {})
}

/// Reads like [`read`]; `tick` is called after each file, from any thread.
pub fn read_with(notes: &Path, tick: &(dyn Fn() + Sync)) -> Reading {
    read_over(notes, &Instead::new(), tick)
}

/// Reads like [`read`], as if the vocabulary of the library were the one in
/// `file` and nothing else. `None` when `file` is no vocabulary; the problems
/// say why.
pub fn read_with_vocabulary(
    notes: &Path,
    file: &Arc<SourceFile>,
) -> (Option<Reading>, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let Some(vocabulary @ Parsed::Vocabulary(_)) = parse::parse(file, "", &mut problems) else {
        return (None, problems);
    };
    let mut sources = Sources::read(notes, &Instead::new(), &|| {});
    sources
        .parsed
        .retain(|source| !matches!(source, Parsed::Vocabulary(_)));
    sources.parsed.push(vocabulary);
    sources.diagnostics.extend(problems);
    let reading = sources.assemble();
    let of_file = |problem: &&Diagnostic| problem.location().0 == file.name;
    let problems = reading
        .diagnostics
        .iter()
        .filter(of_file)
        .cloned()
        .collect();
    (Some(reading), problems)
}

/// Texts in the place of files, by their names, and files that are not there yet; none
/// for a file that is to go away.
type Instead<'a> = BTreeMap<&'a str, Option<&'a str>>;

/// Reads like [`read_with`], with other texts in the place of some files.
fn read_over(notes: &Path, texts: &Instead<'_>, tick: &(dyn Fn() + Sync)) -> Reading {
    Sources::read(notes, texts, tick).assemble()
}

/// All files, each read on its own.
#[derive(Default)]
struct Sources {
    parsed: Vec<Parsed>,
    diagnostics: Vec<Diagnostic>,
    names_are_trouble: bool,
    files: usize,
    seen: Seen,
}

impl Sources {
    fn read(notes: &Path, texts: &Instead<'_>, tick: &(dyn Fn() + Sync)) -> Self {
        let (mut paths, mut diagnostics) = walk::ron_files(notes);
        diagnostics.extend(names::problems(&paths));
        let there = texts.iter().filter(|(_, text)| text.is_some());
        walk::add(&mut paths, notes, there.map(|(name, _)| *name));
        paths.retain(|path| texts.get(path.shown.as_str()) != Some(&None));
        Self::read_all(paths, diagnostics, texts, tick)
    }

    /// Reads these files; there are some problems with their names.
    fn read_all(
        paths: Vec<walk::NotePath>,
        diagnostics: Vec<Diagnostic>,
        texts: &Instead<'_>,
        tick: &(dyn Fn() + Sync),
    ) -> Self {
        let read_one = |path: &walk::NotePath| {
            let mut diagnostics = Vec::new();
            let file = match texts.get(path.shown.as_str()) {
                Some(Some(text)) => Ok(file::of_text(&path.shown, text)),
                _ => file::read(&path.absolute, &path.shown),
            };
            let file = file.map_err(|problem| diagnostics.push(*problem)).ok();
            let (file, digest) = file.unzip();
            let parsed = file.and_then(|file| parse::parse(&file, &path.folder, &mut diagnostics));
            tick();
            (parsed, diagnostics, digest)
        };
        let read: Vec<_> = paths.par_iter().map(read_one).collect();
        let mut sources = Self {
            parsed: Vec::with_capacity(read.len()),
            names_are_trouble: !diagnostics.is_empty(),
            diagnostics,
            files: paths.len(),
            seen: Seen::new(),
        };
        for (path, (parsed, problems, digest)) in paths.into_iter().zip(read) {
            sources
                .seen
                .extend(digest.map(|digest| (path.shown, digest)));
            sources.parsed.extend(parsed);
            sources.diagnostics.extend(problems);
        }
        sources
    }

    fn assemble(self) -> Reading {
        let mut diagnostics = self.diagnostics;
        let vocabularies = self.parsed.iter().filter_map(Parsed::vocabulary_file);
        let vocabularies = vocabularies.map(str::to_owned).collect();
        let books = self.parsed.iter().filter_map(Parsed::book_file);
        let books = books.map(str::to_owned).collect();
        let (library, allowed) = assemble::assemble(self.parsed, &mut diagnostics);
        let mut troubled = BTreeSet::new();
        note_files(&diagnostics, &mut troubled);
        allowed.leave_out(&mut diagnostics);
        note_files(&diagnostics, &mut troubled);
        diagnostics.sort_by_cached_key(Diagnostic::sort_key);
        let diagnostics = limits::listed(diagnostics);
        Reading {
            library,
            diagnostics,
            files: self.files,
            vocabularies,
            allowed,
            books,
            troubled,
            names_are_trouble: self.names_are_trouble,
            seen: Arc::new(self.seen),
        }
    }
}

/// Notes the files that problems are about.
fn note_files(problems: &[Diagnostic], files: &mut BTreeSet<String>) {
    for problem in problems {
        let related = problem.related.iter().map(|(place, _)| &*place.file.name);
        files.extend(related.chain([problem.location().0]).map(str::to_owned));
    }
}
