//! A first look at all files, in which what is no entry is read.

use super::Seen;
use super::asked::Instead;
use super::assemble::Shelved;
use super::entry_path::EntryPath;
use super::file::starts_with_entries;
use super::home::Home;
use super::parse::Parsed;
use super::problems::Problems;
use super::read_file::ReadFile;
use super::walk;
use crate::model::MarkdownSettings;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// So many notes are in memory at once before it is known what they say of books.
const NOTES_AT_ONCE: usize = 1024;

/// Notes of so many bytes stay in memory until their entries are asked for; all others
/// are read once more.
const KEPT_BYTES: usize = 16 << 20;

/// What becomes of a file.
enum Met {
    /// It has entries, and so many bytes.
    Later(u64, Option<Box<ReadFile>>),
    Read(Box<ReadFile>),
}

/// Reads what is no entry.
pub(super) struct FirstLook<'t> {
    home: &'t Home,
    texts: &'t Instead<'t>,
    tick: &'t (dyn Fn() + Sync),
    pub(super) diagnostics: Problems,
    pub(super) seen: Seen,
    /// The files with entries, in their order.
    pub(super) entry_files: Vec<EntryPath>,
    /// What came of those of them, by number, that were read and not forgotten.
    pub(super) kept: BTreeMap<usize, ReadFile>,
    /// So many more bytes of notes are kept.
    room: usize,
}

impl<'t> FirstLook<'t> {
    /// Nothing was looked at yet, but for the names of files.
    pub(super) fn new(
        home: &'t Home,
        texts: &'t Instead<'t>,
        tick: &'t (dyn Fn() + Sync),
        of_names: Problems,
    ) -> Self {
        Self {
            home,
            texts,
            tick,
            diagnostics: of_names,
            seen: Seen::new(),
            entry_files: Vec::new(),
            kept: BTreeMap::new(),
            room: KEPT_BYTES,
        }
    }

    /// Reads RON files; leaves those with entries for later.
    pub(super) fn read_ron(&mut self, paths: Vec<walk::NotePath>) -> Vec<Parsed> {
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
    pub(super) fn read_notes(
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
