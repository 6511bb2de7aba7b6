//! What answers are told from.

use super::Line;
use crate::map::Words;
use crate::model::{BookId, ChapterId, ConceptId, EntryId, Library};
use crate::place::Placement;
use crate::render::phrases;
use crate::tag::Tagging;

/// A library as answers tell of it, in one language.
#[derive(Clone, Copy, Debug)]
pub struct AnswerSource<'a> {
    /// The library.
    pub library: &'a Library,
    /// What its entries are about.
    pub tagging: &'a Tagging,
    /// Where they belong.
    pub placement: &'a Placement,
    /// The language.
    pub words: Words,
}

impl<'a> AnswerSource<'a> {
    pub(in crate::render) fn label(&self, concept: ConceptId) -> &'a str {
        let concept = self.library.vocabulary().get(concept);
        concept.label_in(self.words.language())
    }

    pub(in crate::render) fn labels(&self, concepts: &[ConceptId]) -> String {
        let labels: Vec<&str> = concepts.iter().map(|&id| self.label(id)).collect();
        labels.join(", ")
    }

    /// The first few of some concepts: `구독, 스트리밍 +2`.
    pub(super) fn some_labels(&self, concepts: &[ConceptId], most: usize) -> Line {
        let shown = concepts.len().min(most);
        let mut line = Line::default();
        for (index, &concept) in concepts[..shown].iter().enumerate() {
            line = line.and(if index > 0 { ", " } else { "" });
            line = line.concept(self.label(concept));
        }
        match concepts.len() - shown {
            0 => line,
            more => line.faint(format!(" +{more}")),
        }
    }

    /// What two entries are both about.
    pub(super) fn shared(&self, concepts: &[ConceptId], most: usize) -> Line {
        let both = self.pick("함께 다룬 개념: ", "both about: ");
        Line::plain(both).and_line(self.some_labels(concepts, most))
    }

    /// `25일차 (p411–418)`.
    pub(in crate::render) fn entry(&self, entry: EntryId) -> String {
        self.words.entry(self.library, entry)
    }

    /// The same with the title of its book where there are several.
    pub(super) fn entry_of_book(&self, entry: EntryId) -> String {
        let book = self.library.book_of(entry);
        let name = self.entry(entry);
        self.book(book)
            .map_or(name.clone(), |title| format!("{name}, {title}"))
    }

    /// Chapters in short, those of one book together and after its title where there
    /// are several: `9장, 10장`.
    pub(super) fn chapters(&self, chapters: &[Option<ChapterId>]) -> String {
        let book = |chapter: &Option<ChapterId>| chapter.map(|chapter| chapter.book);
        let of_books = chapters.chunk_by(|a, b| book(a) == book(b));
        let told = of_books.map(|chapters| {
            let names = chapters.iter().map(|chapter| match chapter {
                Some(chapter) => self.words.short_chapter(self.library, *chapter),
                None => self.pick("장 미상", "chapter unknown").to_owned(),
            });
            let names = names.collect::<Vec<_>>().join(", ");
            match book(&chapters[0]).and_then(|book| self.book(book)) {
                Some(title) => format!("{title} {names}"),
                None => names,
            }
        });
        told.collect::<Vec<_>>().join("; ")
    }

    /// The title of a book, where there are several.
    pub(super) fn book(&self, book: BookId) -> Option<&'a str> {
        let title = || self.library.book(book).title_in(self.words.language());
        (self.library.book_count() > 1).then(title)
    }

    /// `day-25`, with its book's where there are several.
    pub(in crate::render) fn entry_id(&self, entry: EntryId) -> String {
        phrases::entry_id(self.library, entry)
    }

    /// A sentence of an entry's text.
    pub(in crate::render) fn sentence(&self, entry: EntryId, sentence: u32) -> Option<&'a str> {
        let range = self.tagging.sentences(entry).nth(sentence as usize)?;
        self.library.entry(entry).text.get(range)
    }

    /// What tables say of an entry: its id, its date and its pages.
    pub(in crate::render) fn entry_cells(&self, id: EntryId) -> [String; 3] {
        let entry = self.library.entry(id);
        [
            self.entry_id(id),
            entry.date.map(|date| date.to_string()).unwrap_or_default(),
            entry
                .pages
                .map(|pages| pages.to_string())
                .unwrap_or_default(),
        ]
    }

    pub(in crate::render) fn pick(&self, korean: &'a str, english: &'a str) -> &'a str {
        self.words.pick(korean, english)
    }
}
