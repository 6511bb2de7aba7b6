//! A file's bytes replaced, whole or not at all.

use super::SaveError;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Puts other bytes into a file that is there. They are written to a temporary
/// file in the same folder, flushed to the disk, and moved into place. The
/// file's permissions stay, and a link stays a link.
///
/// # Errors
///
/// [`SaveError::Stale`] when the file does not hold `before` any more, and
/// [`SaveError::Io`] when writing fails; in both cases nothing has changed.
pub(super) fn replace(path: &Path, before: &[u8], after: &[u8]) -> Result<(), SaveError> {
    let io = |source: io::Error| SaveError::Io {
        path: path.to_path_buf(),
        source,
    };
    let target = fs::canonicalize(path).map_err(io)?;
    let metadata = fs::metadata(&target).map_err(io)?;
    if metadata.permissions().readonly() {
        return Err(io(io::ErrorKind::PermissionDenied.into()));
    }
    let folder = target.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new()
        .prefix(".bookgraph-")
        .suffix(".tmp")
        .tempfile_in(folder)
        .map_err(io)?;
    file.write_all(after).map_err(io)?;
    fs::set_permissions(file.path(), metadata.permissions()).map_err(io)?;
    file.as_file().sync_all().map_err(io)?;
    // As late as can be: an editor may have saved in between.
    ensure_current(path, before)?;
    file.persist(&target).map_err(|error| io(error.error))?;
    flush_folder(folder);
    Ok(())
}

/// Refuses a file that does not hold what was read.
pub(super) fn ensure_current(path: &Path, before: &[u8]) -> Result<(), SaveError> {
    let found = fs::read(path).map_err(|source| SaveError::Io {
        path: path.to_path_buf(),
        source,
    })?;
    match found == before {
        true => Ok(()),
        false => Err(SaveError::Stale(path.to_path_buf())),
    }
}

/// Makes the move itself last. Where folders cannot be flushed, it lasts
/// anyway or not at all, and the file is whole in either case.
fn flush_folder(folder: &Path) {
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}
