//! Files that are written, but do not stand in their places yet.

use super::commit::FileChange;
use super::disk::Disk;
use super::error::SaveError;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What the names of files begin and end with that are not in their places yet.
pub(super) const PREFIX: &str = ".bookgraph-";
pub(super) const SUFFIX: &str = ".tmp";

/// Writes a text to a temporary file beside `place`, flushed to the disk; gives its
/// path. Nothing is left when it fails.
pub(super) fn write_beside(
    disk: &dyn Disk,
    place: &Path,
    text: &[u8],
    permissions: Option<fs::Permissions>,
) -> io::Result<PathBuf> {
    let (path, mut file) = create_beside(disk, place)?;
    let fill = || {
        disk.write(&mut file, text)?;
        if let Some(permissions) = permissions.or_else(ordinary) {
            disk.allow(&file, permissions)?;
        }
        disk.sync(&file)
    };
    match fill() {
        Ok(()) => Ok(path),
        Err(error) => {
            let _ = disk.remove(&path);
            Err(error)
        }
    }
}

fn create_beside(disk: &dyn Disk, place: &Path) -> io::Result<(PathBuf, fs::File)> {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    loop {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("{PREFIX}{}-{number}{SUFFIX}", std::process::id());
        let path = folder(place).join(name);
        match disk.create(&path) {
            Ok(file) => return Ok((path, file)),
            // Left by a process that had this number before.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
}

/// Writes the text that a file will hold beside its place; gives the path, or none
/// for a file that is to go away.
pub(super) fn prepare(
    disk: &dyn Disk,
    root: &Path,
    change: &FileChange,
) -> Result<Option<PathBuf>, SaveError> {
    let path = root.join(&change.name);
    let failed = |source: io::Error| SaveError::Io {
        path: path.clone(),
        source,
    };
    let prepare = || -> io::Result<Option<PathBuf>> {
        let target = match change.before {
            Some(_) => path.canonicalize()?,
            None => path.clone(),
        };
        let permissions = match change.before {
            Some(_) => Some(fs::metadata(&target)?.permissions()),
            None => None,
        };
        if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        let Some(after) = &change.after else {
            return Ok(None);
        };
        if change.before.is_none() {
            disk.make_folders(folder(&target))?;
        }
        write_beside(disk, &target, after.as_bytes(), permissions).map(Some)
    };
    prepare().map_err(failed)
}

/// Refuses a file that does not hold what was read, or is there already.
pub(super) fn ensure_current(
    disk: &dyn Disk,
    root: &Path,
    change: &FileChange,
) -> Result<(), SaveError> {
    let path = root.join(&change.name);
    let Some(before) = &change.before else {
        return match path.symlink_metadata() {
            Ok(_) => Err(SaveError::Exists(path)),
            Err(_) => Ok(()),
        };
    };
    match disk.read(&path) {
        Ok(found) if found == before.as_bytes() => Ok(()),
        Ok(_) => Err(SaveError::Stale(path)),
        Err(source) => Err(SaveError::Io { path, source }),
    }
}

/// The folder of a file; that of a bare name is the current one.
pub(super) fn folder(path: &Path) -> &Path {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// The permissions of an ordinary file, where files have such.
#[cfg(unix)]
fn ordinary() -> Option<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn ordinary() -> Option<fs::Permissions> {
    None
}

/// Gives a file made as a temporary one, which only its owner may read, the
/// permissions of an ordinary file.
///
/// # Errors
///
/// When the system refuses.
pub fn make_readable(path: &Path) -> io::Result<()> {
    match ordinary() {
        Some(permissions) => fs::set_permissions(path, permissions),
        None => Ok(()),
    }
}
