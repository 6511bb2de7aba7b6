//! Entries that are about the same concepts.

use crate::model::{ConceptId, EntryId, Library};
use crate::tag::Tagging;

/// Two entries and what they share.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryLink {
    /// The earlier entry.
    pub a: EntryId,
    /// The later entry.
    pub b: EntryId,
    /// Cosine of the two entries' concepts, each weighted by its rarity:
    /// Σ idf²(shared) / (‖a‖ ‖b‖), from 0 to 1.
    pub similarity: f32,
    /// The shared concepts, rarest first.
    pub shared: Vec<ConceptId>,
}

/// Concepts on more than this share of the entries, and on more than
/// [`HUB_ENTRIES`], link nothing: their rarity is next to none and their pairs
/// are legion.
const HUB_SHARE: f32 = 0.05;
/// See [`HUB_SHARE`].
const HUB_ENTRIES: usize = 2_000;

/// Links each entry to the `top` entries most like it; a link that either end
/// chose is kept once. Sorted by entries.
///
/// The rarity of a concept on `df` of `n` entries is
/// idf = ln((n + 1) / (df + ½)), never below zero.
pub fn entry_links(library: &Library, tagging: &Tagging, top: usize) -> Vec<EntryLink> {
    let entries = library.entries().len();
    let idf: Vec<f32> = library
        .vocabulary()
        .ids()
        .map(|concept| inverse_document_frequency(entries, tagging.about(concept).len()))
        .collect();
    let norms: Vec<f32> = library
        .entry_ids()
        .map(|entry| {
            let squares = tagging
                .tags(entry)
                .iter()
                .map(|tag| idf[tag.concept.index()].powi(2));
            squares.sum::<f32>().sqrt()
        })
        .collect();
    let mut dots = vec![0.0_f32; entries];
    let mut touched: Vec<usize> = Vec::new();
    let mut chosen: Vec<(EntryId, EntryId)> = Vec::new();
    for entry in library.entry_ids() {
        for tag in tagging.tags(entry) {
            let posting = tagging.about(tag.concept);
            let df = posting.len();
            let hub = df > HUB_ENTRIES && df as f32 > HUB_SHARE * entries as f32;
            let weight = idf[tag.concept.index()].powi(2);
            if hub || weight == 0.0 {
                continue;
            }
            for other in posting.map(|tag| tag.entry).filter(|other| *other != entry) {
                if dots[other.index()] == 0.0 {
                    touched.push(other.index());
                }
                dots[other.index()] += weight;
            }
        }
        let similarity = |other: usize| dots[other] / (norms[entry.index()] * norms[other]);
        touched.sort_by(|&x, &y| similarity(y).total_cmp(&similarity(x)).then(x.cmp(&y)));
        for &other in touched.iter().take(top) {
            let other = EntryId::from(other);
            chosen.push((entry.min(other), entry.max(other)));
        }
        for other in touched.drain(..) {
            dots[other] = 0.0;
        }
    }
    chosen.sort_unstable();
    chosen.dedup();
    chosen
        .into_iter()
        .map(|(a, b)| link(tagging, &idf, &norms, a, b))
        .collect()
}

fn link(tagging: &Tagging, idf: &[f32], norms: &[f32], a: EntryId, b: EntryId) -> EntryLink {
    let mut shared: Vec<ConceptId> = tagging
        .tags(a)
        .iter()
        .map(|tag| tag.concept)
        .filter(|concept| tagging.tag(b, *concept).is_some())
        .collect();
    let dot: f32 = shared
        .iter()
        .map(|concept| idf[concept.index()].powi(2))
        .sum();
    shared.sort_by(|x, y| idf[y.index()].total_cmp(&idf[x.index()]).then(x.cmp(y)));
    EntryLink {
        a,
        b,
        similarity: dot / (norms[a.index()] * norms[b.index()]),
        shared,
    }
}

fn inverse_document_frequency(entries: usize, df: usize) -> f32 {
    ((entries as f32 + 1.0) / (df as f32 + 0.5)).ln().max(0.0)
}
