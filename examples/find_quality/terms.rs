//! What is asked for, and which entries should be found.

use crate::marked_book::{BookConcept, MarkedBook};
use std::collections::{BTreeMap, BTreeSet};

/// Which terms of an index are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Each for itself, a sub-term too.
    Leaf,
    /// Those at the root, with the marks of their sub-terms.
    Root,
}

impl Mode {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Leaf => "leaf",
            Self::Root => "root",
        }
    }
}

/// A term, its names, and the entries that its author marked.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    /// The id of the term.
    pub(crate) id: String,
    /// Label and aliases; of a term that is only a part of ids, that part.
    pub(crate) names: Vec<String>,
    /// The id and the label of the term above.
    pub(crate) parent: Option<(String, String)>,
    /// The terms beneath one at the root, by their ids: each with its names.
    pub(crate) narrower: Vec<(String, Vec<String>)>,
    /// The marked entries, as positions in the book.
    pub(crate) marked: BTreeSet<usize>,
}

/// Terms marked in more than this share of the entries are left out: there is
/// nothing to rank.
const MOST: f64 = 0.25;

/// The terms of a book that are marked somewhere, by their ids.
pub(crate) fn terms(book: &MarkedBook, mode: Mode) -> Vec<Term> {
    let positions: BTreeMap<&str, usize> = book
        .entries
        .iter()
        .enumerate()
        .map(|(at, entry)| (entry.id.as_str(), at))
        .collect();
    let concepts: BTreeMap<&str, &BookConcept> = book
        .concepts
        .iter()
        .map(|concept| (concept.id.as_str(), concept))
        .collect();
    let mut marks: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (entry, ids) in &book.gold {
        for id in ids {
            let id = match mode {
                Mode::Leaf => id,
                Mode::Root => id.split('/').next().unwrap_or(id),
            };
            marks
                .entry(id)
                .or_default()
                .insert(positions[entry.as_str()]);
        }
    }
    let most = MOST * book.entries.len() as f64;
    let few = |(_, marked): &(&str, BTreeSet<usize>)| marked.len() as f64 <= most;
    let term = |(id, marked)| Term {
        narrower: match mode {
            Mode::Leaf => Vec::new(),
            Mode::Root => beneath(&concepts, id),
        },
        ..term(&concepts, id, marked)
    };
    marks.into_iter().filter(few).map(term).collect()
}

fn term(concepts: &BTreeMap<&str, &BookConcept>, id: &str, marked: BTreeSet<usize>) -> Term {
    let names = match concepts.get(id) {
        Some(concept) => names(concept),
        None => vec![id.to_owned()],
    };
    let above = id
        .rsplit_once('/')
        .and_then(|(above, _)| concepts.get(above));
    Term {
        id: id.to_owned(),
        names,
        parent: above.map(|above| (above.id.clone(), above.label.clone())),
        narrower: Vec::new(),
        marked,
    }
}

/// Label and aliases.
fn names(concept: &BookConcept) -> Vec<String> {
    let label = std::iter::once(&concept.label);
    label.chain(&concept.aliases).cloned().collect()
}

/// The terms whose ids begin with this one's.
fn beneath(concepts: &BTreeMap<&str, &BookConcept>, id: &str) -> Vec<(String, Vec<String>)> {
    let start = format!("{id}/");
    let from = concepts.range(start.as_str()..);
    from.take_while(|(id, _)| id.starts_with(&start))
        .map(|(id, concept)| ((*id).to_owned(), names(concept)))
        .collect()
}

impl Term {
    /// All its names and its parent's, as one text.
    pub(crate) fn words(&self) -> String {
        let parent = self.parent.iter().map(|(_, label)| label);
        let names: Vec<&str> = self
            .names
            .iter()
            .chain(parent)
            .map(String::as_str)
            .collect();
        names.join(" ")
    }

    /// The same with the names of all terms beneath.
    pub(crate) fn words_with_narrower(&self) -> String {
        let narrower = self.narrower.iter().flat_map(|(_, names)| names);
        let names: Vec<&str> = narrower.map(String::as_str).collect();
        format!("{} {}", self.words(), names.join(" "))
    }
}
