//! The changes that were made, so that they can be taken back.

use super::commit::{self, FileChange};
use super::disk::{Disk, RealDisk};
use super::error::SaveError;
use super::lock::{DERIVED_FOLDER, LibraryLock};
use super::pending;
use super::record::{Action, Record, VERSION, hex};
use std::io;
use std::path::{Path, PathBuf};

/// So many steps are kept, the last ones,
pub const MOST_STEPS: usize = 100;
/// and of these as many as have so many bytes; the last one is kept in any case.
pub const MOST_BYTES: u64 = 32 * 1024 * 1024;

const FOLDER: &str = "undo";
const DONE: &str = ".json";
const UNDONE: &str = ".undone.json";

/// A change that can be taken back or made again.
#[derive(Clone, Debug)]
pub struct Step {
    id: u64,
    record: Record,
    done: bool,
}

impl Step {
    /// Whether it is made, or was taken back.
    pub fn is_done(&self) -> bool {
        self.done
    }

    /// The command that made it, as it was typed.
    pub fn command(&self) -> &str {
        &self.record.command
    }

    /// When it was made, in the time of the place: `2023-10-17T21:04:05`.
    pub fn when(&self) -> &str {
        &self.record.when
    }

    /// The files that it changed, from the library's folder.
    pub fn files(&self) -> impl ExactSizeIterator<Item = &str> {
        self.record.files.iter().map(|file| file.name.as_str())
    }
}

/// The last changes of a library, the oldest first. Those that were taken back come
/// after those that are made.
#[derive(Debug)]
pub struct History {
    root: PathBuf,
    steps: Vec<Step>,
}

impl History {
    /// Reads the history of the library in a folder. Files in it that are no steps are
    /// left out.
    ///
    /// # Errors
    ///
    /// When a file of it cannot be read.
    pub fn of(root: &Path) -> Result<Self, SaveError> {
        let folder = folder(root);
        let failed = |path: &Path, source| SaveError::Io {
            path: path.to_path_buf(),
            source,
        };
        let mut steps = Vec::new();
        for (id, done) in ids(&RealDisk, &folder).map_err(|source| failed(&folder, source))? {
            let path = file(&folder, id, done);
            let bytes = RealDisk
                .read(&path)
                .map_err(|source| failed(&path, source))?;
            match serde_json::from_slice::<Record>(&bytes) {
                Ok(record) if record.version == VERSION => steps.push(Step { id, record, done }),
                _ => {}
            }
        }
        Ok(Self {
            root: root.to_path_buf(),
            steps,
        })
    }

    /// All steps.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The step that is taken back next.
    pub fn last(&self) -> Option<&Step> {
        self.steps.iter().rfind(|step| step.done)
    }

    /// The step that was taken back last.
    pub fn next(&self) -> Option<&Step> {
        self.steps.iter().find(|step| !step.done)
    }

    /// What taking a step back changes, or making it again.
    ///
    /// # Errors
    ///
    /// [`SaveError::ChangedSince`] when a file does not hold what the step left, and
    /// [`SaveError::NotKept`] when a long text that was taken away was not kept.
    pub fn changes(&self, step: &Step) -> Result<Vec<FileChange>, SaveError> {
        let change = |file: &super::record::FileRecord| {
            let file = match step.done {
                true => file.reversed(),
                false => file.clone(),
            };
            let path = self.root.join(&file.name);
            let found = match RealDisk.read(&path) {
                Ok(bytes) => Some(bytes),
                Err(error) if error.kind() == io::ErrorKind::NotFound => None,
                Err(source) => return Err(SaveError::Io { path, source }),
            };
            if found.as_deref().map(hex) != file.before {
                return Err(SaveError::ChangedSince(path));
            }
            let before = found.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
            let after = match &file.after {
                None => None,
                Some(_) => match file.apply(before.as_deref().unwrap_or_default()) {
                    Some(text) => Some(text),
                    None => return Err(SaveError::NotKept(path)),
                },
            };
            Ok(FileChange {
                name: file.name,
                before,
                after,
            })
        };
        step.record.files.iter().map(change).collect()
    }

    /// Takes a step back, or makes it again.
    ///
    /// # Errors
    ///
    /// As [`Self::changes`], and when a file cannot be written; then all files are as
    /// they were.
    pub fn turn(&self, step: &Step, lock: &LibraryLock) -> Result<(), SaveError> {
        self.turn_on(step, lock, &RealDisk)
    }

    /// The same on another file system.
    ///
    /// # Errors
    ///
    /// As [`Self::turn`].
    pub fn turn_on(
        &self,
        step: &Step,
        lock: &LibraryLock,
        disk: &dyn Disk,
    ) -> Result<(), SaveError> {
        let action = match step.done {
            true => Action::Undo(step.id),
            false => Action::Redo(step.id),
        };
        let changes = self.changes(step)?;
        commit::make(disk, &self.root, lock.command(), action, &changes)
    }
}

/// Makes of the record of a change that is made a step of the history, or turns the
/// step that it is about.
pub(super) fn settle(disk: &dyn Disk, root: &Path, record: &Record) -> Result<(), SaveError> {
    let folder = folder(root);
    let pending = pending::path(root);
    let settle = || -> io::Result<()> {
        let (id, done) = match record.action {
            Action::Change => {
                disk.make_folders(&folder)?;
                let steps = ids(disk, &folder)?;
                // After another change nothing that was taken back can be made again.
                for (id, _) in steps.iter().filter(|(_, done)| !done) {
                    disk.remove(&file(&folder, *id, false))?;
                }
                let last = steps.iter().map(|(id, _)| *id).max();
                disk.rename(&pending, &file(&folder, last.unwrap_or(0) + 1, true))?;
                disk.sync_folder(&folder)?;
                return prune(disk, &folder);
            }
            Action::Undo(id) => (id, true),
            Action::Redo(id) => (id, false),
        };
        let steps = ids(disk, &folder)?;
        if steps.contains(&(id, done)) {
            disk.rename(&file(&folder, id, done), &file(&folder, id, !done))?;
        }
        disk.remove(&pending)
    };
    settle().map_err(|source| SaveError::Io {
        path: folder.clone(),
        source,
    })
}

fn folder(root: &Path) -> PathBuf {
    root.join(DERIVED_FOLDER).join(FOLDER)
}

fn file(folder: &Path, id: u64, done: bool) -> PathBuf {
    let ending = if done { DONE } else { UNDONE };
    folder.join(format!("{id:08}{ending}"))
}

/// The numbers of the steps there are, in order, and whether each is made.
fn ids(disk: &dyn Disk, folder: &Path) -> io::Result<Vec<(u64, bool)>> {
    let names = disk.list(folder)?;
    let id = |name: &String| {
        let (number, done) = match name.strip_suffix(UNDONE) {
            Some(number) => (number, false),
            None => (name.strip_suffix(DONE)?, true),
        };
        Some((number.parse().ok()?, done))
    };
    let mut ids: Vec<(u64, bool)> = names.iter().filter_map(id).collect();
    ids.sort_unstable();
    Ok(ids)
}

/// Takes the oldest steps away when there are too many.
fn prune(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    let mut bytes = 0;
    for (count, (id, done)) in ids(disk, folder)?.into_iter().rev().enumerate() {
        let path = file(folder, id, done);
        bytes += path.metadata().map_or(0, |data| data.len());
        if count >= MOST_STEPS || (bytes > MOST_BYTES && count > 0) {
            disk.remove(&path)?;
        }
    }
    Ok(())
}
