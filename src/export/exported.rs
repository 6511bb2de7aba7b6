//! What is exported: books, chapters, entries and concepts, and what links them, read
//! from a library once for all exporters.

use super::names::EntryNames;
use super::pair::{Pair, pairs};
use crate::graph::EntryLinks;
use crate::model::{BookId, ConceptId, EntryId, Language, Library};
use crate::place::Placement;
use crate::tag::Tagging;
use std::convert::Infallible;
use std::sync::OnceLock;

/// Each entry is linked to this many most similar ones, as in the graph.
const LINKS_PER_ENTRY: usize = 2;

/// Some entries of a library with all they need: their books with the chapters, the
/// concepts they are about and what is more general, and the links among these. What
/// has to be counted is counted when an exporter asks for it.
#[derive(Debug)]
pub struct Exported<'a> {
    pub(super) library: &'a Library,
    pub(super) tagging: &'a Tagging,
    pub(super) placement: &'a Placement,
    pub(super) language: Language,
    pub(super) books: Vec<BookId>,
    pub(super) entries: Vec<EntryId>,
    pub(super) concepts: Vec<ConceptId>,
    /// For each concept of the vocabulary whether it is exported.
    has_concept: Vec<bool>,
    pub(super) names: OnceLock<EntryNames>,
    pairs: OnceLock<Vec<Pair>>,
    links: OnceLock<EntryLinks<'a>>,
}

impl<'a> Exported<'a> {
    /// All of a library; concepts go by their labels in a language.
    pub fn all(
        library: &'a Library,
        tagging: &'a Tagging,
        placement: &'a Placement,
        language: Language,
    ) -> Self {
        let concepts = vec![true; library.vocabulary().len()];
        let entries = library.entry_ids().collect();
        let books = library.book_ids().collect();
        Self::of(
            (library, tagging, placement),
            language,
            (books, entries),
            concepts,
        )
    }

    /// Some entries of a library, in its order, and what goes with them.
    pub fn some(
        library: &'a Library,
        tagging: &'a Tagging,
        placement: &'a Placement,
        language: Language,
        mut entries: Vec<EntryId>,
    ) -> Self {
        entries.sort_unstable();
        let mut books: Vec<BookId> = entries
            .iter()
            .map(|&entry| library.book_of(entry))
            .collect();
        books.dedup();
        let concepts = concepts_of(library, tagging, &entries);
        Self::of(
            (library, tagging, placement),
            language,
            (books, entries),
            concepts,
        )
    }

    fn of(
        (library, tagging, placement): (&'a Library, &'a Tagging, &'a Placement),
        language: Language,
        (books, entries): (Vec<BookId>, Vec<EntryId>),
        has_concept: Vec<bool>,
    ) -> Self {
        let ids = library.vocabulary().ids();
        Self {
            library,
            tagging,
            placement,
            language,
            books,
            entries,
            concepts: ids.filter(|id| has_concept[id.index()]).collect(),
            has_concept,
            names: OnceLock::new(),
            pairs: OnceLock::new(),
            links: OnceLock::new(),
        }
    }

    /// How many entries there are.
    pub fn entry_count(&self) -> usize {
        self.entries.len()
    }

    /// Whether a concept is exported.
    pub(super) fn has(&self, concept: ConceptId) -> bool {
        self.has_concept[concept.index()]
    }

    /// Which of the exported entries one is, counted from 0, if it is one.
    pub(super) fn position(&self, entry: EntryId) -> Option<usize> {
        self.entries.binary_search(&entry).ok()
    }

    /// The pairs of concepts that the entries name together, by concepts.
    pub(super) fn pairs(&self) -> &[Pair] {
        self.pairs
            .get_or_init(|| pairs(self.library, self.tagging, &self.entries))
    }

    /// The links of each entry to those most like it, by entries.
    pub(super) fn links(&self) -> &EntryLinks<'a> {
        let (library, tagging, entries) = (self.library, self.tagging, &self.entries);
        self.links
            .get_or_init(|| EntryLinks::of(library, tagging, entries, LINKS_PER_ENTRY))
    }

    /// The ids of the entries as nodes; those who wrote the nodes have them.
    pub(super) fn names(&self) -> &EntryNames {
        self.names.get_or_init(|| {
            let mut names = EntryNames::default();
            let named = self.library.each_brief(&self.entries, |id, brief| {
                names.add(self.library.book(self.library.book_of(id)), brief);
                Ok::<(), Infallible>(())
            });
            let Ok(()) = named;
            names
        })
    }

    /// The label of a concept.
    pub(super) fn label(&self, concept: ConceptId) -> &'a str {
        self.library
            .vocabulary()
            .get(concept)
            .label_in(self.language)
    }
}

/// For each concept whether entries are about it or about something narrower.
fn concepts_of(library: &Library, tagging: &Tagging, entries: &[EntryId]) -> Vec<bool> {
    let vocabulary = library.vocabulary();
    let mut has = vec![false; vocabulary.len()];
    let tags = entries.iter().flat_map(|&entry| tagging.tags(entry));
    let mut open: Vec<ConceptId> = tags.map(|tag| tag.concept).collect();
    while let Some(concept) = open.pop() {
        if !std::mem::replace(&mut has[concept.index()], true) {
            open.extend(&vocabulary.get(concept).broader);
        }
    }
    has
}
