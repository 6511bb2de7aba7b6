//! Edits of a library's files: made in memory, checked, then written.

use super::edit::{
    Edit, EditError, EntryField, NotePlace, NoteWords, body_of, is_named_by_file, new_ones,
    new_problem, patch, patch_note, with_title,
};
use super::file::Digest;
use super::home::Home;
use super::limits::FILE_LIMIT;
use super::saving::{Disk, FileChange, RealDisk, commit};
use super::walk::Kind;
use super::{Instead, LibraryLock, Reading, SaveError, Seen, read_over};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Library, MarkdownSettings};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where an entry starts: its file and its line.
type Start = (String, usize);

/// A file as it is and as it will be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedFile {
    /// The file, from the library's folder: `notes/concepts.ron`.
    pub name: String,
    /// The text as it is on the disk; `None` for a file that is new.
    pub before: Option<String>,
    /// The text as it will be; `None` for a file that goes away.
    pub after: Option<String>,
}

/// Edits that are not written yet.
#[derive(Debug)]
pub struct Changes {
    root: PathBuf,
    settings: MarkdownSettings,
    seen: Arc<Seen>,
    files: BTreeMap<String, ChangedFile>,
    /// A note, or what stands under a heading of one, is called otherwise: links may name it
    /// as it was called.
    retitled: bool,
}

impl Changes {
    /// No edits, of the library in a folder, as it was read.
    pub fn of(root: &Path, reading: &Reading) -> Self {
        Self {
            root: root.to_path_buf(),
            settings: reading.library.markdown().clone(),
            seen: Arc::clone(&reading.seen),
            files: BTreeMap::new(),
            retitled: false,
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
        let Some(text) = &changed.after else {
            return Err(self.gone(file));
        };
        let patched = match is_note(file) {
            true => self.patch_note(file, text, edit)?,
            false => patch(file, text, edit)?.map(Some),
        };
        let Some(after) = patched else {
            return Ok(false);
        };
        changed.after = after;
        self.keep(changed);
        self.retitled |= is_note(file) && is_title(edit);
        Ok(true)
    }

    /// What becomes of a note; `None` when nothing does.
    fn patch_note(
        &self,
        file: &str,
        text: &str,
        edit: &Edit,
    ) -> Result<Option<Option<String>>, EditError> {
        match edit {
            // The note is the concept.
            Edit::RemoveConcept(_) => Ok(Some(None)),
            edit => {
                let folder = self.folder_of(file);
                let patched = patch_note(self.place(file, &folder), text, edit)?;
                Ok(patched.map(Some))
            }
        }
    }

    fn place<'a>(&'a self, file: &'a str, folder: &'a str) -> NotePlace<'a> {
        NotePlace {
            file,
            folder,
            settings: &self.settings,
        }
    }

    /// The folder of a file, from the one that is read.
    fn folder_of(&self, file: &str) -> String {
        let home = Home::of_root(&self.root);
        let inside = file.strip_prefix(&home.name_of("")).unwrap_or(file);
        let folder = inside.rsplit_once('/').map_or("", |(folder, _)| folder);
        folder.to_owned()
    }

    /// Puts down what becomes of a file; one that was new and goes away was never there.
    fn keep(&mut self, changed: ChangedFile) {
        match (&changed.before, &changed.after) {
            (None, None) => drop(self.files.remove(&changed.name)),
            _ => drop(self.files.insert(changed.name.clone(), changed)),
        }
    }

    fn gone(&self, file: &str) -> EditError {
        EditError::NotThere {
            file: file.to_owned(),
            what: "the file, which goes away by this,".to_owned(),
        }
    }

    /// Gives a concept that is a Markdown note another id: the one written in it, or that
    /// of its file's name; then the file moves. Gives the file afterwards.
    ///
    /// # Errors
    ///
    /// As [`Self::edit`], and [`SaveError::Exists`] when there is a file of the new name.
    pub fn rename_note(&mut self, file: &str, old: &str, id: &str) -> Result<String, EditError> {
        let text = self.text(file)?;
        let folder = self.folder_of(file);
        let named = is_named_by_file(self.place(file, &folder), &text);
        let ending = file.rsplit_once('.').map_or("md", |(_, ending)| ending);
        if !named {
            let concept = old.to_owned();
            let field = super::edit::ConceptField::Id(id.to_owned());
            self.edit(file, &Edit::SetConcept { concept, field })?;
            return Ok(file.to_owned());
        }
        let new = match file.rsplit_once('/') {
            Some((folder, _)) => format!("{folder}/{id}.{ending}"),
            None => format!("{id}.{ending}"),
        };
        let text = with_title(self.place(file, &folder), &text);
        self.create(&new, &text)?;
        let mut changed = match self.files.get(file) {
            Some(changed) => changed.clone(),
            None => self.open(file)?,
        };
        changed.after = None;
        self.keep(changed);
        Ok(new)
    }

    /// What a concept's note says in its own way.
    ///
    /// # Errors
    ///
    /// As [`Self::text`].
    pub fn note_words(&self, file: &str) -> Result<NoteWords, EditError> {
        let text = self.text(file)?;
        let folder = self.folder_of(file);
        Ok(body_of(self.place(file, &folder), &text).unwrap_or_default())
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
            after: Some(text.to_owned()),
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
        let text = match self.files.get(file) {
            Some(changed) => changed.after.clone(),
            None => self.open(file)?.after,
        };
        text.ok_or_else(|| self.gone(file))
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
    /// in `before`, and [`EditError::Unlinked`] when a title changes by which a link finds
    /// its entry.
    pub fn check(&self, before: &Reading) -> Result<Reading, EditError> {
        let after = check(&self.root, &self.file_changes(), before)?;
        if self.retitled {
            let now = led(&after.library);
            if let Some((from, _)) = led(&before.library).difference(&now).next() {
                return Err(EditError::Unlinked {
                    place: format!("{}:{}", from.0, from.1),
                });
            }
        }
        Ok(after)
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
            after: file.after.clone(),
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
            after: Some(text),
        })
    }
}

/// Which entries links lead to, and from which, by where these start.
fn led(library: &Library) -> BTreeSet<(Start, Start)> {
    let start = |entry| {
        let entry = library.entry(entry);
        (entry.file.clone(), entry.line)
    };
    let links = library.references().iter();
    links.map(|it| (start(it.from), start(it.to))).collect()
}

fn is_title(edit: &Edit) -> bool {
    let Edit::SetEntry { field, .. } = edit else {
        return false;
    };
    matches!(field, EntryField::Title(_))
}

fn is_note(file: &str) -> bool {
    Kind::of(Path::new(file)) == Some(Kind::Markdown)
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
