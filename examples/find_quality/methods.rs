//! The methods that are compared.

use crate::baseline::Baseline;
use crate::library::{library, position};
use crate::marked_book::MarkedBook;
use crate::measures::Row;
use crate::terms::{Mode, Term};
use bookgraph::model::{ConceptId, EntryId, Library};
use bookgraph::place::Placement;
use bookgraph::query::Ranker;
use bookgraph::search::{Question, TextIndex, search};
use bookgraph::tag::Tagging;

/// What each method reaches on the terms of a book.
pub(crate) fn measure(dataset: &str, book: &MarkedBook, mode: Mode, terms: &[Term]) -> Vec<Row> {
    let library = library(book, terms);
    let index = TextIndex::of(&library);
    let row = |method, rankings: Vec<Vec<usize>>| Row::new(dataset, mode, method, terms, &rankings);
    let texts = book.entries.iter();
    let baseline = Baseline::new(texts.map(|entry| (entry.title.as_str(), entry.text.as_str())));
    let of_baseline = terms.iter().map(|term| baseline.rank(&term.words()));
    let of_search = terms.iter().map(|term| searched(&library, &index, term));
    let mut rows = vec![
        row("bm25", of_baseline.collect()),
        row("search", of_search.collect()),
        row("find-asked", found(&library, &index, terms.len(), false)),
    ];
    if mode == Mode::Root {
        let wide = terms
            .iter()
            .map(|term| baseline.rank(&term.words_with_narrower()));
        rows.push(row("bm25-narrower", wide.collect()));
        rows.push(row("find", found(&library, &index, terms.len(), true)));
    }
    rows
}

/// The entries that have any of a term's words, as `search --any` ranks them.
fn searched(library: &Library, index: &TextIndex, term: &Term) -> Vec<usize> {
    let all: Vec<EntryId> = library.entry_ids().collect();
    let Ok(question) = Question::of_words(&term.words()) else {
        return Vec::new();
    };
    let found = search(index, &question.any(), &all);
    let entries = found.iter().map(|found| found.entry);
    entries.map(|entry| position(library, entry)).collect()
}

/// The entries about each term, as `find --sort relevance` ranks them, and those
/// that have only words of its names; with what is narrower, or with
/// `--no-narrower`.
fn found(
    library: &Library,
    index: &TextIndex,
    terms: usize,
    with_narrower: bool,
) -> Vec<Vec<usize>> {
    let tagging = Tagging::of(library);
    let placement = Placement::of(library);
    let ranker = Ranker::new(library, &tagging, &placement, index);
    let rank = |term| {
        let asked = ConceptId::from(term);
        let narrower = match with_narrower {
            true => library.vocabulary().narrower_closure(asked),
            false => vec![asked],
        };
        let ranked = ranker.rank(&[asked], &narrower[1..]);
        let entries = ranked.iter().map(|(entry, _)| *entry);
        entries.map(|entry| position(library, entry)).collect()
    };
    (0..terms).map(rank).collect()
}
