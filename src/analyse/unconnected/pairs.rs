//! Concepts that were read together and never noted together.

use crate::analyse::apart::nearest;
use crate::analyse::meeting::ChapterConcepts;
use crate::model::{ChapterId, ConceptId, EntryId, Library};
use crate::tag::Tagging;

/// Of a chapter so many concepts are looked at, those on most entries.
const OF_CHAPTER: usize = 48;
/// Where chance has so few entries on both, that there is none says nothing.
const LEAST_EXPECTED: f64 = 1.0;

/// Two concepts that the entries of the same chapters are about, and never one entry.
#[derive(Clone, Debug, PartialEq)]
pub struct ApartPair {
    /// The two, in the order of the vocabulary.
    pub concepts: [ConceptId; 2],
    /// On how many entries both would be by chance: Σ a · b / n over the chapters,
    /// where n is the entries of a chapter and a and b are those about either.
    pub expected: f64,
    /// How probable it is that chance keeps them apart in all these chapters: the
    /// product of the hypergeometric probabilities C(n − a, b) / C(n, b), as in
    /// R. Fisher's exact test.
    pub chance: f64,
    /// The chapters; `None`: entries whose chapter is not known.
    pub chapters: Vec<Option<ChapterId>>,
    /// An entry about either, as near to each other as there are in one chapter.
    pub entries: [EntryId; 2],
    /// The vocabulary relates the two.
    pub related: bool,
}

/// Two concepts in one chapter.
struct Meeting {
    concepts: [ConceptId; 2],
    chapter: usize,
    expected: f64,
    chance: f64,
}

/// The pairs that chance would have on at least one entry together, those that it
/// would have on most first. A concept and a broader one are no pair: whoever names
/// the one means the other as well.
///
/// Only the most named concepts of each chapter are looked at, so that the work
/// grows with the chapters, not with the pairs of all concepts.
pub(super) fn apart_pairs(
    library: &Library,
    tagging: &Tagging,
    chapters: &[ChapterConcepts],
    hubs: &[ConceptId],
) -> Vec<ApartPair> {
    let mut meetings: Vec<Meeting> = Vec::new();
    for (index, chapter) in chapters.iter().enumerate() {
        let named = chapter.concepts.iter().filter(|(id, _)| !hubs.contains(id));
        let named: Vec<(ConceptId, u32)> = named.take(OF_CHAPTER).copied().collect();
        for (at, &(a, on_a)) in named.iter().enumerate() {
            for &(b, on_b) in &named[at + 1..] {
                let n = chapter.entries.len() as u32;
                meetings.push(Meeting {
                    concepts: [a.min(b), a.max(b)],
                    chapter: index,
                    expected: f64::from(on_a) * f64::from(on_b) / f64::from(n),
                    chance: kept_apart(n, on_a, on_b),
                });
            }
        }
    }
    meetings.sort_by_key(|meeting| (meeting.concepts, meeting.chapter));
    let mut pairs: Vec<ApartPair> = meetings
        .chunk_by(|x, y| x.concepts == y.concepts)
        .filter_map(|met| apart(library, tagging, chapters, met))
        .collect();
    pairs.sort_by(|x, y| {
        let most = y.expected.total_cmp(&x.expected);
        let least_probable = x.chance.total_cmp(&y.chance);
        most.then(least_probable).then(x.concepts.cmp(&y.concepts))
    });
    pairs
}

fn apart(
    library: &Library,
    tagging: &Tagging,
    chapters: &[ChapterConcepts],
    met: &[Meeting],
) -> Option<ApartPair> {
    let [a, b] = met[0].concepts;
    let expected: f64 = met.iter().map(|meeting| meeting.expected).sum();
    if expected < LEAST_EXPECTED || is_one_over(library, a, b) || noted_together(tagging, a, b) {
        return None;
    }
    let here = met.iter().map(|meeting| &chapters[meeting.chapter]);
    let entries = here
        .clone()
        .filter_map(|chapter| nearest(&chapter.entries, tagging, a, b))
        .min_by_key(|[x, y]| x.index().abs_diff(y.index()))?;
    Some(ApartPair {
        concepts: [a, b],
        expected,
        chance: met.iter().map(|meeting| meeting.chance).product(),
        chapters: here.map(|chapter| chapter.chapter).collect(),
        entries,
        related: library.vocabulary().get(a).related.contains(&b),
    })
}

/// Whether one of two concepts is broader than the other, at any distance.
fn is_one_over(library: &Library, a: ConceptId, b: ConceptId) -> bool {
    let over = |top, below| {
        let narrower = library.vocabulary().narrower_closure(top);
        narrower.contains(&below)
    };
    over(a, b) || over(b, a)
}

/// Whether any entry at all has both, if only in passing.
fn noted_together(tagging: &Tagging, a: ConceptId, b: ConceptId) -> bool {
    let (few, other) = match tagging.entries_about(a) <= tagging.entries_about(b) {
        true => (a, b),
        false => (b, a),
    };
    let mut about = tagging.about(few);
    about.any(|tag| tagging.tag(tag.entry, other).is_some())
}

/// C(n − a, b) / C(n, b): how probable it is that b of n entries are none of a.
fn kept_apart(n: u32, a: u32, b: u32) -> f64 {
    (0..b).fold(1.0, |probability, drawn| {
        let free = f64::from(n.saturating_sub(a + drawn));
        probability * free / f64::from(n - drawn)
    })
}
