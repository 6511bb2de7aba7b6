//! Entries.

use super::ConceptIndex;
use super::books::Shelf;
use super::entry_ids::{At, EntryIds, SourceOf};
use super::implied::Shelved;
use super::links::OpenLinks;
use super::tags::{self, Noted};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{BookId, Entry, Source, Vocabulary, Voice, Wording};
use crate::notes::format::{ChapterCertaintySource, EntrySource, VoiceSource, WordingSource};
use crate::notes::known::{KnownEntry, written};
use crate::notes::located::Located;
use crate::notes::problems::Problems;
use crate::notes::stream::ReadEntry;
use crate::source::Place;
use crate::text::similarity::closest;
use crate::text::slug;

/// One file with entries.
pub(in crate::notes) struct EntryFile {
    /// Its number among those with entries.
    pub(in crate::notes) number: usize,
    pub(in crate::notes) folder: String,
    pub(in crate::notes) book: Option<(String, Place)>,
    pub(in crate::notes) single: bool,
    pub(in crate::notes) entries: Vec<Located<EntrySource>>,
    /// Those that are not read, as they are known.
    pub(in crate::notes) known: Vec<KnownEntry>,
}

impl EntryFile {
    /// Which of all entries in the file are read.
    fn items(&self) -> impl Iterator<Item = u32> {
        let known = |item: &u32| self.known.binary_search_by_key(item, |it| it.item).is_ok();
        (0..).filter(move |item| !known(item))
    }
}

/// Makes entries of what files say, one file after the other.
pub(in crate::notes) struct Assembler<'a> {
    pub(super) shelf: &'a Shelf,
    pub(super) shelved: &'a Shelved,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) names: ConceptIndex,
    pub(super) ids: EntryIds,
    pub(super) links: OpenLinks,
    pub(in crate::notes) diagnostics: Problems,
}

impl<'a> Assembler<'a> {
    pub(in crate::notes) fn new(
        shelf: &'a Shelf,
        shelved: &'a Shelved,
        vocabulary: &'a Vocabulary,
    ) -> Self {
        Self {
            shelf,
            shelved,
            vocabulary,
            names: ConceptIndex::of(vocabulary),
            ids: EntryIds::default(),
            links: OpenLinks::default(),
            diagnostics: Problems::new(),
        }
    }

    /// Adds the entries of a file.
    pub(in crate::notes) fn file(&mut self, mut file: EntryFile, to: &mut Vec<ReadEntry>) {
        let folder = std::mem::take(&mut file.folder);
        for entry in &mut file.entries {
            self.shelved.settle(&folder, entry, self.shelf);
        }
        file.folder = folder;
        let book = file.book.as_ref().map(|(name, _)| name.as_str());
        // Texts are taken, not copied: they are most of what there is.
        let take = |source: &mut Located<EntrySource>| std::mem::take(&mut source.value.text);
        let texts: Vec<String> = file.entries.iter_mut().map(take).collect();
        for ((source, text), item) in file.entries.iter().zip(texts).zip(file.items()) {
            let at = At {
                file: file.number as u32,
                item,
            };
            let entry = self.entry(&file, source, text, at);
            to.extend(entry.map(|entry| ReadEntry {
                entry,
                written: written(book, source.written()),
            }));
        }
        tags::report_unknown(
            &file.entries,
            &self.names,
            self.vocabulary,
            &mut self.diagnostics,
        );
    }

    /// The problems, and the links that may point to nothing.
    pub(in crate::notes) fn finish(self, sources: &dyn SourceOf) -> (Problems, OpenLinks) {
        let mut diagnostics = self.diagnostics;
        self.ids.report(sources, &mut diagnostics);
        (diagnostics, self.links)
    }

