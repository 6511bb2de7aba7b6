//! Files that are written, but do not stand in their places yet.

use super::SaveError;
use super::save::make_readable;
use std::collections::HashSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::TempPath;

/// A text in a temporary file beside the place it is for, flushed to the disk.
/// All that can fail for a reason that lasts has been done; the file goes away
/// unless it is put into its place.
#[derive(Debug)]
pub(super) struct Prepared {
    /// The file, as it is called.
    path: PathBuf,
    /// The place, links followed.
    target: PathBuf,
    written: TempPath,
    /// What the file holds; `None` for one that is new.
    before: Option<Vec<u8>>,
}

impl Prepared {
    /// Other bytes for a file that is there. The file's permissions stay, and a
    /// link stays a link.
    pub(super) fn replacing(path: &Path, before: &[u8], after: &[u8]) -> Result<Self, SaveError> {
        let io = |source: io::Error| SaveError::Io {
            path: path.to_path_buf(),
            source,
        };
        let target = fs::canonicalize(path).map_err(io)?;
        let permissions = fs::metadata(&target).map_err(io)?.permissions();
        if permissions.readonly() {
            return Err(io(io::ErrorKind::PermissionDenied.into()));
        }
        let allow = |file: &Path| fs::set_permissions(file, permissions);
        Ok(Self {
            written: temporary(&target, after, allow).map_err(io)?,
            path: path.to_path_buf(),
            target,
            before: Some(before.to_vec()),
        })
    }

    /// A new file; its folders are made.
    pub(super) fn new(path: &Path, text: &str) -> Result<Self, SaveError> {
        let make = || {
            fs::create_dir_all(folder(path))?;
            temporary(path, text.as_bytes(), make_readable)
        };
        Ok(Self {
            written: make().map_err(|source| SaveError::Io {
                path: path.to_path_buf(),
                source,
            })?,
            path: path.to_path_buf(),
            target: path.to_path_buf(),
            before: None,
        })
    }

    /// Refuses a file that does not hold what was read, or is there already.
    fn ensure_current(&self) -> Result<(), SaveError> {
        let Some(before) = &self.before else {
            return match self.path.symlink_metadata() {
                Ok(_) => Err(SaveError::Exists(self.path.clone())),
                Err(_) => Ok(()),
            };
        };
        match fs::read(&self.path) {
            Ok(found) if found == *before => Ok(()),
            Ok(_) => Err(SaveError::Stale(self.path.clone())),
            Err(source) => Err(SaveError::Io {
                path: self.path.clone(),
                source,
            }),
        }
    }

    /// Moves the text into its place.
    fn put(self) -> io::Result<()> {
        let moved = match self.before {
            Some(_) => self.written.persist(&self.target),
            None => self.written.persist_noclobber(&self.target),
        };
        moved.map_err(|error| error.error)?;
        flush(folder(&self.target));
        Ok(())
    }
}

/// Moves all texts into their places, after a look at each place as late as can
/// be: an editor may have saved in between.
///
/// # Errors
///
/// When a place is not as it was; then none was moved. When a move fails, which
/// [`SaveError::Partly`] says when others were made before it.
pub(super) fn put_all(files: Vec<Prepared>) -> Result<(), SaveError> {
    let mut targets = HashSet::new();
    for file in &files {
        file.ensure_current()?;
        if !targets.insert(&file.target) {
            return Err(SaveError::Io {
                path: file.path.clone(),
                source: io::Error::other("it is a link to another file that changes"),
            });
        }
    }
    move_all(files)
}

fn move_all(files: Vec<Prepared>) -> Result<(), SaveError> {
    let mut written = Vec::new();
    for file in files {
        let path = file.path.clone();
        match file.put() {
            Ok(()) => written.push(path),
            Err(source) if !written.is_empty() => {
                return Err(SaveError::Partly {
                    path,
                    source,
                    written,
                });
            }
            Err(source) if source.kind() == io::ErrorKind::AlreadyExists => {
                return Err(SaveError::Exists(path));
            }
            Err(source) => return Err(SaveError::Io { path, source }),
        }
    }
    Ok(())
}

/// A temporary file in the folder of another, closed: there may be thousands.
fn temporary(
    beside: &Path,
    bytes: &[u8],
    allow: impl FnOnce(&Path) -> io::Result<()>,
) -> io::Result<TempPath> {
    let mut file = tempfile::Builder::new()
        .prefix(".bookgraph-")
        .suffix(".tmp")
        .tempfile_in(folder(beside))?;
    file.write_all(bytes)?;
    allow(file.path())?;
    file.as_file().sync_all()?;
    Ok(file.into_temp_path())
}

/// The folder of a file; that of a bare name is the current one.
fn folder(path: &Path) -> &Path {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// Makes the move itself last. Where folders cannot be flushed, it lasts
/// anyway or not at all, and the file is whole in either case.
fn flush(folder: &Path) {
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two files, read and prepared.
    fn two(root: &Path) -> Vec<Prepared> {
        let prepare = |name: &str| {
            let path = root.join(name);
            fs::write(&path, "before").unwrap();
            Prepared::replacing(&path, b"before", b"after").unwrap()
        };
        vec![prepare("1.ron"), prepare("2.ron")]
    }

    fn held(root: &Path, name: &str) -> String {
        fs::read_to_string(root.join(name)).unwrap()
    }

    #[test]
    fn a_move_that_fails_says_what_was_moved_before_it() {
        let root = tempfile::tempdir().unwrap();
        let files = two(root.path());
        fs::remove_file(root.path().join("2.ron")).unwrap();
        fs::create_dir(root.path().join("2.ron")).unwrap();
        let error = move_all(files).unwrap_err().to_string();
        assert!(!error.contains("nothing was changed"), "{error}");
        let (failed, written) = error.split_once("changed already: ").unwrap();
        assert!(
            failed.contains("2.ron") && written.ends_with("1.ron"),
            "{error}"
        );
        assert_eq!(held(root.path(), "1.ron"), "after");
        let left = fs::read_dir(root.path()).unwrap().count();
        assert_eq!(left, 2, "no temporary file is left");
    }

    #[test]
    fn a_first_move_that_fails_changes_nothing() {
        let root = tempfile::tempdir().unwrap();
        let files = two(root.path());
        fs::remove_file(root.path().join("1.ron")).unwrap();
        fs::create_dir(root.path().join("1.ron")).unwrap();
        let error = move_all(files).unwrap_err().to_string();
        assert!(error.contains("nothing was changed"), "{error}");
        assert_eq!(held(root.path(), "2.ron"), "before");
    }

    #[test]
    fn one_stale_file_stops_all() {
        let root = tempfile::tempdir().unwrap();
        let files = two(root.path());
        fs::write(root.path().join("2.ron"), "saved").unwrap();
        assert!(matches!(put_all(files), Err(SaveError::Stale(_))));
        assert_eq!(held(root.path(), "1.ron"), "before");
    }
}
