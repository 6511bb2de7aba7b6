//! The change that is being made: put down before the first file is moved, and
//! gone when the last one is.

use super::disk::Disk;
use super::error::SaveError;
use super::lock::DERIVED_FOLDER;
use super::prepared::write_beside;
use super::record::{Record, VERSION};
use std::io;
use std::path::{Path, PathBuf};

/// The record of the change that is being made.
pub(super) fn path(root: &Path) -> PathBuf {
    root.join(DERIVED_FOLDER).join("pending.json")
}

/// Whether a change is being made, or was interrupted.
pub fn is_pending(root: &Path) -> bool {
    path(root).symlink_metadata().is_ok()
}

/// Puts a record down, so that it lasts.
pub(super) fn put(disk: &dyn Disk, root: &Path, record: &Record) -> Result<(), SaveError> {
    let place = path(root);
    let put = || -> io::Result<()> {
        let bytes = serde_json::to_vec(record).map_err(io::Error::other)?;
        let written = write_beside(disk, &place, &bytes, None)?;
        let moved = disk.rename(&written, &place);
        if moved.is_err() {
            let _ = disk.remove(&written);
        }
        moved?;
        disk.sync_folder(&root.join(DERIVED_FOLDER))
    };
    put().map_err(|source| SaveError::Io {
        path: place.clone(),
        source,
    })
}

/// The record that is there, if any.
pub(super) fn get(disk: &dyn Disk, root: &Path) -> Result<Option<Record>, SaveError> {
    let place = path(root);
    let bytes = match disk.read(&place) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(source) => {
            return Err(SaveError::Io {
                path: place,
                source,
            });
        }
    };
    match serde_json::from_slice::<Record>(&bytes) {
        Ok(record) if record.version == VERSION => Ok(Some(record)),
        _ => Err(SaveError::Foreign(place)),
    }
}
