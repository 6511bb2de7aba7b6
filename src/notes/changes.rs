//! Edits of a library's files: made in memory, checked, then written.

use super::edit::{Edit, EditError, new_ones, new_problem, patch, patch_note};
use super::file::Digest;
use super::home::Home;
use super::limits::FILE_LIMIT;
use super::saving::{Disk, FileChange, RealDisk, commit};
use super::walk::Kind;
use super::{Instead, LibraryLock, Reading, SaveError, Seen, read_over};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::MarkdownSettings;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file as it is and as it will be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedFile {
    /// The file, from the library's folder: `notes/concepts.ron`.
    pub name: String,
    /// The text as it is on the disk; `None` for a file that is new.
    pub before: Option<String>,
    /// The text as it will be.
    pub after: String,
}

/// Edits that are not written yet.
#[derive(Debug)]
pub struct Changes {
    root: PathBuf,
    settings: MarkdownSettings,
    seen: Arc<Seen>,
    files: BTreeMap<String, ChangedFile>,
}

impl Changes {
    /// No edits, of the library in a folder, as it was read.
    pub fn of(root: &Path, reading: &Reading) -> Self {
        Self {
            root: root.to_path_buf(),
            settings: reading.library.markdown().clone(),
            seen: Arc::clone(&reading.seen),
            files: BTreeMap::new(),
        }
    }

    /// Makes an edit in a file, after those made before. Gives whether anything
    /// changed: what is said already is not said again.
    ///
    /// # Errors
    ///
    /// When the file cannot be read or is not as it was when the library was,
    /// and when the edit cannot be made; the changes are as before.
    pub fn edit(&mut self, file: &str, edit: &Edit) -> Result<bool, EditError> {
        let mut changed = match self.files.get(file) {
            Some(changed) => changed.clone(),
            None => self.open(file)?,
        };
        let patched = match Kind::of(Path::new(file)) {
            Some(Kind::Markdown) => patch_note(file, &changed.after, edit, &self.settings)?,
            _ => patch(file, &changed.after, edit)?,
        };
        let Some(after) = patched else {
            return Ok(false);
        };
        changed.after = after;
        self.files.insert(file.to_owned(), changed);
        Ok(true)
    }

    /// A file that is to be made.
    ///
    /// # Errors
    ///
    /// [`SaveError::Exists`] when there is a file of this name.
    pub fn create(&mut self, file: &str, text: &str) -> Result<(), EditError> {
        let path = self.path(file);
        if self.files.contains_key(file) || path.symlink_metadata().is_ok() {
            return Err(SaveError::Exists(path).into());
        }
        let new = ChangedFile {
            name: file.to_owned(),
            before: None,
            after: text.to_owned(),
        };
        self.files.insert(file.to_owned(), new);
        Ok(())
    }

    /// A file's text as it will be.
    ///
    /// # Errors
    ///
    /// When the file cannot be read or is not as it was when the library was.
    pub fn text(&self, file: &str) -> Result<String, EditError> {
        match self.files.get(file) {
            Some(changed) => Ok(changed.after.clone()),
            None => Ok(self.open(file)?.after),
        }
    }

    /// The files that change, by name.
    pub fn files(&self) -> impl ExactSizeIterator<Item = &ChangedFile> {
        self.files.values()
    }

    /// Reads the library as it would be by now, whatever problems it would have.
    pub fn preview(&self) -> Reading {
        read_changed(&self.root, &self.file_changes())
    }

    /// Reads the library as it will be.
    ///
    /// # Errors
    ///
    /// [`EditError::Problem`] when it will have a problem that it does not have
    /// in `before`.
    pub fn check(&self, before: &Reading) -> Result<Reading, EditError> {
        check(&self.root, &self.file_changes(), before)
    }

