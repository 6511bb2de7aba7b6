//! Entries that are like one entry.

use super::alike::{Rarity, Traits, is_copy};
use super::witness::naming;
use crate::graph::EntrySimilarity;
use crate::model::{ConceptId, EntryId, Library};
use crate::tag::Tagging;

/// How rare a shingle is, so many texts say at most.
const SAMPLE: usize = 2_000;
/// Of so few entries all texts are compared, and in any case those of so many
/// entries that are most like by concepts.
const ALL_TEXTS: usize = 2_000;
const BY_CONCEPTS: usize = 200;
/// Entries without a shared concept are alike from this cosine of their texts on.
const ALIKE: f64 = 0.1;
/// So many of the shared concepts, the rarest, are looked for in sentences.
const IN_SENTENCES: usize = 4;
/// So many sentences of an entry are compared at most.
const SENTENCES: usize = 40;

/// An entry that is like another one.
#[derive(Clone, Debug, PartialEq)]
pub struct SimilarEntry {
    /// The entry.
    pub entry: EntryId,
    /// How alike the two are: the mean of the next two, from 0 to 1.
    pub likeness: f64,
    /// The cosine of what they are about: see [`crate::graph::EntryLink`].
    pub by_concepts: f64,
    /// The cosine of their texts, by pairs of letters and word stems, each weighed
    /// by its rarity.
    pub by_text: f64,
    /// The concepts they share, rarest first.
    pub shared: Vec<ConceptId>,
    /// A sentence of the entry asked about and one of this, which are most alike of
    /// those that name the rarest shared concepts.
    pub sentences: Option<[u32; 2]>,
    /// One of the texts is nearly the whole of the other.
    pub is_copy: bool,
}

/// The entries most like one, at most `count` of those given (in order), best first;
/// of equal ones those read earlier.
///
/// What two entries are about and how they are worded count the same: on nine
/// books, of which a good neighbour is one of the same chapter, the mean finds
/// .55 among the first five where concepts alone find .52 and texts alone .46.
///
/// Candidates come from an inverted index in which concepts on very many entries
/// don't count; where it gives few of them, and in a small library, all texts are
/// compared with the one. The work grows with the entries, never with their pairs.
pub fn similar_entries(
    library: &Library,
    tagging: &Tagging,
    entry: EntryId,
    among: &[EntryId],
    count: usize,
) -> Vec<SimilarEntry> {
    let similarity = EntrySimilarity::of(library, tagging);
    let every = library.entries().len().div_ceil(SAMPLE).max(1);
    let sample = library.entries().step_by(every);
    let rarity = Rarity::of(sample.map(|entry| entry.text.as_str()));
    let here = rarity.traits(&library.entry(entry).text);
    let mut similar: Vec<SimilarEntry> = candidates(&similarity, library, entry, among, count)
        .into_iter()
        .filter_map(|other| {
            let link = similarity.between(entry, other);
            let there = rarity.traits(&library.entry(other).text);
            let (by_concepts, by_text) = (f64::from(link.similarity), rarity.cosine(&here, &there));
            (by_concepts > 0.0 || by_text >= ALIKE).then(|| SimilarEntry {
                entry: other,
                likeness: (by_concepts + by_text) / 2.0,
                by_concepts,
                by_text,
                shared: link.shared,
                sentences: None,
                is_copy: is_copy(&here, &there),
            })
        })
        .collect();
    similar.sort_by(|a, b| {
        let position = |it: &SimilarEntry| library.reading_position(it.entry);
        let best_first = b.likeness.total_cmp(&a.likeness);
        best_first.then(position(a).cmp(&position(b)))
    });
    similar.truncate(count);
    for found in &mut similar {
        let sentences = Sentences {
            library,
            tagging,
            rarity: &rarity,
            shared: &found.shared[..found.shared.len().min(IN_SENTENCES)],
        };
        found.sentences = sentences.most_alike(entry, found.entry);
    }
    similar
}

/// The entries that are worth a comparison, in order.
fn candidates(
    similarity: &EntrySimilarity<'_>,
    library: &Library,
    entry: EntryId,
    among: &[EntryId],
    count: usize,
) -> Vec<EntryId> {
    let others = among.iter().copied().filter(|&other| other != entry);
    if among.len() <= ALL_TEXTS {
        return others.collect();
    }
    let mut asked = vec![false; library.entries().len()];
    among.iter().for_each(|other| asked[other.index()] = true);
    let top = BY_CONCEPTS.max(count);
    let nearest = similarity.nearest(entry, &asked, top);
    if nearest.len() < top {
        return others.collect();
    }
    let other_end = |a: EntryId, b: EntryId| if a == entry { b } else { a };
    let mut found: Vec<EntryId> = nearest
        .iter()
        .map(|link| other_end(link.a, link.b))
        .collect();
    found.sort_unstable();
    found
}

/// Sentences of two entries, to be compared.
struct Sentences<'a> {
    library: &'a Library,
    tagging: &'a Tagging,
    rarity: &'a Rarity,
    shared: &'a [ConceptId],
}

impl Sentences<'_> {
    /// The sentence of either entry that are most alike: of those that name the same
    /// shared concept the ones whose wording is most alike, rarer concepts first.
    fn most_alike(&self, a: EntryId, b: EntryId) -> Option<[u32; 2]> {
        for &concept in self.shared {
            let of = |entry| naming(self.tagging, entry, concept);
            if let Some(found) = self.best(a, &of(a), b, &of(b)) {
                return Some(found);
            }
        }
        let all = |entry| (0..self.tagging.sentences(entry).len() as u32).collect::<Vec<_>>();
        self.best(a, &all(a), b, &all(b))
    }

    fn best(&self, a: EntryId, of_a: &[u32], b: EntryId, of_b: &[u32]) -> Option<[u32; 2]> {
        let (here, there) = (self.traits(a, of_a), self.traits(b, of_b));
        let mut best: Option<(f64, [u32; 2])> = None;
        for (x, of_x) in &here {
            for (y, of_y) in &there {
                let cosine = self.rarity.cosine(of_x, of_y);
                if best.is_none_or(|(highest, _)| cosine > highest) {
                    best = Some((cosine, [*x, *y]));
                }
            }
        }
        best.map(|(_, sentences)| sentences)
    }

    fn traits(&self, entry: EntryId, sentences: &[u32]) -> Vec<(u32, Traits)> {
        let ranges: Vec<_> = self.tagging.sentences(entry).collect();
        let text = &self.library.entry(entry).text;
        let traits = |&sentence: &u32| {
            let range = ranges.get(sentence as usize)?.clone();
            Some((sentence, self.rarity.traits(&text[range])))
        };
        sentences
            .iter()
            .take(SENTENCES)
            .filter_map(traits)
            .collect()
    }
}
