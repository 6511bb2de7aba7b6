//! One writer at a time.

use super::SaveError;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;

/// The folder of a library for what may be deleted at any time.
pub const DERIVED_FOLDER: &str = ".bookgraph";

/// Makes the folder for what may be deleted at any time, if it is not there yet.
///
/// # Errors
///
/// Those of the file system.
pub fn make_derived_folder(folder: &Path) -> io::Result<()> {
    if !folder.is_dir() {
        fs::create_dir_all(folder)?;
        // Nothing in it belongs into a repository.
        fs::write(folder.join(".gitignore"), "*\n")?;
    }
    Ok(())
}

/// The right to change a library's notes; given back when dropped, and by the
/// system when the program ends in any way.
#[derive(Debug)]
pub struct LibraryLock {
    _file: File,
}

impl LibraryLock {
    /// Waits until no other bookgraph holds it; `waiting` is called once when
    /// one does. Whoever changes notes takes it before reading them.
    ///
    /// # Errors
    ///
    /// [`SaveError::Lock`] when the lock file cannot be made or locked.
    pub fn take(root: &Path, waiting: impl FnOnce()) -> Result<Self, SaveError> {
        let folder = root.join(DERIVED_FOLDER);
        let path = folder.join("lock");
        let lock = || -> io::Result<File> {
            make_derived_folder(&folder)?;
            let file = File::options()
                .create(true)
                .truncate(false)
                .write(true)
                .open(&path)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    waiting();
                    file.lock()?;
                }
                Err(TryLockError::Error(error)) => return Err(error),
            }
            Ok(file)
        };
        match lock() {
            Ok(file) => Ok(Self { _file: file }),
            Err(source) => Err(SaveError::Lock { path, source }),
        }
    }
}
