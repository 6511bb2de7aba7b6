//! Entries that are about the same concepts.

use crate::model::{ConceptId, EntryId, Library};
use crate::steps;
use crate::tag::{Tag, Tagging};
use rayon::prelude::*;

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

/// How alike the entries of a library are, by what they are about.
///
/// The rarity of a concept on `df` of `n` entries is
/// idf = ln((n + 1) / (df + ½)), never below zero (K. Spärck Jones, "A
/// statistical interpretation of term specificity", J. Documentation 28, 1972).
/// A hub counts in the norms alone. Rare is what is rare in the whole library,
/// whichever entries are asked for.
pub struct EntrySimilarity<'a> {
    tagging: &'a Tagging,
    idf: Vec<f32>,
    norms: Vec<f32>,
    /// A concept on more entries than this is a hub.
    hub: usize,
}

/// Links each of some entries to the `top` others of them most like it; a link
/// that either end chose is kept once. Sorted by entries.
pub fn entry_links(
    library: &Library,
    tagging: &Tagging,
    among: &[EntryId],
    top: usize,
) -> Vec<EntryLink> {
    let similarity = EntrySimilarity::of(library, tagging);
    let mut asked = vec![false; library.entries().len()];
    for entry in among {
        asked[entry.index()] = true;
    }
    let mut chosen: Vec<(EntryId, EntryId)> = among
        .par_iter()
        .map_init(
            || Scratch::new(asked.len()),
            |scratch, &entry| similarity.pairs(entry, &asked, top, scratch),
        )
        .flatten()
        .collect();
    chosen.sort_unstable();
    chosen.dedup();
    chosen
        .into_iter()
        .map(|(a, b)| similarity.between(a, b))
        .collect()
}

/// Sums of products by entry, zero between uses, and which are not zero.
struct Scratch {
    dots: Vec<f32>,
    touched: Vec<usize>,
}

impl Scratch {
    fn new(entries: usize) -> Self {
        Self {
            dots: vec![0.0; entries],
            touched: Vec::new(),
        }
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
        let norms: Vec<f32> = library
            .entry_ids()
            .map(|entry| {
                let squares = tagging
                    .tags(entry)
                    .iter()
                    .map(|tag| idf[tag.concept.index()] * tag.salience)
                    .map(|weight| weight * weight);
                squares.sum::<f32>().sqrt()
            })
            .collect();
        Self {
            tagging,
            idf,
            norms,
            hub: ((HUB_SHARE * entries as f32) as usize).clamp(FEW_ENTRIES, MANY_ENTRIES),
        }
    }

    /// The entries most like one, at most `top` of those `asked` for (for each
    /// entry whether it is), best first; of equal ones the earlier first.
    pub fn nearest(&self, entry: EntryId, asked: &[bool], top: usize) -> Vec<EntryLink> {
        let mut scratch = Scratch::new(asked.len());
        self.best(entry, asked, top, &mut scratch)
            .into_iter()
            .map(|other| self.between(entry, other))
            .collect()
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
                if self.tagging.entries_about(tag.concept) <= self.hub {
                    dot += self.weight(tag) * self.weight(other);
                }
                Some(tag.concept)
            })
            .collect();
        let norms = self.norms[a.index()] * self.norms[b.index()];
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

    /// The pairs of an entry with those most like it.
    fn pairs(
        &self,
        entry: EntryId,
        asked: &[bool],
        top: usize,
        scratch: &mut Scratch,
    ) -> Vec<(EntryId, EntryId)> {
        self.best(entry, asked, top, scratch)
            .into_iter()
            .map(|other| (entry.min(other), entry.max(other)))
            .collect()
    }

    /// The entries most like one, best first; ties go to the earlier.
    fn best(
        &self,
        entry: EntryId,
        asked: &[bool],
        top: usize,
        scratch: &mut Scratch,
    ) -> Vec<EntryId> {
        for tag in self.tagging.tags(entry) {
            let posting = self.tagging.about(tag.concept);
            let weight = self.weight(tag);
            if posting.len() > self.hub || weight == 0.0 {
                continue;
            }
            steps::count(posting.len());
            for tag in posting {
                let other = tag.entry.index();
                if !asked[other] {
                    continue;
                }
                if scratch.dots[other] == 0.0 {
                    scratch.touched.push(other);
                }
                scratch.dots[other] += weight * self.weight(tag);
            }
        }
        let mut best: Vec<(f32, usize)> = Vec::with_capacity(top.min(asked.len()) + 1);
        for other in scratch.touched.drain(..) {
            let dot = std::mem::take(&mut scratch.dots[other]);
            if other == entry.index() {
                continue;
            }
            let similarity = dot / (self.norms[entry.index()] * self.norms[other]);
            let better = |&(s, o): &(f32, usize)| s > similarity || (s == similarity && o < other);
            let rank = best.partition_point(better);
            if rank < top {
                best.insert(rank, (similarity, other));
                best.truncate(top);
            }
        }
        best.into_iter()
            .map(|(_, other)| EntryId::from(other))
            .collect()
    }
}

fn inverse_document_frequency(entries: usize, df: usize) -> f32 {
    libm::logf((entries as f32 + 1.0) / (df as f32 + 0.5)).max(0.0)
}
