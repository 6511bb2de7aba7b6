//! Concepts that are named together.

use super::edge::Evidence;
use super::evidences::Evidences;
use super::window::{Shrinkage, Windows};
use crate::model::{ConceptId, EntryId, Library};
use crate::tag::{TAGGED_TOGETHER, Tagging, Together, TogetherIn};
use std::sync::Arc;

/// What naming two concepts in the same entry, but not in the same sentence,
/// counts against the same sentence.
pub const ENTRY_WINDOW: f32 = 0.35;

/// An entry with more concepts than this counts less for each pair, so that
/// one long entry does not weigh more than many short ones.
const FULL_ENTRY: usize = 12;

/// Two concepts that are named together.
#[derive(Clone, Debug)]
pub struct CoMention {
    /// The concept with the smaller id.
    pub a: ConceptId,
    /// The other one.
    pub b: ConceptId,
    /// c: sentences that name both, plus [`ENTRY_WINDOW`] for each entry that
    /// is about both.
    pub count: f32,
    /// E = n_a · n_b / N: the count that independence would give, with n and N
    /// counted in the same windows.
    pub expected: f32,
    /// The association strength c / (E + λ): see [`Shrinkage`].
    pub weight: f32,
    /// The sentences that name both, or else the entries that are about both,
    /// in reading order.
    pub evidence: Evidences,
}

/// The same pair on its way, with what is its evidence.
#[derive(Clone, Copy, Debug)]
pub struct NamedTogether<'a> {
    /// [`CoMention::a`]
    pub a: ConceptId,
    /// [`CoMention::b`]
    pub b: ConceptId,
    /// [`CoMention::count`]
    pub count: f32,
    /// [`CoMention::expected`]
    pub expected: f32,
    /// [`CoMention::weight`]
    pub weight: f32,
    /// [`CoMention::evidence`]
    pub places: &'a [Evidence],
}

/// All pairs of concepts that the given entries name together, by concept ids.
pub fn co_mentions(
    library: &Library,
    tagging: &Tagging,
    entries: &[EntryId],
    shrinkage: Shrinkage,
) -> Vec<CoMention> {
    MentionWindows::of(library, tagging, entries).co_mentions(shrinkage)
}

/// The sentences and entries in which concepts are named.
#[derive(Clone, Debug)]
pub struct MentionWindows {
    windows: Windows,
    /// What each window is.
    places: Vec<Evidence>,
}

impl MentionWindows {
    /// The windows of some entries.
    pub fn of(library: &Library, tagging: &Tagging, entries: &[EntryId]) -> Self {
        let mut windows = Self {
            windows: Windows::new(library.vocabulary().len()),
            places: Vec::new(),
        };
        let mut read: Option<(usize, TogetherIn)> = None;
        for &entry in entries {
            let block = entry.index() / TAGGED_TOGETHER;
            let together = match &mut read {
                Some((at, together)) if *at == block => together,
                other => &mut other.insert((block, tagging.together(block))).1,
            };
            let together = together.entry(entry.index() % TAGGED_TOGETHER);
            windows.add(tagging, entry, together);
        }
        windows
    }

    /// The windows as such; concepts are items by their index.
    pub fn windows(&self) -> &Windows {
        &self.windows
    }

    /// All pairs of concepts that are named together, by concept ids.
    pub fn co_mentions(&self, shrinkage: Shrinkage) -> Vec<CoMention> {
        let mut pairs = Vec::new();
        let mut all = Vec::new();
        self.each_co_mention(shrinkage, |pair| {
            let start = all.len() as u32;
            all.extend_from_slice(pair.places);
            let own = start..all.len() as u32;
            pairs.push((pair.a, pair.b, pair.count, pair.expected, pair.weight, own));
        });
        let all = Arc::new(all);
        let pairs = pairs.into_iter();
        pairs
            .map(|(a, b, count, expected, weight, own)| CoMention {
                a,
                b,
                count,
                expected,
                weight,
                evidence: Evidences::new(&all, own),
            })
            .collect()
    }

    /// Tells of the same pairs one after the other; nothing is kept of them.
    pub fn each_co_mention(&self, shrinkage: Shrinkage, mut tell: impl FnMut(NamedTogether<'_>)) {
        let mut places = Vec::new();
        self.windows
            .each_pair(|(a, b), (count, expected), windows| {
                places.clear();
                self.add_evidence(windows, &mut places);
                tell(NamedTogether {
                    a: ConceptId::from(a),
                    b: ConceptId::from(b),
                    count,
                    expected,
                    weight: shrinkage.weight(count, expected),
                    places: &places,
                });
            });
    }

    /// Adds what some windows are: sentences where there are any, the whole entry elsewhere.
    fn add_evidence(&self, windows: &mut dyn Iterator<Item = usize>, all: &mut Vec<Evidence>) {
        let start = all.len();
        for window in windows {
            let place = self.places[window];
            // The whole entry was added first.
            let of_entry = all[start..].last().filter(|it| it.entry == place.entry);
            if of_entry.is_some_and(|it| it.sentence.is_none()) {
                all.pop();
            }
            all.push(place);
        }
    }

    /// Adds an entry and its sentences.
    fn add(&mut self, tagging: &Tagging, entry: EntryId, together: Together<'_>) {
        // What is named in passing links nothing but what shares its sentence.
        let about = tagging.tags(entry).iter().filter(|tag| !tag.is_passing());
        let concepts: Vec<usize> = about.map(|tag| tag.concept.index()).collect();
        let weight = entry_window(concepts.len());
        self.windows.push(concepts, weight);
        self.places.push(Evidence {
            entry,
            sentence: None,
        });
        let mut empty = together.sentences;
        for in_one in together.named.chunk_by(|a, b| a.0 == b.0) {
            self.windows
                .push(in_one.iter().map(|(_, concept)| concept.index()), 1.0);
            self.places.push(Evidence {
                entry,
                sentence: Some(in_one[0].0),
            });
            empty -= 1;
        }
        self.windows.push_empty(empty);
    }
}

/// What an entry about so many concepts counts as a window: [`ENTRY_WINDOW`],
/// and for more than twelve concepts as much less as keeps the weight of all
/// pairs of each what it is with twelve: in proportion to 1 / (k − 1), as in
/// M. Newman, "Scientific collaboration networks II" (Phys. Rev. E 64, 2001).
pub fn entry_window(concepts: usize) -> f32 {
    if concepts <= FULL_ENTRY {
        ENTRY_WINDOW
    } else {
        ENTRY_WINDOW * (FULL_ENTRY - 1) as f32 / (concepts - 1) as f32
    }
}
