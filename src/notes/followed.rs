//! The files of a library, looked at again and again.

use super::home::Home;
use super::survey::{Survey, digest, survey};
use crate::source::Stamp;
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// A library's files as they were when they were last looked at.
#[derive(Debug)]
pub struct Followed {
    notes: PathBuf,
    /// By their names; `None` when not all could be looked at.
    stamps: Option<Vec<Stamp>>,
}

/// What became of files, by their names as messages have them, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileChanges {
    /// Files that hold something else.
    pub changed: Vec<String>,
    /// Files that were not there.
    pub new: Vec<String>,
    /// Files that are no longer there.
    pub gone: Vec<String>,
    /// Not all files could be looked at, so there may be more.
    pub in_doubt: bool,
}

impl Followed {
    /// Follows the files below a library's `notes/`, of which these are known.
    pub fn new(notes: &Path, known: Vec<Stamp>) -> Self {
        Self {
            notes: notes.to_path_buf(),
            stamps: Some(known),
        }
    }

    /// Looks at all files; what became of them since, if anything.
    pub fn look(&mut self) -> Option<FileChanges> {
        let before = self.stamps.as_deref().unwrap_or_default();
        let mut now = match survey(&self.notes, before) {
            Survey::Same => return None,
            Survey::Touched(stamps) => {
                self.stamps = Some(stamps);
                return None;
            }
            Survey::Changed(stamps) => stamps,
        };
        // Read before the library is: what changes in between shows next time.
        let home = Home::of_folder(&self.notes);
        if let Some(stamps) = &mut now {
            let unknown = stamps.par_iter_mut();
            let unknown = unknown.filter(|stamp| stamp.digest.is_none());
            unknown.for_each(|stamp| stamp.digest = digest(&home.path(&stamp.name)));
        }
        let changes = changes(self.stamps.as_deref(), now.as_deref());
        self.stamps = now;
        (changes != FileChanges::default()).then_some(changes)
    }

    /// How many files there are.
    pub fn files(&self) -> usize {
        self.stamps.as_ref().map_or(0, Vec::len)
    }
}

impl FileChanges {
    /// How many files it is about.
    pub fn count(&self) -> usize {
        self.changed.len() + self.new.len() + self.gone.len()
    }
}

/// What became of files; those of which nothing is known may have become anything.
fn changes(before: Option<&[Stamp]>, now: Option<&[Stamp]>) -> FileChanges {
    let (Some(before), Some(now)) = (before, now) else {
        return FileChanges {
            in_doubt: true,
            ..FileChanges::default()
        };
    };
    let mut changes = FileChanges::default();
    let find = |stamps: &[Stamp], name: &str| {
        let found = stamps.binary_search_by(|stamp| stamp.name.as_str().cmp(name));
        found.ok()
    };
    for stamp in now {
        match find(before, &stamp.name) {
            None => changes.new.push(stamp.name.clone()),
            Some(at) if holds_the_same(&before[at], stamp) => {}
            Some(_) => changes.changed.push(stamp.name.clone()),
        }
    }
    let gone = before.iter().filter(|it| find(now, &it.name).is_none());
    changes.gone.extend(gone.map(|stamp| stamp.name.clone()));
    changes
}

/// Whether a file holds what it held; one that cannot be read, if it looks the same.
fn holds_the_same(before: &Stamp, now: &Stamp) -> bool {
    let unread = before.digest.is_none() && before.modified == now.modified;
    before.length == now.length && before.digest == now.digest && (now.digest.is_some() || unread)
}
