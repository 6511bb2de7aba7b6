//! How the vocabulary of the notes grows.

use crate::model::{ChapterId, ConceptId, EntryId, Library};
use crate::place::Placement;
use crate::tag::Tagging;

/// How many concepts the notes came to be about, and whether there are more
/// to come.
#[derive(Clone, Debug, Default)]
pub struct Growth {
    /// Of each entry, in the order of reading, the concepts that no entry before it
    /// is about.
    pub new: Vec<(EntryId, Vec<ConceptId>)>,
    /// The chapters, in the order they were come to, each with how many
    /// concepts its entries brought; `None` for the entries in no known
    /// chapter. A concept that comes with an entry of two chapters is counted
    /// in the first.
    pub chapters: Vec<(Option<ChapterId>, usize)>,
    /// How many concepts the notes are about.
    pub used: usize,
    /// How many the vocabulary has.
    pub known: usize,
    /// How many tags the entries have.
    pub tags: usize,
    /// The concepts of one entry only.
    pub once: Vec<ConceptId>,
}

impl Growth {
    /// The growth over some entries, as they were read: see
    /// [`Library::reading_position`].
    pub fn of(
        library: &Library,
        tagging: &Tagging,
        placement: &Placement,
        entries: &[EntryId],
    ) -> Self {
        let mut times = vec![0_u32; library.vocabulary().len()];
        let mut growth = Self {
            known: library.vocabulary().len(),
            ..Self::default()
        };
        let mut entries = entries.to_vec();
        entries.sort_by_key(|&entry| library.reading_position(entry));
        // Chapters are few beside entries, and come in runs.
        let mut slots = std::collections::BTreeMap::new();
        for entry in entries {
            let mut new = Vec::new();
            for tag in tagging.tags(entry) {
                growth.tags += 1;
                let times = &mut times[tag.concept.index()];
                *times += 1;
                new.extend((*times == 1).then_some(tag.concept));
            }
            let chapter = placement.chapters(library, entry).next();
            let slot = *slots.entry(chapter).or_insert_with(|| {
                growth.chapters.push((chapter, 0));
                growth.chapters.len() - 1
            });
            growth.chapters[slot].1 += new.len();
            growth.used += new.len();
            growth.new.push((entry, new));
        }
        let ids = library.vocabulary().ids();
        growth.once = ids.filter(|concept| times[concept.index()] == 1).collect();
        growth
    }

    /// How probably the next tag is a concept that no entry has yet: f₁ / n,
    /// where f₁ concepts have one tag and n is the number of tags; 0 without
    /// tags.
    ///
    /// I. J. Good, "The population frequencies of species and the estimation
    /// of population parameters" (Biometrika 40, 1953), after A. Turing.
    pub fn unseen(&self) -> f64 {
        self.once.len() as f64 / self.tags.max(1) as f64
    }

    /// New concepts an entry, in the first and in the last half of the
    /// entries; `None` for fewer than two.
    pub fn halves(&self) -> Option<[f64; 2]> {
        let half = self.new.len() / 2;
        if half == 0 {
            return None;
        }
        let mean = |new: &[(EntryId, Vec<ConceptId>)]| {
            let count: usize = new.iter().map(|(_, new)| new.len()).sum();
            count as f64 / new.len() as f64
        };
        let last = self.new.len() - half;
        Some([mean(&self.new[..half]), mean(&self.new[last..])])
    }
}