    /// Reads the library as it will be, for changes that are many: warnings are for the
    /// reader to see to afterwards.
    ///
    /// # Errors
    ///
    /// [`EditError::Problem`] when it will have an error that it does not have in
    /// `before`.
    pub fn check_errors(&self, before: &Reading) -> Result<Reading, EditError> {
        let reading = self.preview();
        let errors = |all: &[Diagnostic]| -> Vec<Diagnostic> {
            let errors = all.iter().filter(|it| it.severity() == Severity::Error);
            errors.cloned().collect()
        };
        let after = errors(&reading.diagnostics);
        match new_problem(&errors(&before.diagnostics), &after) {
            Some(problem) => Err(EditError::Problem(Box::new(problem.clone()))),
            None => Ok(reading),
        }
    }

    /// Writes the files, all of them or none.
    ///
    /// # Errors
    ///
    /// When a file is not as it was read, or cannot be written.
    pub fn write(&self, lock: &LibraryLock) -> Result<(), SaveError> {
        self.write_on(lock, &RealDisk)
    }

    /// The same on another file system.
    ///
    /// # Errors
    ///
    /// As [`Self::write`].
    pub fn write_on(&self, lock: &LibraryLock, disk: &dyn Disk) -> Result<(), SaveError> {
        commit(disk, &self.root, lock.holder(), &self.file_changes())
    }

    /// The same with what becomes of each.
    pub fn file_changes(&self) -> Vec<FileChange> {
        let change = |file: &ChangedFile| FileChange {
            name: file.name.clone(),
            before: file.before.clone(),
            after: Some(file.after.clone()),
        };
        self.files().map(change).collect()
    }

    fn path(&self, file: &str) -> PathBuf {
        self.root.join(file)
    }

    /// A file as it is on the disk, a byte order mark included.
    fn open(&self, file: &str) -> Result<ChangedFile, EditError> {
        let path = self.path(file);
        let io = |source| SaveError::Io {
            path: path.clone(),
            source,
        };
        let size = fs::metadata(&path).map_err(io)?.len();
        if size > FILE_LIMIT {
            return Err(io(std::io::ErrorKind::FileTooLarge.into()).into());
        }
        let text = fs::read_to_string(&path).map_err(io)?;
        if self.seen.get(file) != Some(&Digest::of(text.as_bytes())) {
            return Err(SaveError::Stale(path).into());
        }
        Ok(ChangedFile {
            name: file.to_owned(),
            before: Some(text.clone()),
            after: text,
        })
    }
}

/// Reads a library as it will be when some files change.
///
/// # Errors
///
/// [`EditError::Problem`] when it will have a problem that it does not have
/// in `before`.
pub fn check(root: &Path, changes: &[FileChange], before: &Reading) -> Result<Reading, EditError> {
    let reading = read_changed(root, changes);
    match new_problem(&before.diagnostics, &reading.diagnostics) {
        Some(problem) => Err(EditError::Problem(Box::new(problem.clone()))),
        None => Ok(reading),
    }
}

/// Reads a library as it will be when some files are again what they were.
///
/// # Errors
///
/// [`EditError::Problem`] when that makes a problem in another file. Problems of the files
/// themselves are the reader's own, who wants them back.
pub fn check_return(
    root: &Path,
    changes: &[FileChange],
    before: &Reading,
) -> Result<Reading, EditError> {
    let reading = read_changed(root, changes);
    let elsewhere = |problem: &&Diagnostic| {
        let file = problem.location().0;
        changes.iter().all(|change| change.name != file)
    };
    let problem = new_ones(&before.diagnostics, &reading.diagnostics).find(elsewhere);
    match problem {
        Some(problem) => Err(EditError::Problem(Box::new(problem.clone()))),
        None => Ok(reading),
    }
}

fn read_changed(root: &Path, changes: &[FileChange]) -> Reading {
    let texts = changes.iter();
    let texts: Instead<'_> = texts
        .map(|change| (change.name.as_str(), change.after.as_deref()))
        .collect();
    read_over(Home::of_root(root).notes(), &texts, &|| {})
}
