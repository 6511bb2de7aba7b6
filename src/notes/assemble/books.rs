//! Books and their outlines.

use super::Ids;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Book, BookId, Certainty, Chapter, Edition, Language, Outline, PageBound, Part};
use crate::notes::format::{
    BookSource, CertaintySource, ChapterSource, DivisionSource, PageBoundSource, PartSource,
    guess_language,
};
use crate::notes::located::Located;
use crate::notes::problems::Problems;
use crate::source::Place;
use crate::text::date::parse_date;
use std::collections::HashMap;

/// The books, and in which folder each has its entries.
#[derive(Clone, Default)]
pub(in crate::notes) struct Shelf {
    pub(in crate::notes) books: Vec<Book>,
    folders: HashMap<String, BookId>,
    /// The only book that has a file of its own.
    only: Option<BookId>,
}

impl Shelf {
    /// Adds books that have no file of their own, and keeps the order.
    pub(super) fn add(&mut self, books: Vec<Book>) {
        if books.is_empty() {
            return;
        }
        let before = std::mem::take(&mut self.books);
        let ids: Vec<String> = before.iter().map(|book| book.id.clone()).collect();
        self.books = before.into_iter().chain(books).collect();
        self.books.sort_by(|a, b| a.id.cmp(&b.id));
        let moved: Vec<BookId> = ids.iter().filter_map(|id| self.find(id)).collect();
        for book in self.folders.values_mut().chain(&mut self.only) {
            *book = moved[book.index()];
        }
    }

    /// The book whose folder is `folder` or the nearest one above it; the only
    /// book there is, when none is nearer.
    pub(super) fn book_of_folder(&self, folder: &str) -> Option<BookId> {
        let mut folder = folder;
        loop {
            if let Some(book) = self.folders.get(folder) {
                return Some(*book);
            }
            match folder.rsplit_once('/') {
                Some((above, _)) => folder = above,
                None if folder.is_empty() => break,
                None => folder = "",
            }
        }
        self.only
    }

    pub(super) fn find(&self, id: &str) -> Option<BookId> {
        self.books
            .iter()
            .position(|book| book.id == id)
            .map(BookId::from)
    }
}

pub(super) fn assemble(
    sources: Vec<(String, Located<BookSource>)>,
    diagnostics: &mut Problems,
) -> Shelf {
    let mut ids = Ids::new("book");
    let mut books: Vec<Book> = Vec::new();
    // A book that is not used leaves its folder to the one with the same id.
    let mut folders: Vec<(String, String)> = Vec::new();
    for (folder, source) in sources {
        if let Some((_, first)) = folders
            .iter()
            .find(|(other, id)| *other == folder && *id != source.value.id)
        {
            diagnostics.push(
                Diagnostic::at(
                    Code::BadValue,
                    source.field("id"),
                    format!("the book `{first}` is in this folder too"),
                )
                .label(format!(
                    "entries here belong to `{first}` unless they say `book: …`"
                ))
                .hint("give each book a folder of its own"),
            );
        } else {
            folders.push((folder, source.value.id.clone()));
        }
        let place = source.field("id");
        if ids.take("", &source.value.id, move || place.clone(), diagnostics) {
            books.push(book(source, diagnostics));
        }
    }
    books.sort_by(|a, b| a.id.cmp(&b.id));
    let folders = folders
        .into_iter()
        .filter_map(|(folder, id)| {
            let book = books.iter().position(|book| book.id == id)?;
            Some((folder, BookId::from(book)))
        })
        .collect();
    let only = (books.len() == 1).then_some(BookId(0));
    Shelf {
        books,
        folders,
        only,
    }
}

fn book(mut source: Located<BookSource>, diagnostics: &mut Problems) -> Book {
    let divisions = std::mem::take(&mut source.value.outline);
    let outline = OutlineBuilder {
        source: &source,
        places: source.ids("outline"),
        ids: Ids::new("chapter"),
        parts: Ids::new("part"),
        outline: Outline::default(),
        diagnostics,
    }
    .build(divisions);
    let language = language(&source, diagnostics);
    let date = source.value.edition.date.as_deref().and_then(|text| {
        let date = parse_date(text);
        if date.is_none() {
            diagnostics.push(
                Diagnostic::at(
                    Code::BadValue,
                    source.find("edition", text),
                    format!("`{text}` is not a date"),
                )
                .label("not used")
                .hint("write it as \"2021-02-26\""),
            );
        }
        date
    });
    let file = source.file.name.clone();
    let value = source.value;
    Book {
        file,
        id: value.id,
        language,
        title: value.title.0,
        subtitle: value.subtitle.0,
        authors: value.authors,
        edition: Edition {
            publisher: value.edition.publisher,
            date,
            translators: value.edition.translators,
            pages: value.edition.pages,
            isbn: value.edition.isbn,
        },
        sources: value.sources,
        outline,
    }
}

