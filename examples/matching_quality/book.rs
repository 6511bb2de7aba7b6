//! A book with index marks: does a method find the entries that the author
//! marked for each term of the index?

use crate::baseline::Literal;
use crate::read::{self, BookConcept, MarkedBook};
use crate::score::{Row, Score};
use bookgraph::model::{Alias, Book, BookId, Entry, Library, Vocabulary};
use bookgraph::tag::{Tag, Tagging};
use std::collections::{BTreeMap, BTreeSet};

/// An entry and a concept, by their ids.
type Pair<'a> = (&'a str, &'a str);

/// What each method reaches on the terms at the root of the index; the marks of
/// a sub-term count for its root. Precision is taken on the entries that have a
/// mark at all, since authors mark what they like: it is a lower bound.
pub(crate) fn measure(dataset: &str, book: &MarkedBook, errors: bool) -> Vec<Row> {
    let vocabulary = vocabulary(book);
    let gold = gold(book);
    let marked: BTreeSet<&str> = gold.iter().map(|(entry, _)| *entry).collect();
    let literal = |words| literal(book, &vocabulary, words);
    let ours = |wanted: &dyn Fn(&Tag) -> bool| ours(book, &vocabulary, wanted);
    let methods = [
        ("substring", literal(false)),
        ("word-boundary", literal(true)),
        ("bookgraph", ours(&|_| true)),
        ("bookgraph-s05", ours(&|tag| tag.salience >= 0.05)),
        ("bookgraph-sure", ours(&|tag| tag.sure)),
        ("bookgraph-salient", ours(&|tag| !tag.is_passing())),
    ];
    let rows = methods.into_iter().map(|(method, found)| {
        if errors && method == "bookgraph" {
            show_errors(&found, &gold);
        }
        let right = found.intersection(&gold).count();
        let inside = found
            .iter()
            .filter(|(entry, _)| marked.contains(entry))
            .count();
        let score = Score {
            right,
            wrong: inside - right,
            missing: gold.len() - right,
        };
        let everywhere = Score {
            wrong: found.len() - right,
            ..score
        };
        Row::new(dataset, method, score)
            .with("p-all", everywhere.precision())
            .with("f1-all", everywhere.f1())
            .with("marks", gold.len() as f64)
    });
    rows.collect()
}

/// The terms at the root, with their names.
fn vocabulary(book: &MarkedBook) -> Vocabulary {
    let roots = book
        .concepts
        .iter()
        .filter(|concept| concept.parent.is_none());
    let concepts = roots.map(|root| {
        let names = std::iter::once(&root.label).chain(&root.aliases);
        let alias = |text: &String| Alias {
            text: text.clone(),
            language: read::language(&book.lang),
            ..Alias::default()
        };
        read::concept(&root.id, names.map(alias).collect())
    });
    Vocabulary::new(concepts.collect())
}

/// The marks, each for the root of its term.
fn gold(book: &MarkedBook) -> BTreeSet<Pair<'_>> {
    let by_id: BTreeMap<&str, &BookConcept> = book
        .concepts
        .iter()
        .map(|concept| (concept.id.as_str(), concept))
        .collect();
    let root = |id| {
        let mut concept: Option<&&BookConcept> = by_id.get(id);
        // A term cannot be deeper than there are terms.
        for _ in 0..by_id.len() {
            match concept.and_then(|concept| concept.parent.as_deref()) {
                Some(parent) => concept = by_id.get(parent),
                None => break,
            }
        }
        concept.map(|concept| concept.id.as_str())
    };
    let marks = book.gold.iter().flat_map(|(entry, concepts)| {
        let roots = concepts.iter().filter_map(|id| root(id.as_str()));
        roots.map(move |root| (entry.as_str(), root))
    });
    marks.collect()
}

fn literal<'a>(book: &'a MarkedBook, vocabulary: &Vocabulary, words: bool) -> BTreeSet<Pair<'a>> {
    let Ok(literal) = Literal::new(vocabulary, words) else {
        return BTreeSet::new();
    };
    let ids = root_ids(book);
    let mut found = BTreeSet::new();
    for entry in &book.entries {
        for text in [&entry.title, &entry.text] {
            let concepts = literal
                .find(text)
                .into_iter()
                .map(|(concept, _)| ids[concept]);
            found.extend(concepts.map(|concept| (entry.id.as_str(), concept)));
        }
    }
    found
}

/// The root terms in the order of the vocabulary.
fn root_ids(book: &MarkedBook) -> Vec<&str> {
    let roots = book
        .concepts
        .iter()
        .filter(|concept| concept.parent.is_none());
    roots.map(|root| root.id.as_str()).collect()
}

/// The tags that are wanted.
fn ours<'a>(
    book: &'a MarkedBook,
    vocabulary: &Vocabulary,
    wanted: &dyn Fn(&Tag) -> bool,
) -> BTreeSet<Pair<'a>> {
    let library = library(book, vocabulary);
    let tagging = Tagging::of(&library);
    let ids = root_ids(book);
    let entry_ids: BTreeMap<&str, &str> = book
        .entries
        .iter()
        .map(|entry| (entry.id.as_str(), entry.id.as_str()))
        .collect();
    let tags = tagging.all_tags().iter().filter(|tag| wanted(tag));
    let pair = |tag: &Tag| {
        let entry = library.entry(tag.entry).id.as_str();
        (entry_ids[entry], ids[tag.concept.index()])
    };
    tags.map(pair).collect()
}

fn library(book: &MarkedBook, vocabulary: &Vocabulary) -> Library {
    let entries = book.entries.iter().map(|entry| Entry {
        id: entry.id.clone(),
        book: BookId::from(0),
        day: Some(entry.order),
        title: entry.title.clone(),
        text: entry.text.clone(),
        ..Entry::default()
    });
    let of_book = Book {
        id: "book".to_owned(),
        language: read::language(&book.lang),
        ..Book::default()
    };
    Library::new(vec![of_book], entries.collect(), vocabulary.clone())
}

fn show_errors(found: &BTreeSet<Pair<'_>>, gold: &BTreeSet<Pair<'_>>) {
    for (entry, concept) in gold.difference(found) {
        crate::eprint(&format!("missed {concept} in {entry}"));
    }
}
