//! Entries.

use super::ConceptIndex;
use super::books::Shelf;
use super::entry_ids::{At, EntryIds, SourceOf};
use super::implied::Shelved;
use super::links::OpenLinks;
use super::tags::{self, Noted};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{BookId, ConceptId, Entry, PageRange, Source, Vocabulary, Voice, Wording};
use crate::notes::format::{
    ChapterCertaintySource, EntrySource, PagesSource, VoiceSource, WordingSource,
};
use crate::notes::known::{KnownEntry, written};
use crate::notes::located::Located;
use crate::notes::problems::Problems;
use crate::notes::stream::ReadEntry;
use crate::source::Place;
use crate::text::date::parse_date;
use crate::text::pages::{LAST_PAGE, parse_pages};
use crate::text::similarity::closest;
use crate::text::slug;
use jiff::civil::Date;
use std::collections::HashMap;

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
    shelf: &'a Shelf,
    shelved: &'a Shelved,
    vocabulary: &'a Vocabulary,
    names: ConceptIndex,
    ids: EntryIds,
    links: OpenLinks,
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

    fn pages(&mut self, source: &Located<EntrySource>, book: BookId) -> Option<PageRange> {
        let pages = source.value.pages.as_ref()?;
        // Where it stands is looked up only for a problem.
        let bad = |message: String, label: &str| {
            Diagnostic::at(Code::BadValue, source.field("pages"), message)
                .label(label)
                .hint("write them as (353, 361), 353, or \"p353~361\"")
        };
        let (first, last) = match pages {
            PagesSource::Numbers(first, last) => (*first, *last),
            PagesSource::Text(text) => match parse_pages(text) {
                Some(pages) => pages,
                None => {
                    self.diagnostics
                        .push(bad(format!("`{text}` is no range of pages"), "not used"));
                    return None;
                }
            },
        };
        let range = PageRange::new(first, last).filter(|range| range.last <= LAST_PAGE);
        match range {
            None => {
                let (message, label) = if first > last {
                    (
                        format!("pages {first} to {last} cannot be"),
                        "ends before it starts; not used",
                    )
                } else if first == 0 {
                    (
                        "there is no page 0".to_owned(),
                        "pages start at 1; not used",
                    )
                } else {
                    (format!("no book has a page {last}"), "not used")
                };
                self.diagnostics.push(bad(message, label));
            }
            Some(range) => {
                let last_page = self.shelf.books[book.index()].edition.pages;
                if let Some(last_page) = last_page.filter(|page| range.last > *page) {
                    self.diagnostics.push(
                        Diagnostic::at(
                            Code::PageOutsideBook,
                            source.field("pages"),
                            format!("page {} is not in the book", range.last),
                        )
                        .label(format!("the edition has {last_page} pages"))
                        .hint("put the entry's pages or the edition's number of pages right"),
                    );
                }
            }
        }
        range
    }

    fn date(&mut self, source: &Located<EntrySource>) -> Option<Date> {
        let text = source.value.date.as_deref()?;
        let date = parse_date(text);
        if date.is_none() {
            self.diagnostics.push(
                Diagnostic::at(
                    Code::BadValue,
                    source.field("date"),
                    format!("`{text}` is not a date"),
                )
                .label("not used")
                .hint("write it as \"2023-10-17\": year, month, day"),
            );
        }
        date
    }

    fn chapters(&mut self, source: &Located<EntrySource>, book: BookId) -> Vec<u32> {
        let outline = &self.shelf.books[book.index()].outline;
        let mut chapters = Vec::new();
        let mut places = None;
        for name in &source.value.chapters {
            match outline.find(&name.0) {
                Some(chapter) => chapters.push(chapter as u32),
                None if !self.has_room(source, Code::UnknownChapter) => {}
                None => {
                    let known = outline.chapters.iter().map(|chapter| chapter.id.as_str());
                    let hint = match closest(&name.0, known, 1).first() {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => "add it to the outline in the book's book.ron".to_owned(),
                    };
                    self.diagnostics.push(
                        Diagnostic::at(
                            Code::UnknownChapter,
                            source.find_in(&mut places, "chapters", &name.0),
                            format!("the book has no chapter `{}`", name.0),
                        )
                        .label("not used")
                        .hint(hint),
                    );
                }
            }
        }
        chapters.sort_unstable();
        chapters.dedup();
        chapters
    }

    /// The concepts that the reader refused. One that is a tag as well is
    /// reported, and stays a tag.
    fn refused(&mut self, source: &Located<EntrySource>, tags: &[ConceptId]) -> Vec<ConceptId> {
        let names = &source.value.refused;
        let mut refused = self.concepts(source, "refused", names);
        let (both, only): (Vec<_>, Vec<_>) = refused.drain(..).partition(|it| tags.contains(it));
        refused = only;
        for concept in both {
            let is_it = |name: &&String| self.concept(name) == Some(concept);
            let name = names.iter().find(is_it);
            if let Some(name) = name.filter(|_| self.has_room(source, Code::RefusedTag)) {
                self.diagnostics.push(
                    Diagnostic::at(
                        Code::RefusedTag,
                        source.find("refused", name),
                        format!("the entry is tagged with `{name}` and refuses it"),
                    )
                    .label("not used: the tag counts")
                    .related(source.field("tags"), "the tags")
                    .hint("remove it here, or from the tags"),
                );
            }
        }
        refused.sort_unstable();
        refused.dedup();
        refused
    }

    /// The concept with an id or a name.
    fn concept(&self, name: &str) -> Option<ConceptId> {
        self.vocabulary.find(name).or_else(|| self.names.find(name))
    }

    /// Whether another problem of a kind in the file of an entry would be listed.
    fn has_room(&self, source: &Located<EntrySource>, code: Code) -> bool {
        self.diagnostics.has_room(&source.file.name, code)
    }

    /// The concepts that a list of names in a field stands for.
    fn concepts(
        &mut self,
        source: &Located<EntrySource>,
        field: &str,
        names: &[String],
    ) -> Vec<ConceptId> {
        let mut concepts = Vec::new();
        // Looked for once, however many names nobody knows.
        let mut places: Option<HashMap<&str, Place>> = None;
        for name in names {
            match self.concept(name) {
                Some(concept) if !concepts.contains(&concept) => concepts.push(concept),
                Some(_) => {}
                // There are more than are listed.
                None if !self.has_room(source, Code::UnknownConcept) => {}
                None => {
                    let place = source.find_in(&mut places, field, name);
                    let known = self.vocabulary.concepts().iter().flat_map(|concept| {
                        let labels = concept.label.iter().map(|(_, text)| text);
                        std::iter::once(concept.id.as_str()).chain(labels)
                    });
                    self.diagnostics
                        .push(super::concepts::unknown(name, place, known));
                }
            }
        }
        concepts
    }
}
