//! A change that was put down, finished or taken back.

use super::disk::Disk;
use super::error::SaveError;
use super::lock::DERIVED_FOLDER;
use super::prepared::{folder, write_beside};
use super::record::{FileRecord, Record, Side, hex};
use super::{history, pending};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

/// Where the record stays of a change that another program's stands in the way of.
const UNFINISHED: &str = "unfinished.json";

/// What became of a change that was interrupted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recovered {
    /// It was finished.
    Finished {
        /// The command that made it.
        command: String,
    },
    /// It was taken back.
    TakenBack {
        /// The command that made it.
        command: String,
    },
    /// It was finished but for files that another program has changed since.
    AllBut {
        /// The command that made it.
        command: String,
        /// These files.
        files: Vec<String>,
    },
}

/// Moves all texts into their places, wherever that is not done. A file that somebody
/// else has changed is refused.
pub(super) fn forward(disk: &dyn Disk, root: &Path, record: &Record) -> Result<(), SaveError> {
    for file in &record.files {
        match side(disk, root, file)? {
            Side::Before => finish(disk, root, file)?,
            Side::After => {}
            Side::Neither => return Err(SaveError::Stale(root.join(&file.name))),
        }
    }
    sync(disk, root, record)
}

/// Makes all files again what they were, wherever they are not.
pub(super) fn take_back(disk: &dyn Disk, root: &Path, record: &Record) -> Result<(), SaveError> {
    for file in record.files.iter().rev() {
        if side(disk, root, file)? == Side::After {
            restore(disk, root, file).map_err(|source| failed(root, file, source))?;
        }
    }
    sync(disk, root, record)
}

/// Finishes the change that is put down, or takes it back; `None` when there is none.
pub(super) fn recover(disk: &dyn Disk, root: &Path) -> Result<Option<Recovered>, SaveError> {
    let Some(record) = pending::get(disk, root)? else {
        return Ok(None);
    };
    let sides = record.files.iter().map(|file| side(disk, root, file));
    let sides: Vec<Side> = sides.collect::<Result<_, _>>()?;
    let command = record.command.clone();
    let others: Vec<String> = record
        .files
        .iter()
        .zip(&sides)
        .filter(|(_, side)| **side == Side::Neither)
        .map(|(file, _)| file.name.clone())
        .collect();
    let begun = sides.contains(&Side::After);
    let can_finish = others.is_empty() || begun;
    let waiting = record.files.iter().zip(&sides);
    let mut waiting = waiting.filter(|(_, side)| **side == Side::Before);
    if !can_finish || !waiting.all(|(file, _)| is_written(disk, root, file)) {
        take_back(disk, root, &record)?;
        forget(disk, root)?;
        return Ok(Some(Recovered::TakenBack { command }));
    }
    if others.is_empty() {
        forward(disk, root, &record)?;
        history::settle(disk, root, &record)?;
        return Ok(Some(Recovered::Finished { command }));
    }
    let mine = |file: &&FileRecord| !others.contains(&file.name);
    let rest = Record {
        files: record.files.iter().filter(mine).cloned().collect(),
        ..record
    };
    forward(disk, root, &rest)?;
    let kept = root.join(DERIVED_FOLDER).join(UNFINISHED);
    disk.rename(&pending::path(root), &kept)
        .map_err(|source| SaveError::Io { path: kept, source })?;
    Ok(Some(Recovered::AllBut {
        command,
        files: others,
    }))
}

fn forget(disk: &dyn Disk, root: &Path) -> Result<(), SaveError> {
    let path = pending::path(root);
    disk.remove(&path)
        .map_err(|source| SaveError::Io { path, source })
}

fn side(disk: &dyn Disk, root: &Path, file: &FileRecord) -> Result<Side, SaveError> {
    file.side(disk, root)
        .map_err(|source| failed(root, file, source))
}

fn failed(root: &Path, file: &FileRecord, source: io::Error) -> SaveError {
    SaveError::Io {
        path: root.join(&file.name),
        source,
    }
}

/// Where the text of a file is before it is moved.
fn beside(root: &Path, file: &FileRecord) -> Option<PathBuf> {
    let name = file.written.as_ref()?;
    Some(folder(&file.target(root)).join(name))
}

/// Whether all is there that is needed to finish a file.
fn is_written(disk: &dyn Disk, root: &Path, file: &FileRecord) -> bool {
    let Some(after) = &file.after else {
        return true;
    };
    let written = beside(root, file).and_then(|path| disk.read(&path).ok());
    written.is_some_and(|bytes| hex(&bytes) == *after)
}

fn finish(disk: &dyn Disk, root: &Path, file: &FileRecord) -> Result<(), SaveError> {
    let target = file.target(root);
    let moved = match (beside(root, file), &file.before) {
        (None, _) => disk.remove(&target),
        (Some(written), Some(_)) => disk.rename(&written, &target),
        (Some(written), None) => disk.rename_new(&written, &target),
    };
    moved.map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists => SaveError::Exists(root.join(&file.name)),
        _ => failed(root, file, source),
    })
}

/// Makes a file again what it was before.
fn restore(disk: &dyn Disk, root: &Path, file: &FileRecord) -> io::Result<()> {
    let target = file.target(root);
    let back = file.reversed();
    if back.after.is_none() {
        return disk.remove(&target);
    }
    let now = match &back.before {
        Some(_) => disk.read(&target)?,
        None => Vec::new(),
    };
    let text = std::str::from_utf8(&now).ok();
    let text = text.and_then(|text| back.apply(text));
    let text = text.ok_or_else(|| io::Error::other("the text before is not known"))?;
    let permissions = target.metadata().ok().map(|data| data.permissions());
    let written = write_beside(disk, &target, text.as_bytes(), permissions)?;
    let moved = disk.rename(&written, &target);
    if moved.is_err() {
        let _ = disk.remove(&written);
    }
    moved
}

/// Makes the moves last.
fn sync(disk: &dyn Disk, root: &Path, record: &Record) -> Result<(), SaveError> {
    let targets = record.files.iter().map(|file| file.target(root));
    let folders: BTreeSet<PathBuf> = targets
        .map(|target| folder(&target).to_path_buf())
        .filter(|folder| folder.is_dir())
        .collect();
    for path in folders {
        disk.sync_folder(&path)
            .map_err(|source| SaveError::Io { path, source })?;
    }
    Ok(())
}
