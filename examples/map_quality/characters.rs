//! A book of the Stanford GraphBase as a library: a chapter is an entry, and
//! everyone who meets is named in one sentence.

use crate::graphbase::{Book, Chapter};
use bookgraph::model::{self, BookId, Concept, Entry, Language, Library, LocalText, Vocabulary};

/// The library of a book.
///
/// Its concepts are named by words that are unlike each other, so that
/// who is in a sentence is certain; [`name`] gives the character's own name.
pub(crate) fn library(book: &Book) -> Library {
    let title = LocalText::new(Language::ENGLISH, book.title.clone());
    let outline = model::Book {
        id: "book".to_owned(),
        title,
        ..model::Book::default()
    };
    let concepts = (0..book.characters.len()).map(|character| Concept {
        id: format!("c{character:04}"),
        label: LocalText::new(Language::ENGLISH, word(character)),
        ..Concept::default()
    });
    let entries = book.chapters.iter().enumerate();
    Library::new(
        vec![outline],
        entries
            .map(|(index, chapter)| entry(index, chapter))
            .collect(),
        Vocabulary::new(concepts.collect()),
    )
}

/// The name of the character that a concept stands for.
pub(crate) fn name<'a>(book: &'a Book, concept: &Concept) -> &'a str {
    let index: Option<usize> = concept.id[1..].parse().ok();
    index.map_or("", |index| &book.characters[index])
}

fn entry(index: usize, chapter: &Chapter) -> Entry {
    let sentence = |group: &Vec<usize>| {
        let words: Vec<String> = group.iter().map(|&character| word(character)).collect();
        words.join(" and ") + ".\n"
    };
    Entry {
        id: format!("{index:04}"),
        book: BookId::from(0_usize),
        title: chapter.name.clone(),
        text: chapter.groups.iter().map(sentence).collect(),
        ..Entry::default()
    }
}

/// A word for a number: `xbaabx` for 16, from the letters a to h.
fn word(number: usize) -> String {
    let letter = |digit: usize| char::from(b'a' + (number >> (3 * digit) & 7) as u8);
    let letters: String = (0..4).map(letter).collect();
    format!("x{letters}x")
}
