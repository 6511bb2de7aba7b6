//! The files of folders without links, looked at as fast as can be.

use super::walk::{IGNORE_FILE, Kind};
use rayon::prelude::*;
use std::fs::{DirEntry, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Fewer folders than this are looked through on one thread.
const MANY: usize = 16;

/// A file of notes with its name as messages have it.
pub(super) struct SeenFile {
    pub(super) name: String,
    pub(super) length: u64,
    /// When it was last changed, if the system tells.
    pub(super) modified: Option<SystemTime>,
}

impl SeenFile {
    pub(super) fn new(name: String, metadata: &Metadata) -> Self {
        Self {
            name,
            length: metadata.len(),
            modified: metadata.modified().ok(),
        }
    }
}

/// A folder to look through, with its name as messages have it.
struct Folder {
    path: PathBuf,
    name: String,
}

/// The files that [`super::walk::note_files`] finds, with what the file system knows of
/// them. `None` when there is a link, a Markdown note, a list of what is left out, or something
/// that cannot be looked at: these take a closer look.
pub(super) fn seen_files(notes: &Path) -> Option<Vec<SeenFile>> {
    let name = notes.file_name().unwrap_or_default();
    let mut folders = vec![Folder {
        path: notes.to_path_buf(),
        name: name.to_string_lossy().into_owned(),
    }];
    let mut files = Vec::new();
    while !folders.is_empty() {
        let looked: Option<Vec<_>> = match folders.len() < MANY {
            true => folders.iter().map(Folder::look).collect(),
            false => folders.par_iter().map(Folder::look).collect(),
        };
        folders.clear();
        for (found, inside) in looked? {
            files.extend(found);
            folders.extend(inside);
        }
    }
    Some(files)
}

impl Folder {
    /// Its files, and the folders in it.
    fn look(&self) -> Option<(Vec<SeenFile>, Vec<Self>)> {
        let (mut files, mut folders) = (Vec::new(), Vec::new());
        for entry in self.path.read_dir().ok()? {
            self.sort(entry, &mut files, &mut folders)?;
        }
        Some((files, folders))
    }

    fn sort(
        &self,
        entry: io::Result<DirEntry>,
        files: &mut Vec<SeenFile>,
        folders: &mut Vec<Self>,
    ) -> Option<()> {
        let entry = entry.ok()?;
        let name = entry.file_name();
        if name.as_encoded_bytes().starts_with(b".") {
            return (name != IGNORE_FILE).then_some(());
        }
        let kind = entry.file_type().ok()?;
        if kind.is_file() && Kind::of(Path::new(&name)) == Some(Kind::Markdown) {
            return None;
        }
        let shown = || format!("{}/{}", self.name, name.to_string_lossy());
        if kind.is_symlink() {
            return None;
        } else if kind.is_dir() {
            folders.push(Self {
                path: entry.path(),
                name: shown(),
            });
        } else if kind.is_file() && name.as_encoded_bytes().ends_with(b".ron") {
            files.push(SeenFile::new(shown(), &entry.metadata().ok()?));
        }
        Some(())
    }
}
