//! Opening a snapshot.

use super::file::SnapshotFile;
use super::layout::Section;
use super::records::Records;
use super::shelf::{Shelf, Warning};
use super::tags;
use super::write::restamp;
use crate::model::Library;
use crate::place::Placement;
use crate::source::Stamp;
use crate::tag::Tagging;
use serde::de::DeserializeOwned;
use std::io::Result;
use std::path::Path;
use std::sync::Arc;

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

/// A snapshot of which nothing but the list of files was read.
#[derive(Debug)]
pub struct Snapshot {
    /// The files that it was made of, by their names.
    pub stamps: Vec<Stamp>,
    file: SnapshotFile,
}

/// Opens the snapshot in a file.
pub fn open(path: &Path) -> Opening {
    let file = match SnapshotFile::open(path) {
        Ok(Some(file)) => file,
        Ok(None) => return Opening::Unusable,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Opening::None,
        Err(_) => return Opening::Unusable,
    };
    match decode(&file, Section::Stamps) {
        Some(stamps) => Opening::Open(Box::new(Snapshot { stamps, file })),
        None => Opening::Unusable,
    }
}

impl Snapshot {
    /// Writes the snapshot once more, with other stamps for the same files.
    ///
    /// # Errors
    ///
    /// Those of the file system.
    pub fn restamp(&self, path: &Path, stamps: &[Stamp]) -> Result<()> {
        restamp(path, &self.file, stamps)
    }

    /// The library, its tags, its chapters, and what to warn of; `None` when it is
    /// not what was written.
    pub fn load(self) -> Option<(Library, Tagging, Placement, Option<Warning>)> {
        let mut shelf: Shelf = decode(&self.file, Section::Shelf)?;
        let placement: Placement = decode(&self.file, Section::Placement)?;
        let tags = self.file.section(Section::Tags)?;
        let entries = shelf.entries_of_book.iter().sum::<usize>();
        if shelf.reading_positions.len() != entries {
            return None;
        }
        let vocabulary = shelf.vocabulary();
        let tags = tags::of_bytes(&tags, entries, vocabulary.len())?;
        let records = Arc::new(Records::new(self.file, entries)?);
        let queries = shelf.queries();
        let library = Library::lazy(
            shelf.books,
            &shelf.entries_of_book,
            shelf.reading_positions,
            records.clone(),
            vocabulary,
        );
        let library = library.with_queries(queries).with_texts(records.clone());
        let tagging = Tagging::stored(&library, tags, records);
        Some((library, tagging, placement, shelf.warning))
    }
}

fn decode<T: DeserializeOwned>(file: &SnapshotFile, section: Section) -> Option<T> {
    postcard::from_bytes(&file.section(section)?).ok()
}
