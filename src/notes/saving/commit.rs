//! One change of some files, made as a whole or not at all.

use super::disk::Disk;
use super::error::SaveError;
use super::history;
use super::pending;
use super::prepared::{ensure_current, folder, prepare};
use super::record::{Action, FileRecord, Record, VERSION};
use super::recover::{forward, take_back};
use std::collections::{BTreeSet, HashSet};
use std::io;
use std::path::{Path, PathBuf};

/// What becomes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileChange {
    /// The file, from the library's folder: `notes/concepts.ron`.
    pub name: String,
    /// The text as it is on the disk; `None` when there is no file.
    pub before: Option<String>,
    /// The text as it will be; `None` when the file goes away.
    pub after: Option<String>,
}

/// Makes a change that was made by a command.
///
/// # Errors
///
/// When a file is not as it was, or cannot be written; then all files are as they
/// were. [`SaveError::Unfinished`] alone says otherwise.
pub(in crate::notes) fn commit(
    disk: &dyn Disk,
    root: &Path,
    command: &str,
    changes: &[FileChange],
) -> Result<(), SaveError> {
    make(disk, root, command, Action::Change, changes)
}

/// The same for any step of the history.
pub(super) fn make(
    disk: &dyn Disk,
    root: &Path,
    command: &str,
    action: Action,
    changes: &[FileChange],
) -> Result<(), SaveError> {
    let mut record = Record {
        version: VERSION,
        action,
        command: command.to_owned(),
        when: jiff::Zoned::now().strftime("%Y-%m-%dT%H:%M:%S").to_string(),
        files: changes.iter().map(FileRecord::of).collect(),
    };
    let mut written = Vec::new();
    let put = write_all(disk, root, changes, &mut record, &mut written)
        .and_then(|()| pending::put(disk, root, &record))
        .and_then(|()| ensure_all(disk, root, changes));
    if let Err(error) = put {
        return Err(abandon(disk, root, &written, error));
    }
    if let Err(error) = forward(disk, root, &record) {
        return Err(match take_back(disk, root, &record) {
            Ok(()) => abandon(disk, root, &written, error),
            Err(_) => {
                let (path, source) = error.into_cause();
                SaveError::Unfinished { path, source }
            }
        });
    }
    // The change is made. What cannot be put down about it now is by the next command.
    let _ = history::settle(disk, root, &record);
    Ok(())
}

/// Writes all texts beside their places.
fn write_all(
    disk: &dyn Disk,
    root: &Path,
    changes: &[FileChange],
    record: &mut Record,
    written: &mut Vec<PathBuf>,
) -> Result<(), SaveError> {
    let mut targets = HashSet::new();
    for (change, file) in changes.iter().zip(&mut record.files) {
        if !targets.insert(file.target(root)) {
            return Err(SaveError::Io {
                path: root.join(&change.name),
                source: io::Error::other("it is a link to another file that changes"),
            });
        }
        if let Some(path) = prepare(disk, root, change)? {
            let name = path.file_name().unwrap_or_default();
            file.written = Some(name.to_string_lossy().into_owned());
            written.push(path);
        }
    }
    // The names of what was written last before the record speaks of them.
    let folders: BTreeSet<&Path> = written.iter().map(|path| folder(path)).collect();
    for folder in folders {
        disk.sync_folder(folder).map_err(|source| SaveError::Io {
            path: folder.to_path_buf(),
            source,
        })?;
    }
    ensure_all(disk, root, changes)
}

/// A look at each place as late as can be: an editor may have saved in between.
fn ensure_all(disk: &dyn Disk, root: &Path, changes: &[FileChange]) -> Result<(), SaveError> {
    let mut changes = changes.iter();
    changes.try_for_each(|change| ensure_current(disk, root, change))
}

/// Takes away what was written beside, and the record; nothing was moved, or it was
/// taken back. What cannot be taken away now is by the next writer.
fn abandon(disk: &dyn Disk, root: &Path, written: &[PathBuf], error: SaveError) -> SaveError {
    if pending::is_pending(root) {
        if let Err(source) = disk.remove(&pending::path(root)) {
            // The record would be followed by whoever comes next: the texts must not stay.
            let gone = written.iter().all(|path| disk.remove(path).is_ok());
            return match gone {
                true => error,
                false => SaveError::Unfinished {
                    path: pending::path(root),
                    source,
                },
            };
        }
        let _ = disk.sync_folder(folder(&pending::path(root)));
    }
    for path in written {
        let _ = disk.remove(path);
    }
    error
}
