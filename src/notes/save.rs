//! New files, written whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Why a file could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SaveError {
    /// There is a file of this name; it was not touched.
    #[error("{} exists already and was not touched", .0.display())]
    Exists(PathBuf),
    /// The disk or the folder refused.
    #[error("{} could not be written: {source}; nothing was changed", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// Somebody else has changed the file meanwhile.
    #[error("{} has changed since it was read; nothing was changed", .0.display())]
    Stale(PathBuf),
    /// Another program may be writing, and it cannot be found out.
    #[error("{} cannot be locked: {source}; nothing was changed", path.display())]
    Lock {
        /// The lock file.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
}

impl SaveError {
    /// What to do about it.
    pub fn hint(&self) -> Option<&'static str> {
        Some(match self {
            Self::Exists(_) => "rename the file, or give the entry in it the id that its name says",
            Self::Stale(_) => "run the command again",
            Self::Lock { .. } => "check that you may write in the library's folder",
            Self::Io { .. } => return None,
        })
    }
}

/// Makes a new file, and its folders. The text is written to a temporary file
/// in the same folder, flushed to the disk, and moved into place; a file that
/// is there already is never overwritten.
///
/// # Errors
///
/// [`SaveError::Exists`] when there is a file of this name, and
/// [`SaveError::Io`] when writing fails; in both cases nothing has changed.
pub fn create(path: &Path, text: &str) -> Result<(), SaveError> {
    let io = |source| SaveError::Io {
        path: path.to_path_buf(),
        source,
    };
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(io)?;
    let mut file = tempfile::Builder::new()
        .prefix(".bookgraph-")
        .suffix(".tmp")
        .tempfile_in(folder)
        .map_err(io)?;
    file.write_all(text.as_bytes()).map_err(io)?;
    file.as_file().sync_all().map_err(io)?;
    make_readable(file.path()).map_err(io)?;
    file.persist_noclobber(path).map_err(|error| {
        if error.error.kind() == io::ErrorKind::AlreadyExists {
            SaveError::Exists(path.to_path_buf())
        } else {
            io(error.error)
        }
    })?;
    Ok(())
}

/// Gives a file made as a temporary one, which only its owner may read, the
/// permissions of an ordinary file.
///
/// # Errors
///
/// When the system refuses.
#[cfg(unix)]
pub fn make_readable(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o644))
}

/// Gives a file made as a temporary one the permissions of an ordinary file.
///
/// # Errors
///
/// Never, where files have no such permissions.
#[cfg(not(unix))]
pub fn make_readable(_path: &Path) -> io::Result<()> {
    Ok(())
}
