//! What files say that entries need: books, concepts, settings. Entries are read
//! afterwards ([`super::stream`]), so that all of them need never be in memory.

use super::allow::Allowed;
use super::assemble::{self, Implied, Shelf, Shelved};
use super::file::starts_with_entries;
use super::home::Home;
use super::parse::Parsed;
use super::problems::Problems;
use super::read_file::ReadFile;
use super::{Seen, markdown, names, walk};

use crate::model::{Book, Library, MarkdownSettings, SavedQuery, Vocabulary};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Mutex;

/// Texts in the place of files, by their names, and files that are not there yet; none
/// for a file that is to go away.
pub(super) type Instead<'a> = BTreeMap<&'a str, Option<&'a str>>;

/// So many notes are in memory at once before it is known what they say of books.
const NOTES_AT_ONCE: usize = 1024;

/// So many bytes of files are read before their entries are given on, unless one file
/// has more.
const BYTES_AT_ONCE: u64 = 1 << 20;

/// Notes of so many bytes stay in memory until their entries are asked for; all others
/// are read once more.
const KEPT_BYTES: usize = 16 << 20;

/// What is to be read.
pub(super) struct Asked<'t> {
    pub(super) home: Home,
    pub(super) paths: Vec<walk::NotePath>,
    /// What there is to say about the names of files.
    pub(super) problems: Problems,
    pub(super) texts: &'t Instead<'t>,
    /// Books without a file of their own that are there, when not all files are read.
    pub(super) known: Vec<Book>,
    /// In how many files that are not read the names of notes are.
    pub(super) elsewhere: HashMap<String, usize>,
    /// A vocabulary in the place of all others, with its problems.
    pub(super) vocabulary: Option<(Parsed, Problems)>,
    /// Called after each file.
    pub(super) tick: &'t (dyn Fn() + Sync),
}

impl<'t> Asked<'t> {
    /// All files of a library.
    pub(super) fn all(notes: &Path, texts: &'t Instead<'t>, tick: &'t (dyn Fn() + Sync)) -> Self {
        let home = Home::of_folder(notes);
        let (mut paths, of_walk) = walk::note_files(&home);
        let mut problems = Problems::new();
        problems.extend(of_walk.into_iter().chain(names::problems(&paths)));
        let there = texts.iter().filter(|(_, text)| text.is_some());
        walk::add(&mut paths, &home, there.map(|(name, _)| *name));
        paths.retain(|path| texts.get(path.shown.as_str()) != Some(&None));
        Self {
            home,
            paths,
            problems,
            texts,
            known: Vec::new(),
            elsewhere: HashMap::new(),
            vocabulary: None,
            tick,
        }
    }
}

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

/// A file with entries, and how many bytes it has. There may be very many.
#[derive(Debug)]
pub(super) struct EntryPath {
    pub(super) name: Box<str>,
    /// Where it is, if its name does not say it.
    apart: Option<Box<walk::NotePath>>,
    pub(super) length: u64,
}

impl EntryPath {
    fn of(path: walk::NotePath, length: u64, home: &Home) -> Self {
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

/// Which files hold what.
#[derive(Debug, Default)]
pub(super) struct FileNames {
    pub(super) vocabularies: Vec<String>,
    pub(super) concepts: Vec<String>,
    /// The concepts that are Markdown notes: their ids, and their files.
    pub(super) concept_notes: BTreeMap<String, String>,
    pub(super) books: Vec<String>,
}

/// What becomes of a file.
enum Met {
    /// It has entries, and so many bytes.
    Later(u64, Option<Box<ReadFile>>),
    Read(Box<ReadFile>),
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
        let mut reader = Reader {
            home: &asked.home,
            texts: asked.texts,
            tick: asked.tick,
            diagnostics: asked.problems,
            seen: Seen::new(),
            entry_files: Vec::new(),
            kept: BTreeMap::new(),
            room: KEPT_BYTES,
        };
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

/// Reads what is no entry.
struct Reader<'t> {
    home: &'t Home,
    texts: &'t Instead<'t>,
    tick: &'t (dyn Fn() + Sync),
    diagnostics: Problems,
    seen: Seen,
    entry_files: Vec<EntryPath>,
    kept: BTreeMap<usize, ReadFile>,
    /// So many more bytes of notes are kept.
    room: usize,
}

impl Reader<'_> {
    fn read_ron(&mut self, paths: Vec<walk::NotePath>) -> Vec<Parsed> {
        let settings = MarkdownSettings::default();
        let meet = |path: walk::NotePath| {
            let text = self.texts.get(path.shown.as_str()).copied().flatten();
            let met = match starts_with_entries(&path.absolute, text) {
                Some(length) => Met::Later(length, None),
                None => met(ReadFile::of(&path, text, &settings)),
            };
            (path, met)
        };
        let met: Vec<_> = paths.into_par_iter().map(meet).collect();
        met.into_iter()
            .filter_map(|(path, met)| self.take(path, met))
            .collect()
    }

    /// Reads Markdown notes: what they say of books goes to the shelf, and the entries
    /// in them are left for later.
    fn read_notes(
        &mut self,
        mut paths: Vec<walk::NotePath>,
        settings: &MarkdownSettings,
        shelved: &mut Shelved,
    ) -> Vec<Parsed> {
        let mut concepts = Vec::new();
        while !paths.is_empty() {
            let rest = paths.split_off(paths.len().min(NOTES_AT_ONCE));
            let some = std::mem::replace(&mut paths, rest);
            let read = |path: walk::NotePath| {
                let text = self.texts.get(path.shown.as_str()).copied().flatten();
                let read = ReadFile::of(&path, text, settings);
                (path, read)
            };
            let read: Vec<_> = some.into_par_iter().map(read).collect();
            for (path, read) in read {
                if let Some(Parsed::Entries {
                    folder, entries, ..
                }) = &read.parsed
                {
                    shelved.meet(folder, entries);
                }
                concepts.extend(self.take(path, met(read)));
            }
        }
        concepts
    }

    fn take(&mut self, path: walk::NotePath, met: Met) -> Option<Parsed> {
        match met {
            Met::Later(length, read) => {
                let kept = read.filter(|read| read.length <= self.room);
                if let Some(read) = kept {
                    self.room -= read.length;
                    self.kept.insert(self.entry_files.len(), *read);
                }
                let file = EntryPath::of(path, length, self.home);
                self.entry_files.push(file);
                None
            }
            Met::Read(read) => {
                (self.tick)();
                let digest = read.digest.map(|digest| (path.shown, digest));
                self.seen.extend(digest);
                self.diagnostics.take(read.diagnostics);
                read.parsed
            }
        }
    }
}

fn met(read: ReadFile) -> Met {
    match &read.parsed {
        Some(Parsed::Entries { .. }) => Met::Later(read.length as u64, Some(Box::new(read))),
        _ => Met::Read(Box::new(read)),
    }
}
