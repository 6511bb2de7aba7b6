//! Files on disk ⇄ the model. This room and [`crate::import`] alone touch
//! notes.
//!
//! Reading never fails as a whole: it gives a library and every problem of
//! every file. One bad entry does not hide the others.

mod allow;
mod asked;
mod assemble;
mod changes;
mod decode;
pub mod edit;
mod entry_path;
mod explain;
mod file;
mod first_look;
mod fix;
mod folder;
mod followed;
mod format;
mod ground;
mod home;
mod known;
mod limits;
mod links;
mod locate;
mod located;
mod markdown;
mod names;
mod parse;
mod places;
mod problems;
mod read_file;
mod renew;
mod saving;
mod stream;
mod survey;
mod syntax;
mod utf8;
mod walk;
mod well_formed;
mod whole;
mod write;

use crate::diagnostic::Diagnostic;
use crate::model::Library;
use crate::source::SourceFile;
use asked::{Asked, Instead};
use file::Digest;
use parse::Parsed;
use problems::Problems;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

pub use allow::Allowed;
pub use changes::{ChangedFile, Changes, check, check_return};
pub use edit::{EditError, EntryOutline, entry_of};
pub use fix::{Fix, fixes};
pub use followed::{FileChanges, Followed};
pub(crate) use format::guess_language;
pub use ground::Ground;
pub use home::{Home, VAULT_FILE, VaultKind};
pub use known::{Known, KnownEntry};
pub use locate::{NOTES_FOLDER, find_library};
pub use places::Places;
pub use renew::{called_otherwise, has_trouble_with_names};
pub use saving::{
    DERIVED_FOLDER, Disk, FileChange, History, Holder, LibraryLock, MOST_BYTES, MOST_STEPS,
    PATIENCE, RealDisk, Recovered, SaveError, Step, Tidied, Writer, is_pending,
    make_derived_folder, make_readable,
};
pub use stream::{EntriesRead, ReadEntry};
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
    let mut problems = Problems::new();
    let Some(vocabulary @ Parsed::Vocabulary(_)) = parse::parse(file, "", &mut problems) else {
        return (None, problems.into_parts().0);
    };
    let nothing = Instead::new();
    let ask = Asked {
        vocabulary: Some((vocabulary, problems)),
        ..Asked::all(notes, &nothing, &|| {})
    };
    let reading = Ground::of(ask).read();
    let of_file = |problem: &&Diagnostic| problem.location().0 == file.name;
    let problems = reading
        .diagnostics
        .iter()
        .filter(of_file)
        .cloned()
        .collect();
    (Some(reading), problems)
}

/// Reads like [`read_with`], with other texts in the place of some files.
fn read_over(notes: &Path, texts: &Instead<'_>, tick: &(dyn Fn() + Sync)) -> Reading {
    Ground::of(Asked::all(notes, texts, tick)).read()
}

/// Notes the files that problems are about.
fn note_files(problems: &[Diagnostic], files: &mut BTreeSet<String>) {
    for problem in problems {
        let related = problem.related.iter().map(|(place, _)| &*place.file.name);
        files.extend(related.chain([problem.location().0]).map(str::to_owned));
    }
}
