//! A back-of-the-book index, in words.

mod rows;

use crate::index::{By, Index, Locator, Place};
use crate::map::Words;
use crate::model::{BookId, ConceptId, EntryId, Library};
use crate::text::collation::Initial;
use crate::text::particle;

pub use rows::csv;

/// An index with the words for it.
#[derive(Clone, Copy)]
pub(super) struct IndexWords<'a> {
    pub(super) library: &'a Library,
    pub(super) index: &'a Index,
    pub(super) by: By,
    pub(super) words: Words,
    /// Whether its entries are of several books.
    pub(super) several: bool,
}

/// How the pieces of a line are written.
pub(super) struct Pen<'a> {
    /// What stands as it is.
    pub(super) plain: &'a dyn Fn(&str) -> String,
    /// A place that treats the term.
    pub(super) strong: &'a dyn Fn(&str) -> String,
}

impl<'a> IndexWords<'a> {
    pub(super) fn new(
        library: &'a Library,
        index: &'a Index,
        entries: &[EntryId],
        by: By,
        words: Words,
    ) -> Self {
        let book = |entry: &EntryId| library.entry(*entry).book;
        let several = entries.first().map(book) != entries.last().map(book);
        Self {
            library,
            index,
            by,
            words,
            several,
        }
    }

    /// `찾아보기: 순서 파괴`.
    pub(super) fn title(&self, books: &[BookId]) -> String {
        let index = self.words.pick("찾아보기", "Index");
        let title = |&book: &BookId| self.library.book(book).title_in(self.words.language());
        let titles: Vec<&str> = books.iter().map(title).collect();
        format!("{index}: {}", titles.join(", "))
    }

    /// What the places are, and what it means that some stand out; the second
    /// part is to stand out itself.
    pub(super) fn around_strong(&self) -> (String, String) {
        let concepts = self.words.concepts(self.index.concept_count());
        let places = match (self.by, self.words.is_korean()) {
            (By::Pages, true) => "숫자는 책의 쪽",
            (By::Pages, false) => "numbers are pages of the book",
            (By::Entries, true) => "기록으로 가리킴",
            (By::Entries, false) => "places are entries",
        };
        let main = self
            .words
            .pick("자세히 다룬 곳", "where the term is treated");
        (format!("{concepts} · {places} · "), main.to_owned())
    }

    pub(super) fn initial(&self, initial: Initial) -> String {
        match initial {
            Initial::Hangul(letter) | Initial::Latin(letter) => letter.to_string(),
            Initial::Other => self
                .words
                .pick("숫자와 그 밖", "Numbers and others")
                .to_owned(),
        }
    }

    pub(super) fn label(&self, concept: ConceptId) -> &'a str {
        let concept = self.library.vocabulary().get(concept);
        concept.label_in(self.words.language())
    }

    /// `353–370, 383–391`; with the book before its places where there are
    /// several: `Clouds: 3, 9; Wheel: 12`.
    pub(super) fn locators(&self, locators: &[Locator], pen: &Pen<'_>) -> String {
        let by_book = locators.chunk_by(|a, b| a.book == b.book);
        let of_book = by_book.map(|locators| {
            let places: Vec<String> = locators.iter().map(|it| self.locator(it, pen)).collect();
            let places = places.join(", ");
            match self.several {
                true => format!("{}: {places}", (pen.plain)(self.book(locators[0].book))),
                false => places,
            }
        });
        of_book.collect::<Vec<_>>().join("; ")
    }

    fn locator(&self, locator: &Locator, pen: &Pen<'_>) -> String {
        let place = self.place(locator.place);
        match locator.main {
            true => (pen.strong)(&place),
            false => (pen.plain)(&place),
        }
    }

    /// A place by its pages, its day, or its entry.
    pub(super) fn place(&self, place: Place) -> String {
        match place {
            Place::Pages(pages) => pages.to_string(),
            Place::Date(date) => date.to_string(),
            Place::Entry(entry) => self.words.entry_name(self.library, entry),
        }
    }

    pub(super) fn book(&self, book: BookId) -> &'a str {
        self.library.book(book).title_in(self.words.language())
    }

    /// `참고`, `See also`.
    pub(super) fn see_also(&self) -> &'static str {
        self.words.pick("참고", "See also")
    }

    /// Labels with what Chicago puts between them.
    pub(super) fn labels(
        &self,
        concepts: &[ConceptId],
        write: &dyn Fn(ConceptId) -> String,
    ) -> String {
        let labels: Vec<String> = concepts.iter().map(|&it| write(it)).collect();
        labels.join(self.words.pick(", ", "; "))
    }

    /// The label of a subheading: a concept that is narrower, or one that the
    /// heading is named with.
    pub(super) fn subheading(&self, concept: ConceptId, narrower: bool) -> String {
        let label = self.label(concept);
        match (narrower, self.words.is_korean()) {
            (true, _) => label.to_owned(),
            (false, true) => format!("{label}{} 함께", particle::with(label)),
            (false, false) => format!("and {label}"),
        }
    }
}
