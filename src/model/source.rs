//! Where a library is read from, piece by piece, when it is stored.

use super::{
    Book, BookId, Clue, Concept, ConceptId, EntryId, EntryReference, EntrySource, MarkdownSettings,
    SavedQuery,
};
use std::fmt::Debug;

/// Books and entries of a stored library.
pub trait LibrarySource: EntrySource {
    /// How many entries each book has.
    fn entries_of_book(&self) -> Vec<usize>;

    /// One book.
    fn book(&self, id: BookId) -> Book;

    /// All books.
    fn books(&self) -> Vec<Book>;

    /// The books among which is the one with a user's id, if there is one.
    fn books_called(&self, id: &str) -> Vec<BookId>;

    /// The entries among which are all of which a clue is true, in any order.
    fn entries_with(&self, clue: &Clue<'_>) -> Vec<EntryId>;

    /// For each entry its [`super::Library::reading_position`].
    fn reading_positions(&self) -> Vec<u32>;

    /// The saved queries.
    fn queries(&self) -> Vec<SavedQuery>;

    /// The links between entries, by where they stand.
    fn references(&self) -> Vec<EntryReference>;

    /// How Markdown notes are read.
    fn markdown(&self) -> MarkdownSettings;
}

/// Concepts of a stored vocabulary.
pub trait ConceptSource: Debug + Send + Sync {
    /// How many there are.
    fn count(&self) -> usize;

    /// One of them, as the vocabulary completes it.
    fn concept(&self, id: ConceptId) -> Concept;

    /// All of them.
    fn concepts(&self) -> Vec<Concept>;

    /// The concepts among which is the one with a user's id, if there is one.
    fn concepts_called(&self, id: &str) -> Vec<ConceptId>;

    /// The concepts among which are all with a name or an id that folds so, in any
    /// order.
    fn concepts_named(&self, key: &[u8]) -> Vec<ConceptId>;

    /// The words that the reader does not want as concepts.
    fn dismissed(&self) -> Vec<String>;
}
