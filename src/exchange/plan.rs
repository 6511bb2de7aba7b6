//! What importing a library into another would add.

use super::{BookShape, ConceptShape, EntryShape};
use crate::model::{BookId, ConceptId, EntryId, Library};
use std::collections::HashMap;

/// What a library has that another lacks, in its order. What both have by its id stays
/// as the other has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Additions {
    /// Books that are new.
    pub books: Vec<BookId>,
    /// Concepts that are new.
    pub concepts: Vec<ConceptId>,
    /// Entries that are new, in new books and in known ones.
    pub entries: Vec<EntryId>,
    /// How many things both have, and say the same of.
    pub unchanged: usize,
    /// What both have and say something else of: `the entry ko/day-1`.
    pub different: Vec<String>,
}

impl Additions {
    /// Compares what comes with what is there.
    pub fn of(there: &Library, coming: &Library) -> Self {
        let mut additions = Self::default();
        for id in coming.book_ids() {
            let book = coming.book(id);
            match there.find_book(&book.id) {
                None => additions.books.push(id),
                Some(known) => {
                    let same = BookShape::of(there.book(known)) == BookShape::of(book);
                    additions.known(same, || format!("the book {}", book.id));
                }
            }
        }
        let (ours, theirs) = (there.vocabulary(), coming.vocabulary());
        for id in theirs.ids() {
            let concept = theirs.get(id);
            match ours.find(&concept.id) {
                None => additions.concepts.push(id),
                Some(known) => {
                    let known = ConceptShape::of(ours.get(known), ours);
                    let same = known == ConceptShape::of(concept, theirs);
                    additions.known(same, || format!("the concept {}", concept.id));
                }
            }
        }
        let ids = there.entry_ids().map(|id| (there.qualified_id(id), id));
        let ids: HashMap<String, EntryId> = ids.collect();
        for id in coming.entry_ids() {
            let name = coming.qualified_id(id);
            match ids.get(&name) {
                None => additions.entries.push(id),
                Some(&known) => {
                    let known = EntryShape::of(there.entry(known), there);
                    let same = known.says_the_same(&EntryShape::of(coming.entry(id), coming));
                    additions.known(same, || format!("the entry {name}"));
                }
            }
        }
        additions
    }

    fn known(&mut self, same: bool, name: impl FnOnce() -> String) {
        match same {
            true => self.unchanged += 1,
            false => self.different.push(name()),
        }
    }

    /// Whether nothing is new.
    pub fn is_empty(&self) -> bool {
        self.books.is_empty() && self.concepts.is_empty() && self.entries.is_empty()
    }
}
