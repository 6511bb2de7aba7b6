//! What saving asks of a file system, step by step.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::Path;

/// The steps of which a save is made. [`RealDisk`] does them; tests hand in one
/// whose every step fails in turn.
///
/// All steps give the errors of the file system.
#[expect(clippy::missing_errors_doc, reason = "said once for all steps")]
pub trait Disk: Sync {
    /// All bytes of a file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// The names in a folder, in no order; none when there is no such folder.
    fn list(&self, folder: &Path) -> io::Result<Vec<String>>;

    /// Makes a folder and those above it, if they are not there.
    fn make_folders(&self, folder: &Path) -> io::Result<()>;

    /// Makes a file that is not there yet.
    fn create(&self, path: &Path) -> io::Result<File>;

    /// Writes all bytes at the end of a file.
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()>;

    /// Gives a file its permissions.
    fn allow(&self, file: &File, permissions: Permissions) -> io::Result<()>;

    /// Flushes a file's bytes to the disk.
    fn sync(&self, file: &File) -> io::Result<()>;

    /// Moves a file into the place of another, at once.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Moves a file to a place where there must be none.
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Takes a file away.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Flushes the names in a folder to the disk, so that moves last.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
}

/// The file system of the computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<String>> {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
        names.collect()
    }

    fn make_folders(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    fn create(&self, path: &Path) -> io::Result<File> {
        File::create_new(path)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn allow(&self, file: &File, permissions: Permissions) -> io::Result<()> {
        file.set_permissions(permissions)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        let from = tempfile::TempPath::try_from_path(from)?;
        from.persist_noclobber(to).map_err(|error| {
            // What could not be moved stays where it is.
            let _ = error.path.keep();
            error.error
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        use io::ErrorKind::{InvalidInput, PermissionDenied, Unsupported};
        let synced = File::open(folder).and_then(|folder| folder.sync_all());
        match synced {
            // Some systems cannot flush a folder: there a move lasts by itself or not at all,
            // and the file is whole in either case.
            Err(error) if [InvalidInput, PermissionDenied, Unsupported].contains(&error.kind()) => {
                Ok(())
            }
            synced => synced,
        }
    }
}
