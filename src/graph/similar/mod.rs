//! Entries that are about the same concepts.

mod nearest;
mod weights;

use crate::model::{ConceptId, EntryId, Library};
use crate::tag::{Tag, Tagging};
use nearest::Scratch;
use rayon::prelude::*;
use weights::Weights;

/// Two entries and what they share.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryLink {
    /// The earlier entry.
    pub a: EntryId,
    /// The later entry.
    pub b: EntryId,
    /// Cosine of the two entries' concepts, each weighted by its rarity and its
    /// salience s in the entry: Σ idf² s(a) s(b) / (‖a‖ ‖b‖), from 0 to 1.
    pub similarity: f32,
    /// The shared concepts, rarest first.
    pub shared: Vec<ConceptId>,
}

/// A concept on more than this share of the entries is a hub and links
/// nothing: its rarity is next to none and its pairs are legion.
const HUB_SHARE: f32 = 0.05;
/// Whatever the share, a concept on so few entries is no hub …
const FEW_ENTRIES: usize = 100;
/// … and one on more than so many is.
const MANY_ENTRIES: usize = 2_000;

/// As many entries are looked at by one thread before it takes others.
const ENTRIES_AT_ONCE: usize = 1_024;

/// How alike the entries of a library are, by what they are about.
///
/// The rarity of a concept on `df` of `n` entries is
/// idf = ln((n + 1) / (df + ½)), never below zero (K. Spärck Jones, "A
/// statistical interpretation of term specificity", J. Documentation 28, 1972).
/// A hub counts in the norms alone. Rare is what is rare in the whole library,
/// whichever entries are asked for.
#[derive(Debug)]
pub struct EntrySimilarity<'a> {
    tagging: &'a Tagging,
    idf: Vec<f32>,
    weights: Weights,
    hub: HubLimit,
}

/// A concept on more entries than this is a hub.
#[derive(Clone, Copy, Debug)]
struct HubLimit(usize);

/// The links between some entries.
#[derive(Debug)]
pub struct EntryLinks<'a> {
    similarity: EntrySimilarity<'a>,
    pairs: Vec<(EntryId, EntryId)>,
}

/// Links each of some entries to the `top` others of them most like it; a link
/// that either end chose is kept once. Sorted by entries.
pub fn entry_links(
    library: &Library,
    tagging: &Tagging,
    among: &[EntryId],
    top: usize,
) -> Vec<EntryLink> {
    EntryLinks::of(library, tagging, among, top)
        .iter()
        .collect()
}

impl<'a> EntryLinks<'a> {
    /// The same links, of which nothing is kept but their ends.
    pub fn of(library: &Library, tagging: &'a Tagging, among: &[EntryId], top: usize) -> Self {
        let similarity = EntrySimilarity::of(library, tagging);
        let mut asked = vec![false; library.entries().len()];
        for entry in among {
            asked[entry.index()] = true;
        }
        let mut pairs: Vec<(EntryId, EntryId)> = among
            .par_chunks(ENTRIES_AT_ONCE)
            .flat_map_iter(|entries| {
                let mut scratch = Scratch::new(asked.len());
                let mut pairs = Vec::new();
                for &entry in entries {
                    let best = similarity.best(entry, &asked, top, &mut scratch);
                    pairs.extend(best.map(|other| (entry.min(other), entry.max(other))));
                }
                pairs
            })
            .collect();
        pairs.sort_unstable();
        pairs.dedup();
        Self { similarity, pairs }
    }

    /// The links, by entries.
    pub fn iter(&self) -> impl Iterator<Item = EntryLink> {
        let pairs = self.pairs.iter();
        pairs.map(|&(a, b)| self.similarity.between(a, b))
    }
}

impl<'a> EntrySimilarity<'a> {
    /// Weighs the concepts of a library's entries.
    pub fn of(library: &Library, tagging: &'a Tagging) -> Self {
        let entries = library.entries().len();
        let idf: Vec<f32> = library
            .vocabulary()
            .ids()
            .map(|concept| inverse_document_frequency(entries, tagging.entries_about(concept)))
            .collect();
        let share = (HUB_SHARE * entries as f32) as usize;
        let hub = HubLimit(share.clamp(FEW_ENTRIES, MANY_ENTRIES));
        Self {
            tagging,
            weights: Weights::of(library, tagging, &idf, hub),
            idf,
            hub,
        }
    }

    /// The entries most like one, at most `top` of those `asked` for (for each
    /// entry whether it is), best first; of equal ones the earlier first.
    pub fn nearest(&self, entry: EntryId, asked: &[bool], top: usize) -> Vec<EntryLink> {
        let mut scratch = Scratch::new(asked.len());
        let best = self.best(entry, asked, top, &mut scratch);
        best.map(|other| self.between(entry, other)).collect()
    }

    fn best(
        &self,
        entry: EntryId,
        asked: &[bool],
        top: usize,
        scratch: &mut Scratch,
    ) -> impl Iterator<Item = EntryId> + use<> {
        let best = self.weights.best(entry.index(), asked, top, scratch);
        best.into_iter().map(|(_, other)| EntryId::from(other))
    }

    /// What two entries share. Hubs are named, and count for nothing.
    pub fn between(&self, a: EntryId, b: EntryId) -> EntryLink {
        let (a, b) = (a.min(b), a.max(b));
        let mut dot = 0.0;
        let mut shared: Vec<ConceptId> = self
            .tagging
            .tags(a)
            .iter()
            .filter_map(|tag| {
                let other = self.tagging.tag(b, tag.concept)?;
                if !self
                    .hub
                    .is_exceeded_by(self.tagging.entries_about(tag.concept))
                {
                    dot += self.weight(tag) * self.weight(other);
                }
                Some(tag.concept)
            })
            .collect();
        let norms = &self.weights.norms;
        let norms = norms[a.index()] * norms[b.index()];
        let rarity = |concept: &ConceptId| self.idf[concept.index()];
        shared.sort_by(|x, y| rarity(y).total_cmp(&rarity(x)).then(x.cmp(y)));
        EntryLink {
            a,
            b,
            similarity: if norms > 0.0 { dot / norms } else { 0.0 },
            shared,
        }
    }

    fn weight(&self, tag: &Tag) -> f32 {
        self.idf[tag.concept.index()] * tag.salience
    }
}

impl HubLimit {
    fn is_exceeded_by(self, entries: usize) -> bool {
        entries > self.0
    }
}

fn inverse_document_frequency(entries: usize, df: usize) -> f32 {
    libm::logf((entries as f32 + 1.0) / (df as f32 + 0.5)).max(0.0)
}
