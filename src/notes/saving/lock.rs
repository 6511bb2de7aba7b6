//! One writer at a time.

use super::disk::{Disk, RealDisk};
use super::error::SaveError;
use super::holder::Holder;
use super::sweep::{Tidied, tidy};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The folder of a library for what may be deleted at any time.
pub const DERIVED_FOLDER: &str = ".bookgraph";

/// How long a writer waits for another unless told otherwise.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// How often a writer that waits looks again.
const INTERVAL: Duration = Duration::from_millis(10);

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

/// Who wants to write.
#[derive(Clone, Debug)]
pub struct Writer {
    /// The command, as it was typed.
    pub command: String,
    /// How long to wait for another writer.
    pub patience: Duration,
}

/// The right to change a library's notes; given back when dropped, and by the
/// system when the program ends in any way.
#[derive(Debug)]
pub struct LibraryLock {
    file: File,
    command: String,
    tidied: Tidied,
}

impl LibraryLock {
    /// Waits until no other bookgraph holds it, but not for ever; `waiting` is called
    /// once when one does. Whoever changes notes takes it before reading them. A change
    /// that was interrupted is finished or taken back, and what it left is swept.
    ///
    /// # Errors
    ///
    /// [`SaveError::Busy`] when another one holds it for too long, [`SaveError::Lock`]
    /// when the lock file cannot be made or locked, and those of finishing a change.
    pub fn take(root: &Path, waiting: impl FnOnce()) -> Result<Self, SaveError> {
        let writer = Writer {
            command: "bookgraph".to_owned(),
            patience: PATIENCE,
        };
        Self::take_as(&writer, root, |_| waiting())
    }

    /// The same for a writer; `waiting` is told who holds it, where that is known.
    ///
    /// # Errors
    ///
    /// As [`Self::take`].
    pub fn take_as(
        writer: &Writer,
        root: &Path,
        waiting: impl FnOnce(Option<&Holder>),
    ) -> Result<Self, SaveError> {
        Self::take_on(&RealDisk, writer, root, waiting)
    }

    /// The same on another file system, which what was interrupted is put right on.
    ///
    /// # Errors
    ///
    /// As [`Self::take`].
    pub fn take_on(
        disk: &dyn Disk,
        writer: &Writer,
        root: &Path,
        waiting: impl FnOnce(Option<&Holder>),
    ) -> Result<Self, SaveError> {
        let folder = root.join(DERIVED_FOLDER);
        let path = folder.join("lock");
        let failed = |source| SaveError::Lock {
            path: path.clone(),
            source,
        };
        let mut file = open(&folder, &path).map_err(failed)?;
        wait(&file, &path, writer, waiting)?;
        // Nothing depends on the signature but what is said to those who wait.
        let _ = Holder::this(&writer.command).sign(&mut file);
        Ok(Self {
            file,
            command: writer.command.clone(),
            tidied: tidy(disk, root)?,
        })
    }

    /// What was put right when it was taken.
    pub fn tidied(&self) -> &Tidied {
        &self.tidied
    }

    /// The command that holds it.
    pub(super) fn command(&self) -> &str {
        &self.command
    }

    /// The same for those who write changes.
    pub(in crate::notes) fn holder(&self) -> &str {
        &self.command
    }
}

impl Drop for LibraryLock {
    fn drop(&mut self) {
        let _ = self.file.set_len(0);
    }
}

fn open(folder: &Path, path: &Path) -> io::Result<File> {
    make_derived_folder(folder)?;
    File::options()
        .create(true)
        .truncate(false)
        .read(true)
        .write(true)
        .open(path)
}

fn wait(
    file: &File,
    path: &Path,
    writer: &Writer,
    waiting: impl FnOnce(Option<&Holder>),
) -> Result<(), SaveError> {
    let start = Instant::now();
    let mut waiting = Some(waiting);
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(source)) => {
                let path = path.to_path_buf();
                return Err(SaveError::Lock { path, source });
            }
        }
        if start.elapsed() >= writer.patience {
            return Err(SaveError::Busy(Holder::read(path)));
        }
        if let Some(waiting) = waiting.take_if(|_| start.elapsed() >= INTERVAL * 10) {
            waiting(Holder::read(path).as_ref());
        }
        sleep(INTERVAL.min(writer.patience));
    }
}
