//! A book as a library: its sections or pages as entries, its terms as concepts.

use crate::marked_book::{MarkedBook, language};
use crate::terms::Term;
use bookgraph::model::{
    Alias, Book, BookId, Chapter, Concept, ConceptId, Entry, EntryId, Library, LocalText, Outline,
    PageBound, Vocabulary,
};
use std::collections::BTreeMap;

/// A library of one book, with a concept for each of the terms, in their order,
/// and for the terms right above and all beneath them.
pub(crate) fn library(book: &MarkedBook, terms: &[Term]) -> Library {
    let mut chapters: Vec<String> = Vec::new();
    let entries = book.entries.iter().enumerate().map(|(at, entry)| {
        let name = entry.chapter.to_string();
        let known = chapters.iter().position(|chapter| *chapter == name);
        let chapter = known.unwrap_or_else(|| {
            chapters.push(name);
            chapters.len() - 1
        });
        Entry {
            id: entry.id.clone(),
            book: BookId::from(0),
            day: Some(entry.order),
            chapters: vec![chapter as u32],
            title: entry.title.clone(),
            text: entry.text.clone(),
            line: at,
            ..Entry::default()
        }
    });
    let entries = entries.collect();
    let of_book = Book {
        id: "book".to_owned(),
        language: language(&book.lang),
        outline: Outline {
            chapters: chapters.into_iter().map(chapter).collect(),
            ..Outline::default()
        },
        ..Book::default()
    };
    Library::new(vec![of_book], entries, vocabulary(book, terms))
}

/// Where an entry stands in the book, which its line keeps.
pub(crate) fn position(library: &Library, entry: EntryId) -> usize {
    library.entry(entry).line
}

fn chapter(id: String) -> Chapter {
    Chapter {
        id,
        number: None,
        part: None,
        title: LocalText::default(),
        starts: PageBound::UNKNOWN,
        ends: PageBound::UNKNOWN,
        certainty: bookgraph::model::Certainty::High,
        note: None,
        sections: Vec::new(),
    }
}

fn vocabulary(book: &MarkedBook, terms: &[Term]) -> Vocabulary {
    let language = language(&book.lang);
    let concept = |id: &str, names: &[String]| {
        let (label, aliases) = names.split_first().expect("a term has a name");
        let alias = |text: &String| Alias {
            text: text.clone(),
            language,
            ..Alias::default()
        };
        Concept {
            id: id.to_owned(),
            label: LocalText::new(language, label),
            aliases: aliases.iter().map(alias).collect(),
            ..Concept::default()
        }
    };
    let mut concepts: Vec<Concept> = terms
        .iter()
        .map(|term| concept(&term.id, &term.names))
        .collect();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    known.extend(
        terms
            .iter()
            .enumerate()
            .map(|(at, term)| (term.id.clone(), at)),
    );
    for (at, term) in terms.iter().enumerate() {
        for (id, names) in &term.narrower {
            let mut narrower = concept(id, names);
            narrower.broader.push(ConceptId::from(at));
            concepts.push(narrower);
        }
        let Some((id, label)) = &term.parent else {
            continue;
        };
        let above = *known.entry(id.clone()).or_insert_with(|| {
            concepts.push(concept(id, std::slice::from_ref(label)));
            concepts.len() - 1
        });
        concepts[at].broader.push(ConceptId::from(above));
    }
    Vocabulary::new(concepts)
}
