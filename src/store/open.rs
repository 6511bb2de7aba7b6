//! Opening a snapshot.

use super::before::Before;
use super::file::SnapshotFile;
use super::layout::Section;
use super::restamp::restamp;
use super::shelf::{Shelf, Warning};
use super::stamps;
use super::stored::Stored;
use crate::model::{Library, Vocabulary};
use crate::place::Placement;
use crate::source::Stamp;
use crate::tag::Tagging;
use std::io::Result;
use std::path::Path;
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_64;

/// What came of opening a snapshot.
#[derive(Debug)]
pub enum Opening {
    /// There is none.
    None,
    /// It is of another program, or not what was written.
    Unusable,
    /// Here it is.
    Open(Box<Snapshot>),
}

/// A snapshot of which nothing was read yet but where everything is.
#[derive(Debug)]
pub struct Snapshot {
    file: SnapshotFile,
}

/// Opens the snapshot in a file.
pub fn open(path: &Path) -> Opening {
    match SnapshotFile::open(path) {
        Ok(Some(file)) => Opening::Open(Box::new(Snapshot { file })),
        Ok(None) => Opening::Unusable,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Opening::None,
        Err(_) => Opening::Unusable,
    }
}

impl Snapshot {
    /// The files that it was made of, by their names; `None` when they are not what was
    /// written.
    pub fn stamps(&self) -> Option<Vec<Stamp>> {
        stamps::of_bytes(self.file.row(Section::Stamps, 0)?.body())
    }

    /// Writes the snapshot once more, with other stamps for the same files.
    ///
    /// # Errors
    ///
    /// Those of the file system.
    pub fn restamp(&self, path: &Path, stamps: &[Stamp]) -> Result<()> {
        restamp(path, &self.file, stamps)
    }

    /// A digest of all that groundwork of maps follows from: which concepts stand in which
    /// entries and sentences, and in which order entries are read.
    pub fn digest_of_tags(&self) -> u64 {
        let sections = [
            Section::Tags,
            Section::Counts,
            Section::Together,
            Section::Positions,
        ];
        let digests = sections.map(|section| self.file.extent(section).digest.to_le_bytes());
        xxh3_64(digests.as_flattened())
    }

    /// The same snapshot, open once more; `None` when it cannot be.
    pub fn again(&self) -> Option<Self> {
        let file = self.file.again().ok()?;
        Some(Self { file })
    }

    /// What it has of all entries, to make another one of; `None` when it is not what was
    /// written.
    pub fn before(&self) -> Option<Before> {
        Before::of(self.file.again().ok()?)
    }

    /// The library, its tags, its chapters, and what to warn of; `None` when it is
    /// not what was written. Whatever is in them is read when it is asked for.
    pub fn load(self) -> Option<(Library, Tagging, Placement, Option<Warning>)> {
        let shelf: Shelf = self.file.decode(Section::Shelf, 0)?;
        let warning = shelf.warning.clone();
        let stored = Arc::new(Stored::new(self.file, shelf)?);
        let vocabulary = Vocabulary::lazy(stored.clone());
        let library = Library::lazy(stored.clone(), vocabulary).with_texts(stored.clone());
        let tagging = Tagging::stored(&library, stored.clone());
        let placement = Placement::stored(&library, stored);
        Some((library, tagging, placement, warning))
    }
}
