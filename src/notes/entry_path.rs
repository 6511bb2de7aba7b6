//! Files with entries.

use super::home::Home;
use super::walk;

/// A file with entries, and how many bytes it has. There may be very many.
#[derive(Debug)]
pub(super) struct EntryPath {
    pub(super) name: Box<str>,
    /// Where it is, if its name does not say it.
    apart: Option<Box<walk::NotePath>>,
    pub(super) length: u64,
}

impl EntryPath {
    pub(super) fn of(path: walk::NotePath, length: u64, home: &Home) -> Self {
        let named = walk::note_path(home, &home.path(&path.shown));
        Self {
            name: path.shown.as_str().into(),
            apart: (named != path).then(|| Box::new(path)),
            length,
        }
    }

    /// Where it is, and what it is called.
    pub(super) fn path(&self, home: &Home) -> walk::NotePath {
        match &self.apart {
            Some(path) => (**path).clone(),
            None => walk::note_path(home, &home.path(&self.name)),
        }
    }
}
