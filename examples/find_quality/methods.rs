//! The methods that are compared.

use crate::baseline::Baseline;
use crate::marked_book::{MarkedBook, language};
use crate::measures::Row;
use crate::terms::{Mode, Term};
use bookgraph::model::{Book, BookId, Entry, EntryId, Library, Vocabulary};
use bookgraph::search::{Question, TextIndex, search};

/// What each method reaches on the terms of a book.
pub(crate) fn measure(dataset: &str, book: &MarkedBook, mode: Mode, terms: &[Term]) -> Vec<Row> {
    let library = library(book);
    let index = TextIndex::of(&library);
    let row = |method, rankings: Vec<Vec<usize>>| Row::new(dataset, mode, method, terms, &rankings);
    let texts = book.entries.iter();
    let baseline = Baseline::new(texts.map(|entry| (entry.title.as_str(), entry.text.as_str())));
    let of_baseline = terms.iter().map(|term| baseline.rank(&term.words()));
    let of_search = terms.iter().map(|term| searched(&library, &index, term));
    vec![
        row("bm25", of_baseline.collect()),
        row("search", of_search.collect()),
    ]
}

/// The entries that have any of a term's words.
fn searched(library: &Library, index: &TextIndex, term: &Term) -> Vec<usize> {
    let all: Vec<EntryId> = library.entry_ids().collect();
    let Ok(question) = Question::of_words(&term.words()) else {
        return Vec::new();
    };
    let found = search(index, &question.any(), &all);
    found
        .iter()
        .map(|found| position(library, found.entry))
        .collect()
}

/// Where an entry stands in the book, which its line keeps.
fn position(library: &Library, entry: EntryId) -> usize {
    library.entry(entry).line
}

fn library(book: &MarkedBook) -> Library {
    let entries = book.entries.iter().enumerate().map(|(at, entry)| Entry {
        id: entry.id.clone(),
        book: BookId::from(0),
        day: Some(entry.order),
        title: entry.title.clone(),
        text: entry.text.clone(),
        line: at,
        ..Entry::default()
    });
    let of_book = Book {
        id: "book".to_owned(),
        language: language(&book.lang),
        ..Book::default()
    };
    Library::new(vec![of_book], entries.collect(), Vocabulary::default())
}
