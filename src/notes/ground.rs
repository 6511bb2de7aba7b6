//! What files say that entries need: books, concepts, settings. Entries are read
//! afterwards ([`super::stream`]), so that all of them need never be in memory.

use super::allow::Allowed;
use super::asked::{Asked, Instead};
use super::assemble::{self, Implied, Shelf, Shelved};
use super::entry_path::EntryPath;
use super::first_look::FirstLook;
use super::home::Home;
use super::parse::Parsed;
use super::problems::Problems;
use super::read_file::ReadFile;
use super::{Seen, markdown, walk};
use crate::model::{Book, Library, MarkdownSettings, SavedQuery, Vocabulary};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Mutex;

/// So many bytes of files are read before their entries are given on, unless one file
/// has more.
const BYTES_AT_ONCE: u64 = 1 << 20;

/// What all files say but those with entries, and which those are.
pub struct Ground<'t> {
    pub(super) home: Home,
    pub(super) texts: &'t Instead<'t>,
    pub(super) tick: &'t (dyn Fn() + Sync),
    pub(super) settings: MarkdownSettings,
    pub(super) shelf: Shelf,
    pub(super) shelved: Shelved,
    pub(super) vocabulary: Vocabulary,
    pub(super) queries: Vec<SavedQuery>,
    pub(super) allowed: Allowed,
    pub(super) names: FileNames,
    pub(super) diagnostics: Problems,
    pub(super) names_are_trouble: bool,
    pub(super) files: usize,
    pub(super) seen: Seen,
    /// The files with entries, in their order.
    pub(super) entry_files: Vec<EntryPath>,
    /// What came of those of them, by number, that were read and not forgotten.
    pub(super) kept: Mutex<BTreeMap<usize, ReadFile>>,
    pub(super) at_once: u64,
}

/// Which files hold what.
#[derive(Debug, Default)]
pub(super) struct FileNames {
    pub(super) vocabularies: Vec<String>,
    pub(super) concepts: Vec<String>,
    /// The concepts that are Markdown notes: their ids, and their files.
    pub(super) concept_notes: BTreeMap<String, String>,
    pub(super) books: Vec<String>,
}

impl<'t> Ground<'t> {
    /// What all files of a library say but those with entries. `tick` is called after
    /// each file, from any thread.
    pub fn all(notes: &Path, tick: &'t (dyn Fn() + Sync)) -> Self {
        Self::of(Asked::all(notes, &NOTHING, tick))
    }
}

impl Ground<'static> {
    /// The same of the files of these names, as messages call them, as if there were no
    /// others but these books, which have no file of their own.
    pub fn of_files(
        notes: &Path,
        names: &[&str],
        books: Vec<Book>,
        elsewhere: HashMap<String, usize>,
    ) -> Self {
        let home = Home::of_folder(notes);
        let mut paths = Vec::new();
        walk::add(&mut paths, &home, names.iter().copied());
        Self::of(Asked {
            home,
            paths,
            problems: Problems::new(),
            texts: &NOTHING,
            known: books,
            elsewhere,
            vocabulary: None,
            tick: &|| {},
        })
    }
}

static NOTHING: Instead<'static> = Instead::new();

impl<'t> Ground<'t> {
    pub(super) fn of(asked: Asked<'t>) -> Self {
        let files = asked.paths.len();
        let names_are_trouble = !asked.problems.is_empty();
        let is_ron = |path: &walk::NotePath| path.kind == walk::Kind::Ron;
        let (ron, notes): (Vec<_>, Vec<_>) = asked.paths.into_iter().partition(is_ron);
        let (home, problems) = (&asked.home, asked.problems);
        let mut reader = FirstLook::new(home, asked.texts, asked.tick, problems);
        let mut parsed = reader.read_ron(ron);
        let settings = markdown::settings(parsed.iter());
        let books = parsed.extract_if(.., |it| matches!(it, Parsed::Book { .. }));
        let books: Vec<Parsed> = books.collect();
        let book_names = books.iter().filter_map(Parsed::book_file);
        let book_names = book_names.map(str::to_owned).collect();
        let mut shelf = assemble::books(books, &mut reader.diagnostics);
        let mut shelved = Implied {
            name: asked.home.folder_name(),
            settings: settings.clone(),
            known: asked.known,
            elsewhere: asked.elsewhere,
        }
        .put_known(&mut shelf);
        parsed.extend(reader.read_notes(notes, &settings, &mut shelved));
        shelved.put_new(&mut shelf);
        if let Some((vocabulary, problems)) = asked.vocabulary {
            parsed.retain(|it| !matches!(it, Parsed::Vocabulary(_)));
            parsed.push(vocabulary);
            reader.diagnostics.take(problems);
        }
        let names = |of: fn(&Parsed) -> Option<&str>| -> Vec<String> {
            let names = parsed.iter().filter_map(of);
            names.map(str::to_owned).collect()
        };
        let mut concept_notes = BTreeMap::new();
        for (id, file) in parsed.iter().filter_map(Parsed::concept_note) {
            let file = file.to_owned();
            concept_notes.entry(id.to_owned()).or_insert(file);
        }
        let names = FileNames {
            concept_notes,
            vocabularies: names(Parsed::vocabulary_file),
            concepts: names(Parsed::concept_file),
            books: book_names,
        };
        let rest = assemble::rest(parsed, &mut reader.diagnostics);
        Self {
            texts: asked.texts,
            tick: asked.tick,
            settings,
            shelf,
            shelved,
            vocabulary: rest.vocabulary,
            queries: rest.queries,
            allowed: rest.allowed,
            names,
            diagnostics: reader.diagnostics,
            names_are_trouble,
            files,
            seen: reader.seen,
            entry_files: reader.entry_files,
            kept: Mutex::new(reader.kept),
            home: asked.home,
            at_once: BYTES_AT_ONCE,
        }
    }

    /// Reads files of so many bytes at once, and not of more unless one file has them; keeps
    /// nothing of those that were read.
    #[must_use]
    pub fn at_once(mut self, bytes: u64) -> Self {
        self.kept = Mutex::default();
        self.at_once = bytes;
        self
    }

    /// The library without its entries.
    pub fn library(&self) -> Library {
        Library::new(
            self.shelf.books.clone(),
            Vec::new(),
            self.vocabulary.clone(),
        )
        .with_queries(self.queries.clone())
        .with_markdown(self.settings.clone())
    }

    /// The library with these entries, which takes what it needs.
    pub(super) fn take_library(&mut self, entries: Vec<crate::model::Entry>) -> Library {
        let books = std::mem::take(&mut self.shelf.books);
        Library::new(books, entries, std::mem::take(&mut self.vocabulary))
            .with_queries(self.queries.clone())
            .with_markdown(self.settings.clone())
    }

    /// Whether one of these files holds a book.
    pub fn has_book_in(&self, mut files: impl Iterator<Item = impl AsRef<str>>) -> bool {
        files.any(|name| self.names.books.iter().any(|it| it == name.as_ref()))
    }
}
