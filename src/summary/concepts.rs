//! The concepts of a chapter: those that are new there, and those that come back.

use crate::model::{BookId, ChapterId, ConceptId, EntryId, Library};
use crate::place::Placement;
use crate::tag::{Tag, Tagging};

/// A concept and how often it is named.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ConceptCount {
    /// The concept.
    pub concept: ConceptId,
    /// How often the chapter's entries name it; at least 1 for a tag that only
    /// the reader gave.
    pub count: u32,
    /// The first entry of the book that is about it.
    pub first: EntryId,
    /// The first entry of the chapter that is about it.
    pub here: EntryId,
    /// The mentions, each times its salience.
    pub weight: f32,
    /// The chapter's entries name it only in passing.
    pub in_passing: bool,
}

/// The concepts of a book's entries.
pub(super) struct Concepts<'a> {
    library: &'a Library,
    tagging: &'a Tagging,
    placement: &'a Placement,
    /// By concept, the first entry of the book about it.
    first: Vec<Option<EntryId>>,
}

impl<'a> Concepts<'a> {
    pub(super) fn of(
        library: &'a Library,
        tagging: &'a Tagging,
        placement: &'a Placement,
        book: BookId,
    ) -> Self {
        let mut first = vec![None; library.vocabulary().len()];
        for tag in library
            .entries_of(book)
            .flat_map(|entry| tagging.tags(entry))
        {
            first[tag.concept.index()].get_or_insert(tag.entry);
        }
        Self {
            library,
            tagging,
            placement,
            first,
        }
    }

    /// The concepts of a chapter's entries: new ones, and those that an entry
    /// outside of the chapter, read earlier, is about. What comes up with an entry of
    /// two chapters is new in both.
    pub(super) fn count(
        &self,
        chapter: Option<ChapterId>,
        entries: &[EntryId],
    ) -> (Vec<ConceptCount>, Vec<ConceptCount>) {
        let mut tags: Vec<&Tag> = entries
            .iter()
            .flat_map(|&entry| self.tagging.tags(entry))
            .collect();
        tags.sort_by_key(|tag| (tag.concept, tag.entry));
        let of_one = tags.chunk_by(|a, b| a.concept == b.concept);
        let mut counts: Vec<ConceptCount> = of_one.map(|tags| self.sum(tags)).collect();
        counts.sort_by(|a, b| {
            b.weight
                .total_cmp(&a.weight)
                .then(a.first.cmp(&b.first))
                .then(a.concept.cmp(&b.concept))
        });
        counts.into_iter().partition(|count| {
            let mut chapters = self.placement.chapters(self.library, count.first);
            match chapter {
                Some(chapter) => chapters.any(|of_first| of_first == chapter),
                None => chapters.len() == 0,
            }
        })
    }

    /// What the tags with one concept, in reading order, come to.
    fn sum(&self, tags: &[&Tag]) -> ConceptCount {
        let (concept, here) = (tags[0].concept, tags[0].entry);
        let mut sum = ConceptCount {
            concept,
            count: 0,
            first: self.first[concept.index()].unwrap_or(here),
            here,
            weight: 0.0,
            in_passing: true,
        };
        for tag in tags {
            let count = tag.mentions.max(1);
            sum.count += count;
            sum.weight += count as f32 * tag.salience;
            sum.in_passing &= tag.is_passing();
        }
        sum
    }
}
