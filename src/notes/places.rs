//! Where things of a library stand in its files, found when somebody asks.

use super::format::{BookSource, ConceptSource, EntrySource};
use super::home::Home;
use super::located::Located;
use super::parse::Parsed;
use super::read_file::ReadFile;
use super::{Reading, walk};
use crate::model::{Book, Concept, Entry, MarkdownSettings};
use crate::source::Place;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Finds places, and reads for that only the files that are asked for, each once.
#[derive(Debug)]
pub struct Places {
    notes: PathBuf,
    vocabularies: Vec<String>,
    settings: MarkdownSettings,
    files: BTreeMap<String, Option<Parsed>>,
}

impl Places {
    /// The places of a library that was read from a folder with notes.
    pub fn of(notes: &Path, reading: &Reading) -> Self {
        Self {
            notes: notes.to_path_buf(),
            vocabularies: reading.concept_files.clone(),
            settings: reading.library.markdown().clone(),
            files: BTreeMap::new(),
        }
    }

    /// A field of an entry, or its head when it has no such field. `None` when the file
    /// is not what it was.
    pub fn entry(&mut self, entry: &Entry, field: &str) -> Option<Place> {
        let Some(Parsed::Entries { entries, .. }) = self.file(&entry.file) else {
            return None;
        };
        let at = entries
            .partition_point(|it: &Located<EntrySource>| it.place().position().line < entry.line);
        let mut rest = entries[at..].iter();
        let found = rest.find(|it| it.value.id.as_ref().is_none_or(|id| *id == entry.id))?;
        Some(if found.has(field) {
            found.field(field)
        } else {
            found.head()
        })
    }

    /// A text in a field of a concept, or the field as a whole.
    pub fn concept(&mut self, concept: &Concept, field: &str, text: Option<&str>) -> Option<Place> {
        let vocabularies = self.vocabularies.clone();
        vocabularies.iter().find_map(|name| {
            let Some(Parsed::Vocabulary(vocabulary)) = self.file(name) else {
                return None;
            };
            let mut concepts = vocabulary.concepts.iter();
            let found = concepts.find(|it: &&Located<ConceptSource>| it.value.id == concept.id)?;
            Some(place(found, field, text))
        })
    }

    /// A text in a field of a book, or the field as a whole.
    pub fn book(&mut self, book: &Book, field: &str, text: Option<&str>) -> Option<Place> {
        match self.file(&book.file) {
            Some(Parsed::Book { book, .. }) => Some(place::<BookSource>(book, field, text)),
            _ => None,
        }
    }

    fn file(&mut self, name: &str) -> Option<&Parsed> {
        if !self.files.contains_key(name) {
            let home = Home::of_folder(&self.notes);
            let path = walk::note_path(&home, &home.path(name));
            let read = ReadFile::of(&path, None, &self.settings);
            self.files.insert(name.to_owned(), read.parsed);
        }
        self.files[name].as_ref()
    }
}

fn place<T>(found: &Located<T>, field: &str, text: Option<&str>) -> Place {
    match text {
        Some(text) => found.find(field, text),
        None => found.field(field),
    }
}
