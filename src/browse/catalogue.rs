//! What there is to pick from.

use crate::map::Words;
use crate::model::{ConceptId, EntryId, Library};
use crate::place::Placement;
use crate::query::TypedNames;
use crate::tag::{Origin, Tagging};
use std::cmp::Reverse;

/// A library, and the order of its concepts.
#[derive(Debug)]
pub struct Catalogue {
    pub(super) library: Library,
    pub(super) tagging: Tagging,
    pub(super) placement: Placement,
    pub(super) words: Words,
    names: TypedNames,
    /// By the vocabulary: entries about the concept or a narrower one, and the
    /// books they are of.
    pub(super) counts: Vec<(u32, u32)>,
    /// The concepts, those on the most entries first.
    order: Vec<ConceptId>,
    /// By the vocabulary: places in `order`.
    places: Vec<u32>,
    /// The entries that may be shown.
    kept: Vec<bool>,
    /// Whether these are of several books.
    pub(super) several_books: bool,
}

/// A concept in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ConceptRow {
    pub(super) concept: ConceptId,
    /// The name that fits what was typed.
    pub(super) name: Option<u32>,
}

/// An entry in the list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EntryRow {
    /// The entry.
    pub entry: EntryId,
    /// The concept it is about: the chosen one, or a narrower one.
    pub concept: ConceptId,
    /// Who says so.
    pub origin: Origin,
    /// How often it names it.
    pub mentions: u32,
    /// Whether it names it only in passing.
    pub passing: bool,
}

impl Catalogue {
    /// Of some entries of a library, which are in reading order.
    pub fn new(
        library: Library,
        tagging: Tagging,
        placement: Placement,
        entries: &[EntryId],
        words: Words,
    ) -> Self {
        let mut kept = vec![false; library.entries().len()];
        for entry in entries {
            kept[entry.index()] = true;
        }
        let counts = counts(&library, &tagging, &kept);
        let mut order: Vec<ConceptId> = library.vocabulary().ids().collect();
        order.sort_by_key(|concept| (Reverse(counts[concept.index()]), *concept));
        let mut places = vec![0; order.len()];
        for (place, concept) in order.iter().enumerate() {
            places[concept.index()] = place as u32;
        }
        let book = |entry: &EntryId| library.entry(*entry).book;
        let several_books = entries.first().map(book) != entries.last().map(book);
        Self {
            names: TypedNames::of(&library),
            library,
            tagging,
            placement,
            words,
            counts,
            order,
            places,
            kept,
            several_books,
        }
    }

    /// The concepts that fit what was typed, the best first; all when nothing is.
    pub(super) fn concepts(&self, typed: &str) -> Vec<ConceptRow> {
        let Some(mut hits) = self.names.find(typed) else {
            let all = self.order.iter();
            return all
                .map(|&concept| ConceptRow {
                    concept,
                    name: None,
                })
                .collect();
        };
        hits.sort_by_key(|hit| (hit.fit, self.places[hit.concept.index()]));
        let rows = hits.into_iter();
        rows.map(|hit| ConceptRow {
            concept: hit.concept,
            name: Some(hit.name),
        })
        .collect()
    }

    /// A concept's label.
    pub(super) fn label(&self, concept: ConceptId) -> &str {
        let concept = self.library.vocabulary().get(concept);
        concept.label_in(self.words.language())
    }

    /// The name that fits what was typed, unless it is the label.
    pub(super) fn other_name(&self, row: ConceptRow) -> Option<&str> {
        let name = self.names.name(row.name?);
        (name != self.label(row.concept)).then_some(name)
    }

    /// The entries about a concept or a narrower one, in reading order; those that
    /// name it in passing come after the others.
    pub(super) fn entries(&self, concept: ConceptId) -> Vec<EntryRow> {
        let mut rows: Vec<EntryRow> = Vec::new();
        for tagged in self.library.vocabulary().narrower_closure(concept) {
            let tags = self.tagging.about(tagged);
            let kept = tags.filter(|tag| self.kept[tag.entry.index()]);
            rows.extend(kept.map(|tag| EntryRow {
                entry: tag.entry,
                concept: tagged,
                origin: tag.origin,
                mentions: tag.mentions,
                passing: tag.is_passing(),
            }));
        }
        // Of several tags of an entry, the chosen concept's own comes first.
        rows.sort_by_key(|row| (row.entry, row.concept != concept, row.passing));
        rows.dedup_by_key(|row| row.entry);
        rows.sort_by_key(|row| row.passing);
        rows
    }
}

/// For every concept the entries that the list shows for it, and their books.
fn counts(library: &Library, tagging: &Tagging, kept: &[bool]) -> Vec<(u32, u32)> {
    // By entry and by book, the last concept for which they were counted.
    let mut entries = vec![u32::MAX; kept.len()];
    let mut books = vec![u32::MAX; library.book_count()];
    let vocabulary = library.vocabulary();
    let count = |concept: ConceptId| {
        let mut count = (0, 0);
        for tagged in vocabulary.narrower_closure(concept) {
            for tag in tagging.about(tagged).filter(|tag| kept[tag.entry.index()]) {
                let book = library.book_of(tag.entry);
                let known = std::mem::replace(&mut entries[tag.entry.index()], concept.0);
                count.0 += u32::from(known != concept.0);
                let known = std::mem::replace(&mut books[book.index()], concept.0);
                count.1 += u32::from(known != concept.0);
            }
        }
        count
    };
    vocabulary.ids().map(count).collect()
}
