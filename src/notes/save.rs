//! New files, written whole or not at all.

use super::prepared::{Prepared, put_all};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// How many files a message names.
const NAMED: usize = 5;

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
    /// Of several files, some were written before one could not be.
    #[error("{} could not be written: {source}; changed already: {}", path.display(), list(written))]
    Partly {
        /// The file that could not be written.
        path: PathBuf,
        /// The cause.
        source: io::Error,
        /// The files that were written.
        written: Vec<PathBuf>,
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
            Self::Partly { .. } => "run the command again: what is said already stays as it is",
            Self::Io { .. } => return None,
        })
    }
}

/// The first of some files, and how many more there are.
fn list(files: &[PathBuf]) -> String {
    let named = files.iter().take(NAMED);
    let mut list: Vec<String> = named.map(|file| file.display().to_string()).collect();
    if files.len() > NAMED {
        list.push(format!("and {} more", files.len() - NAMED));
    }
    list.join(", ")
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
    put_all(vec![Prepared::new(path, text)?])
}

/// Makes new files as [`create`] does. All are written before one is moved into
/// place, so that what stops one stops them all.
///
/// # Errors
///
/// As with [`create`], and [`SaveError::Partly`] when a move fails after others.
pub fn create_all(files: &[(PathBuf, String)]) -> Result<(), SaveError> {
    let prepare = |(path, text): &(PathBuf, String)| Prepared::new(path, text);
    put_all(files.iter().map(prepare).collect::<Result<_, _>>()?)
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
