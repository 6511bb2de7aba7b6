//! Entries, read some files at a time, in the order of the files.

use super::assemble::{Assembler, EntryFile, OpenLinks, SourceOf};
use super::entry_path::EntryPath;
use super::file::Digest;
use super::ground::Ground;
use super::known::{Known, KnownEntry};
use super::parse::Parsed;
use super::problems::Problems;
use super::read_file::ReadFile;
use super::{Reading, limits, note_files};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Entry, Library};
use crate::source::SourceFile;
use rayon::prelude::*;
use std::sync::{Arc, PoisonError};

/// An entry, and what tells whether it is written as it was.
#[derive(Debug)]
pub struct ReadEntry {
    /// What it says.
    pub entry: Entry,
    /// What its bytes in its file add up to, and those of the name of its book there.
    pub written: u128,
}

/// What is known when all entries were read: their problems, but for links to nothing.
#[derive(Debug)]
pub struct EntriesRead {
    diagnostics: Problems,
    links: OpenLinks,
    /// What each file with entries held, if it could be read and used.
    digests: Vec<Option<Digest>>,
}

/// Files are read together up to this number.
const FILES_AT_ONCE: usize = 2048;

impl Ground<'_> {
    /// Reads everything into memory.
    pub(super) fn read(mut self) -> Reading {
        let mut entries = Vec::new();
        let read = self.entries(None, &mut |some, _| {
            entries.extend(some.into_iter().map(|read| read.entry));
        });
        let library = self.take_library(entries);
        let reading = self.close(read, &library);
        Reading { library, ..reading }
    }

    /// Reads the entries; `take` gets those of some files at a time, in their order, and
    /// those of lists that were not read because they are known as they are written.
    pub fn entries(
        &self,
        known: Option<&Known>,
        take: &mut dyn FnMut(Vec<ReadEntry>, Vec<KnownEntry>),
    ) -> EntriesRead {
        let mut assembler = Assembler::new(&self.shelf, &self.shelved, &self.vocabulary);
        let mut digests = Vec::with_capacity(self.entry_files.len());
        for together in self.runs() {
            let first = digests.len();
            let read = |(at, file): (usize, &EntryPath)| {
                let kept = self.kept(first + at);
                let read = kept.unwrap_or_else(|| self.read_file(file, known));
                (self.tick)();
                read
            };
            let read: Vec<ReadFile> = together.par_iter().enumerate().map(read).collect();
            let (mut entries, mut skipped) = (Vec::new(), Vec::new());
            for (file, read) in together.iter().zip(read) {
                let number = digests.len();
                digests.push(read.digest);
                assembler.diagnostics.take(read.diagnostics);
                match read.parsed {
                    Some(Parsed::Entries {
                        folder,
                        book,
                        single,
                        entries: items,
                    }) => {
                        let file = EntryFile {
                            number,
                            folder,
                            book,
                            single,
                            entries: items,
                            known: read.known,
                        };
                        skipped.extend_from_slice(&file.known);
                        assembler.file(file, &mut entries);
                    }
                    Some(_) => {
                        // Not what it was a moment ago: read next time.
                        digests[number] = None;
                        assembler.diagnostics.push(changed(&file.name));
                    }
                    None => {}
                }
            }
            take(entries, skipped);
        }
        let (diagnostics, links) = assembler.finish(self);
        EntriesRead {
            diagnostics,
            links,
            digests,
        }
    }

    /// What came of reading it, without the library, of which `library` is the whole or
    /// all but the texts.
    pub fn close(self, read: EntriesRead, library: &Library) -> Reading {
        let mut diagnostics = read.diagnostics;
        read.links.report(library, &self, &mut diagnostics);
        diagnostics.take(self.diagnostics);
        let (mut diagnostics, mut troubled) = diagnostics.into_parts();
        note_files(&diagnostics, &mut troubled);
        self.allowed.leave_out(&mut diagnostics);
        note_files(&diagnostics, &mut troubled);
        diagnostics.sort_by_cached_key(Diagnostic::sort_key);
        let mut seen = self.seen;
        let entry_files = self.entry_files.into_iter().zip(read.digests);
        seen.extend(entry_files.filter_map(|(file, digest)| Some((file.name.into(), digest?))));
        Reading {
            library: Library::default(),
            diagnostics: limits::listed(diagnostics),
            files: self.files,
            vocabularies: self.names.vocabularies,
            concept_files: self.names.concepts,
            concept_notes: self.names.concept_notes,
            allowed: self.allowed,
            books: self.names.books,
            troubled,
            names_are_trouble: self.names_are_trouble,
            seen: Arc::new(seen),
        }
    }

    /// What came of the file of this number when it was first read, if that is still there.
    fn kept(&self, number: usize) -> Option<ReadFile> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.remove(&number)
    }

    fn read_file(&self, file: &EntryPath, known: Option<&Known>) -> ReadFile {
        let text = self.texts.get(&*file.name).copied().flatten();
        ReadFile::but(&file.path(&self.home), text, &self.settings, known)
    }

    /// The files that are read together.
    fn runs(&self) -> impl Iterator<Item = &[EntryPath]> {
        let mut rest = self.entry_files.as_slice();
        std::iter::from_fn(move || {
            let mut bytes = 0;
            let more = rest.iter().take(FILES_AT_ONCE).take_while(|file| {
                bytes += file.length;
                bytes <= self.at_once
            });
            let count = more.count().max(1).min(rest.len());
            let (together, after) = rest.split_at(count);
            rest = after;
            (!together.is_empty()).then_some(together)
        })
    }
}

impl SourceOf for Ground<'_> {
    fn parsed(&self, file: usize) -> Option<Parsed> {
        self.read_file(&self.entry_files[file], None).parsed
    }

    fn text(&self, file: usize) -> Option<Arc<SourceFile>> {
        let file = &self.entry_files[file];
        let text = self.texts.get(&*file.name).copied().flatten();
        super::read_file::text_of(&file.path(&self.home), text)
    }
}

/// Says that a file holds something else than when it was first looked at.
fn changed(name: &str) -> Diagnostic {
    Diagnostic::of_file(
        Code::Unreadable,
        name,
        "was changed while notes were read, and was not used",
    )
    .hint("ask again")
}
