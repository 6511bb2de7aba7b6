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
mod home;
mod limits;
mod links;
mod locate;
mod located;
mod markdown;
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
use crate::model::{Book, Library, MarkdownSettings};
use crate::source::SourceFile;
use file::Digest;
use parse::Parsed;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

pub use allow::Allowed;
pub use changes::{ChangedFile, Changes, check, check_return};
pub use edit::{EditError, EntryOutline, entry_of};
pub use fix::{Fix, fixes};
pub use followed::{FileChanges, Followed};
pub(crate) use format::guess_language;
pub use home::{Home, VAULT_FILE, VaultKind};
pub use locate::{NOTES_FOLDER, find_library};
pub use places::Places;
pub use renew::{called_otherwise, has_trouble_with_names, read_files};
pub use saving::{
    DERIVED_FOLDER, Disk, FileChange, History, Holder, LibraryLock, MOST_BYTES, MOST_STEPS,
    PATIENCE, RealDisk, Recovered, SaveError, Step, Tidied, Writer, is_pending,
    make_derived_folder, make_readable,
};
pub use survey::{Survey, survey};
pub use walk::markdown_files;
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
    /// The files with concepts that can be added to, in the order in which they are
    /// read.
    pub vocabularies: Vec<String>,
    /// All files with concepts, notes among them.
    concept_files: Vec<String>,
    /// The concepts that are Markdown notes: their ids, and their files.
    pub concept_notes: BTreeMap<String, String>,
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

/// Reads all `.ron` and Markdown files below a folder (a library's `notes/`).
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
    home: Home,
    settings: MarkdownSettings,
    /// Books without a file of their own that are there, when not all files are read.
    books: Vec<Book>,
    parsed: Vec<Parsed>,
    diagnostics: Vec<Diagnostic>,
    names_are_trouble: bool,
    files: usize,
    seen: Seen,
}

/// What came of one file.
struct ReadFile {
    parsed: Option<Parsed>,
    diagnostics: Vec<Diagnostic>,
    digest: Option<Digest>,
}

impl Sources {
    fn read(notes: &Path, texts: &Instead<'_>, tick: &(dyn Fn() + Sync)) -> Self {
        let home = Home::of_folder(notes);
        let (mut paths, mut diagnostics) = walk::note_files(&home);
        diagnostics.extend(names::problems(&paths));
        let there = texts.iter().filter(|(_, text)| text.is_some());
        walk::add(&mut paths, &home, there.map(|(name, _)| *name));
        paths.retain(|path| texts.get(path.shown.as_str()) != Some(&None));
        Self::read_all(home, paths, diagnostics, texts, tick)
    }

    /// Reads these files, those with settings first, as they say how Markdown is read;
    /// there are some problems with their names.
    fn read_all(
        home: Home,
        paths: Vec<walk::NotePath>,
        diagnostics: Vec<Diagnostic>,
        texts: &Instead<'_>,
        tick: &(dyn Fn() + Sync),
    ) -> Self {
        let files = paths.len();
        let is_ron = |path: &walk::NotePath| path.kind == walk::Kind::Ron;
        let (ron, markdown): (Vec<_>, Vec<_>) = paths.into_iter().partition(is_ron);
        let read_all = |paths: Vec<walk::NotePath>, settings: &MarkdownSettings| {
            let read_one = |path: walk::NotePath| {
                let text = texts.get(path.shown.as_str()).copied().flatten();
                let read = ReadFile::of(&path, text, settings);
                tick();
                (path.shown, read)
            };
            paths.into_par_iter().map(read_one).collect::<Vec<_>>()
        };
        let ron = read_all(ron, &MarkdownSettings::default());
        let parsed = ron.iter().filter_map(|(_, read)| read.parsed.as_ref());
        let settings = markdown::settings(parsed);
        let markdown = read_all(markdown, &settings);
        let mut sources = Self {
            home,
            settings,
            books: Vec::new(),
            parsed: Vec::with_capacity(files),
            names_are_trouble: !diagnostics.is_empty(),
            diagnostics,
            files,
            seen: Seen::new(),
        };
        for (name, read) in ron.into_iter().chain(markdown) {
            sources
                .seen
                .extend(read.digest.map(|digest| (name, digest)));
            sources.parsed.extend(read.parsed);
            sources.diagnostics.extend(read.diagnostics);
        }
        sources
    }

    fn assemble(self) -> Reading {
        let mut diagnostics = self.diagnostics;
        let names = |of: fn(&Parsed) -> Option<&str>| -> Vec<String> {
            let names = self.parsed.iter().filter_map(of);
            names.map(str::to_owned).collect()
        };
        let vocabularies = names(Parsed::vocabulary_file);
        let concept_files = names(Parsed::concept_file);
        let books = names(Parsed::book_file);
        let mut concept_notes = BTreeMap::new();
        for (id, file) in self.parsed.iter().filter_map(Parsed::concept_note) {
            let file = file.to_owned();
            concept_notes.entry(id.to_owned()).or_insert(file);
        }
        let implied = assemble::Implied {
            name: self.home.folder_name(),
            settings: self.settings,
            known: self.books,
        };
        let (library, allowed) = assemble::assemble(self.parsed, implied, &mut diagnostics);
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
            concept_files,
            concept_notes,
            allowed,
            books,
            troubled,
            names_are_trouble: self.names_are_trouble,
            seen: Arc::new(self.seen),
        }
    }
}

impl ReadFile {
    /// Reads a file, or a text in its place.
    fn of(path: &walk::NotePath, text: Option<&str>, settings: &MarkdownSettings) -> Self {
        let mut diagnostics = Vec::new();
        let file = match text {
            Some(text) => Ok(file::of_text(&path.shown, text)),
            None => file::read(&path.absolute, &path.shown),
        };
        let file = file.map_err(|problem| diagnostics.push(*problem)).ok();
        let (file, digest) = file.unzip();
        let parsed = file.and_then(|file| match path.kind {
            walk::Kind::Ron => parse::parse(&file, &path.folder, &mut diagnostics),
            walk::Kind::Markdown => {
                markdown::parse(&file, &path.folder, settings, &mut diagnostics)
            }
        });
        Self {
            parsed,
            diagnostics,
            digest,
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