fn language(source: &Located<BookSource>, diagnostics: &mut Problems) -> Language {
    let title = source.value.title.0.iter().next();
    let guess = title.map_or(Language::ENGLISH, |(_, text)| guess_language(text));
    let Some(code) = &source.value.language else {
        return guess;
    };
    Language::parse(code).unwrap_or_else(|| {
        diagnostics.push(
            Diagnostic::at(
                Code::BadValue,
                source.field("language"),
                format!("`{code}` is not a language"),
            )
            .label(format!("read as `{guess}`"))
            .hint("languages have two or three letters, such as `ko` and `en`"),
        );
        guess
    })
}

struct OutlineBuilder<'a> {
    source: &'a Located<BookSource>,
    /// The ids in the outline that no chapter or part was met for yet.
    places: Vec<(String, Place)>,
    ids: Ids<'a>,
    parts: Ids<'a>,
    outline: Outline,
    diagnostics: &'a mut Problems,
}

impl OutlineBuilder<'_> {
    fn build(mut self, divisions: Vec<DivisionSource>) -> Outline {
        for division in divisions {
            match division {
                DivisionSource::Part(part) => self.part(part),
                DivisionSource::Chapter(chapter) => self.chapter(chapter, None),
            }
        }
        self.outline
    }

    fn part(&mut self, source: PartSource) {
        let place = self.place(&source.id);
        let part = if self
            .parts
            .take("", &source.id, move || place.clone(), self.diagnostics)
        {
            self.outline.parts.push(Part {
                id: source.id,
                number: source.number,
                title: source.title.0,
                certainty: source.certainty.into(),
                note: source.note,
            });
            Some(self.outline.parts.len() - 1)
        } else {
            // The chapters of a part that is not used are.
            let same = |part: &Part| part.id == source.id;
            self.outline.parts.iter().position(same)
        };
        for chapter in source.chapters {
            self.chapter(chapter, part);
        }
    }

    /// The place of the next chapter or part with an id.
    fn place(&mut self, id: &str) -> Place {
        let next = self.places.iter().position(|(other, _)| other == id);
        match next {
            Some(index) => self.places.remove(index).1,
            None => self.source.field("outline"),
        }
    }

    fn chapter(&mut self, source: ChapterSource, part: Option<usize>) {
        let id = source.id.0;
        let place = self.place(&id);
        let here = place.clone();
        let at = move || here.clone();
        if !self.ids.take("", &id, at, self.diagnostics) {
            return;
        }
        let starts = self.bound(source.starts, &id, &place);
        let ends = self.bound(source.ends, &id, &place);
        let backwards =
            matches!((starts.earliest, ends.latest), (Some(first), Some(last)) if first > last);
        if backwards {
            self.diagnostics.push(
                Diagnostic::at(
                    Code::PageOutsideBook,
                    place.clone(),
                    format!("chapter `{id}` ends before it starts"),
                )
                .label(format!("starts at {starts}, ends at {ends}"))
                .hint("its pages were not used; put the two ends right"),
            );
        }
        let last_page = self.source.value.edition.pages;
        let beyond = [starts.latest, ends.latest].into_iter().flatten().max();
        if let (Some(last), Some(page)) = (last_page, beyond)
            && page > last
        {
            self.diagnostics.push(
                Diagnostic::at(
                    Code::PageOutsideBook,
                    place,
                    format!("chapter `{id}` reaches page {page}"),
                )
                .label(format!("the edition has {last} pages"))
                .hint("put the chapter's pages or the edition's number of pages right"),
            );
        }
        self.outline.chapters.push(Chapter {
            id,
            number: source.number,
            part,
            title: source.title.0,
            starts: if backwards {
                PageBound::UNKNOWN
            } else {
                starts
            },
            ends: if backwards { PageBound::UNKNOWN } else { ends },
            certainty: source.certainty.into(),
            note: source.note,
            sections: source
                .sections
                .into_iter()
                .map(|section| section.0)
                .collect(),
        });
    }

    fn bound(&mut self, source: PageBoundSource, chapter: &str, place: &Place) -> PageBound {
        let (earliest, latest) = match source {
            PageBoundSource::Page(page) => (Some(page), Some(page)),
            PageBoundSource::Between(a, b) if a > b => {
                self.diagnostics.push(
                    Diagnostic::at(
                        Code::BadValue,
                        place.clone(),
                        format!("chapter `{chapter}` has a page between {a} and {b}"),
                    )
                    .label(format!("read as between {b} and {a}"))
                    .hint("the smaller page comes first"),
                );
                (Some(b), Some(a))
            }
            PageBoundSource::Between(a, b) => (Some(a), Some(b)),
            PageBoundSource::AtLeast(page) => (Some(page), None),
            PageBoundSource::AtMost(page) => (None, Some(page)),
            PageBoundSource::Unknown => (None, None),
        };
        PageBound { earliest, latest }
    }
}

impl From<CertaintySource> for Certainty {
    fn from(source: CertaintySource) -> Self {
        match source {
            CertaintySource::Low => Self::Low,
            CertaintySource::Medium => Self::Medium,
            CertaintySource::High => Self::High,
        }
    }
}
