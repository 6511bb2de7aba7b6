//! An edited vocabulary, and what of a library it leaves as it was.

use crate::model::{ConceptId, Entry, TextSource, Vocabulary};
use crate::notes::called_otherwise;
use crate::search::FoldedStream;
use crate::tag::{Behind, Renaming, Tag};

/// The way from the vocabulary of a snapshot to the one of the notes.
pub(super) struct Renamed {
    renaming: Renaming,
    /// For each old concept whether entries may have to call it otherwise.
    otherwise: Vec<bool>,
    /// For each entry, in the order in which the snapshot has them, whether its text has
    /// something that was edited.
    affected: Vec<bool>,
}

impl Renamed {
    /// What became of a vocabulary; the entries that it is about are looked up in their
    /// folded texts.
    pub(super) fn of(old: &Vocabulary, new: &Vocabulary, texts: &dyn TextSource) -> Self {
        let renaming = Renaming::between(old, new);
        let stream = FoldedStream::of_source(texts);
        let holding = stream.holding(renaming.changed());
        let order = texts.folded_entries().into_iter();
        let affected = order.map(|(id, _)| holding.binary_search(&id).is_ok());
        Self {
            renaming,
            otherwise: called_otherwise(old, new),
            affected: affected.collect(),
        }
    }

    /// Whether a name that an entry gives a concept may stand for another one now, or for
    /// none.
    pub(super) fn is_otherwise(&self, entry: &Entry) -> bool {
        let mut given = entry.tags.iter().chain(&entry.refused);
        given.any(|concept| self.otherwise[concept.index()])
    }

    /// Gives the concepts of an entry, of which none is called otherwise, their new numbers.
    pub(super) fn renumber(&self, entry: &mut Entry) {
        let new = |concepts: &[ConceptId]| {
            let new = concepts.iter().filter_map(|&id| self.renaming.concept(id));
            new.collect::<Vec<ConceptId>>()
        };
        entry.tags = new(&entry.tags);
        entry.refused = new(&entry.refused);
        entry.refused.sort_unstable();
    }

    /// The tags of the entry with a number in the snapshot, and what stands behind them, unless its text
    /// has something that was edited.
    pub(super) fn take_over(
        &self,
        number: usize,
        tags: &[Tag],
        behind: Behind,
    ) -> Option<(Vec<Tag>, Behind)> {
        if self.affected[number] {
            return None;
        }
        self.renaming.take_over(tags, behind)
    }
}
