//! Books, entries and concepts as notes that link to each other by their names.

use super::exported::Exported;
use super::file_names::FileNames;
use crate::model::{BookId, ConceptId, EntryId};

/// The names of all notes. No two have the same, as links go by names.
#[derive(Debug)]
pub(super) struct Pages {
    books: Vec<String>,
    concepts: Vec<String>,
    entries: Vec<String>,
}

impl Pages {
    /// Concepts have the first choice, as they are linked to by hand.
    pub(super) fn of(exported: &Exported<'_>) -> Self {
        let (library, language) = (exported.library, exported.language);
        let mut names = FileNames::default();
        let mut concepts = vec![String::new(); library.vocabulary().len()];
        for &concept in &exported.concepts {
            concepts[concept.index()] = names.give(exported.label(concept));
        }
        let mut books = vec![String::new(); library.books().len()];
        for &book in &exported.books {
            books[book.index()] = names.give(library.book(book).title_in(language));
        }
        let entries = exported.entries.iter();
        let entries = entries.map(|&entry| names.give(&library.read_entry(entry).title));
        Self {
            entries: entries.collect(),
            books,
            concepts,
        }
    }

    pub(super) fn book(&self, book: BookId) -> &str {
        &self.books[book.index()]
    }

    pub(super) fn concept(&self, concept: ConceptId) -> &str {
        &self.concepts[concept.index()]
    }

    /// The name of the entry that is exported as the `at`th, from 0.
    pub(super) fn entry(&self, at: usize) -> &str {
        &self.entries[at]
    }
}

/// What is said of a concept's links on its note.
#[derive(Debug)]
pub(super) struct Neighbours {
    /// For each concept of the vocabulary those named together with it, the strongest
    /// first.
    together: Vec<Vec<(f32, ConceptId)>>,
}

/// As many concepts that are named together are told.
const TOLD: usize = 10;

impl Neighbours {
    pub(super) fn of(exported: &Exported<'_>) -> Self {
        let mut together = vec![Vec::new(); exported.library.vocabulary().len()];
        for pair in exported.pairs() {
            together[pair.a.index()].push((pair.weight, pair.b));
            together[pair.b.index()].push((pair.weight, pair.a));
        }
        for of_it in &mut together {
            of_it.sort_by(|x: &(f32, ConceptId), y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
            of_it.truncate(TOLD);
        }
        Self { together }
    }

    /// The concepts named together with one, the strongest first.
    pub(super) fn of_concept(&self, concept: ConceptId) -> impl Iterator<Item = ConceptId> {
        self.together[concept.index()]
            .iter()
            .map(|&(_, other)| other)
    }
}

impl Exported<'_> {
    /// The other names of a concept, each once: labels in other languages, aliases.
    pub(super) fn other_names(&self, concept: ConceptId) -> Vec<&str> {
        let label = self.label(concept);
        let concept = self.library.vocabulary().get(concept);
        let labels = concept.label.iter().map(|(_, text)| text);
        let aliases = concept.aliases.iter().map(|alias| alias.text.as_str());
        let mut names: Vec<&str> = Vec::new();
        for name in labels.chain(aliases) {
            if name != label && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// The exported entries about a concept, by their places among the exported.
    pub(super) fn entries_about(&self, concept: ConceptId) -> impl Iterator<Item = usize> {
        let entries = self.tagging.about(concept).map(|tag| tag.entry);
        entries.filter_map(|entry: EntryId| self.position(entry))
    }
}