    fn entry(
        &mut self,
        file: &EntryFile,
        source: &Located<EntrySource>,
        text: String,
        at: At,
    ) -> Option<Entry> {
        let value = &source.value;
        let book = self.book(file, source)?;
        let id = self.id(file, source)?;
        let book_id = &self.shelf.books[book.index()].id;
        let place = || source.field("id");
        if !self
            .ids
            .take(book_id, &id, at, &place, &mut self.diagnostics)
        {
            return None;
        }
        let pages = self.pages(source, book);
        let date = self.date(source);
        let place = source.place();
        let mut tags = self.concepts(source, "tags", &value.tags);
        let refused = self.refused(source, &tags);
        let mut note = Noted::default();
        if let Some(of_note) = &value.note {
            note = Noted::of(of_note, &self.names, self.vocabulary);
            self.links.add(&note, at.file, book_id, &id);
            let besides = note.concepts.iter().filter(|it| !refused.contains(it));
            tags.extend(besides.copied());
            let mut seen = Vec::new();
            tags.retain(|tag| {
                !seen.contains(tag) && {
                    seen.push(*tag);
                    true
                }
            });
        }
        Some(Entry {
            title: value.title.clone().unwrap_or_else(|| id.clone()),
            id,
            book,
            date,
            day: value.day,
            pages,
            chapters: self.chapters(source, book),
            chapters_inferred: value.chapter_certainty == ChapterCertaintySource::Inferred,
            tags,
            refused,
            text,
            names: note.names,
            links: note.links,
            truncated: value.truncated,
            wording: match value.wording {
                WordingSource::Original => Wording::Original,
                WordingSource::Retelling => Wording::Retelling,
            },
            voice: match value.voice {
                VoiceSource::Own => Voice::Own,
                VoiceSource::Quotation => Voice::Quotation,
                VoiceSource::Both => Voice::Both,
            },
            gist: value.gist.0.clone(),
            source: value.source.as_ref().map(|source| {
                Box::new(Source {
                    kind: source.kind.clone(),
                    key: source.key.clone(),
                    title: source.title.clone(),
                    time: source.time.clone(),
                    location: source.location.clone(),
                    chapter: source.chapter.clone(),
                    color: source.color.clone(),
                    tags: source.tags.clone(),
                    url: source.url.clone(),
                    digest: source.digest.clone(),
                })
            }),
            file: place.file.name.clone(),
            line: place.file.line(place.span.start),
        })
    }

    fn book(&mut self, file: &EntryFile, source: &Located<EntrySource>) -> Option<BookId> {
        let of_file = file.book.as_ref();
        let named = source.value.book.as_ref();
        let named = named.or(of_file.map(|(name, _)| name));
        let found = match named {
            Some(name) => self.shelf.find(name),
            None => self.shelf.book_of_folder(&file.folder),
        };
        if found.is_none() {
            let known = self.shelf.books.iter().map(|book| book.id.as_str());
            let diagnostic = match named {
                Some(name) => {
                    let place = match (&source.value.book, of_file) {
                        (None, Some((_, place))) => place.clone(),
                        _ => source.field("book"),
                    };
                    let hint = match closest(name, known, 1).first() {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => "add a book.ron with this id".to_owned(),
                    };
                    Diagnostic::at(Code::NoBook, place, format!("there is no book `{name}`"))
                        .hint(hint)
                }
                None => {
                    Diagnostic::at(Code::NoBook, source.head(), "this entry belongs to no book")
                        .hint(
                            "put a book.ron into its folder or one above it, or add `book: \"…\"`",
                        )
                }
            };
            self.diagnostics
                .push(diagnostic.label("the entry was not used"));
        }
        found
    }

    fn id(&mut self, file: &EntryFile, source: &Located<EntrySource>) -> Option<String> {
        if let Some(id) = &source.value.id {
            return Some(id.clone());
        }
        let name = &source.file.name;
        let stem = name
            .rsplit('/')
            .next()
            .unwrap_or(name)
            .trim_end_matches(".ron");
        let id = slug::slug(stem);
        if file.single && !id.is_empty() {
            return Some(id);
        }
        self.diagnostics.push(
            Diagnostic::at(Code::MissingField, source.head(), "`id` is missing")
                .label("the entry was not used")
                .hint("add `id: \"…\"`; only an entry with a file of its own can do without"),
        );
        None
    }
}
