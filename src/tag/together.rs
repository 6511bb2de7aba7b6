//! What is named together: all that links of concepts are counted from.

use super::mention::{Field, Mention};
use crate::model::ConceptId;
use serde::{Deserialize, Serialize};

/// The sentences of some entries' texts and the concepts that each names, without where
/// and by which name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TogetherIn {
    /// How many sentences each entry has.
    sentences: Vec<u32>,
    /// Where the names of each entry end.
    ends: Vec<u32>,
    /// The sentence and the concept of each, in this order; each once.
    named: Vec<(u32, ConceptId)>,
}

/// The sentences of one entry's text that name concepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Together<'a> {
    /// How many sentences the text has.
    pub sentences: usize,
    /// By its number, each sentence that names a concept, with that; each once, in order.
    pub named: &'a [(u32, ConceptId)],
}

impl TogetherIn {
    /// Adds an entry with so many sentences.
    pub(super) fn push(&mut self, sentences: usize, mentions: &[Mention]) {
        let start = self.named.len();
        let in_text = mentions.iter().filter(|it| it.field == Field::Text);
        self.named
            .extend(in_text.map(|mention| (mention.sentence, mention.concept)));
        self.named[start..].sort_unstable();
        let mut kept = start;
        for at in start..self.named.len() {
            if at == start || self.named[at] != self.named[kept - 1] {
                self.named[kept] = self.named[at];
                kept += 1;
            }
        }
        self.named.truncate(kept);
        self.sentences.push(sentences as u32);
        self.ends.push(kept as u32);
    }

    /// Adds an entry of others.
    pub fn take(&mut self, entry: Together<'_>) {
        self.named.extend_from_slice(entry.named);
        self.sentences.push(entry.sentences as u32);
        self.ends.push(self.named.len() as u32);
    }

    /// Gives back memory that is not needed.
    pub fn shrink(&mut self) {
        self.sentences.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.named.shrink_to_fit();
    }

    /// How many entries there are.
    pub fn entries(&self) -> usize {
        self.sentences.len()
    }

    /// Whether it is of so many entries and concepts, and in order.
    pub fn fits(&self, entries: usize, concepts: usize) -> bool {
        let known = |(_, concept): &(u32, ConceptId)| concept.index() < concepts;
        self.sentences.len() == entries
            && self.ends.len() == entries
            && self.ends.is_sorted()
            && self.ends.last().copied().unwrap_or(0) as usize == self.named.len()
            && self.named.iter().all(known)
    }

    /// One of the entries, by its place among them.
    pub fn entry(&self, at: usize) -> Together<'_> {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]) as usize;
        Together {
            sentences: self.sentences[at] as usize,
            named: &self.named[start..self.ends[at] as usize],
        }
    }
}
