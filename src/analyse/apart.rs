//! Two concepts that no chain connects.

use super::meeting::ChapterConcepts;
use super::network::Network;
use super::paths::pieces;
use crate::model::{ChapterId, ConceptId, EntryId};
use crate::tag::Tagging;

/// So many concepts of a side are looked at in each chapter.
const OF_SIDE: usize = 12;
/// So many meetings of two sides are named.
const MEETINGS: usize = 3;

/// Why no chain goes from one concept to another.
#[derive(Clone, Debug)]
pub struct Apart {
    /// The steps of the shortest chain, where only the bound on steps is in the
    /// way.
    pub longer: Option<usize>,
    /// The concepts that were to be avoided and without which there is no chain,
    /// where only they are in the way.
    pub through: Vec<ConceptId>,
    /// What either concept is linked with.
    pub sides: [Side; 2],
    /// Where the two sides come nearest, those first that chance alone would
    /// have named together most often.
    pub meetings: Vec<Meeting>,
}

/// What a concept is linked with, but for what is to be avoided.
#[derive(Clone, Debug)]
pub struct Side {
    /// The concept.
    pub concept: ConceptId,
    /// How many of the entries are about it.
    pub entries: usize,
    /// What it is linked with itself: those on most entries first.
    pub neighbours: Vec<ConceptId>,
    /// How many concepts it is linked with that are to be avoided.
    pub avoided: usize,
    /// What it hangs together with over however many steps, without itself: those
    /// on most entries first.
    pub within_reach: Vec<ConceptId>,
}

/// A concept of one side and one of the other that were read in one chapter and
/// never noted in one entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// A concept of either side.
    pub concepts: [ConceptId; 2],
    /// Where; `None`: the chapter of the entries is not known.
    pub chapter: Option<ChapterId>,
    /// An entry about either, which are as near to each other as there are.
    pub entries: [EntryId; 2],
}

impl Side {
    /// What either of two concepts is linked with.
    pub(super) fn of(
        tagging: &Tagging,
        entries: &[EntryId],
        network: &Network,
        avoid: &[bool],
        ends: [ConceptId; 2],
    ) -> [Self; 2] {
        let piece = pieces(network, avoid);
        let mut count = vec![0_usize; piece.len()];
        for tag in entries.iter().flat_map(|&entry| tagging.tags(entry)) {
            count[tag.concept.index()] += 1;
        }
        let most_first = |mut nodes: Vec<usize>| -> Vec<ConceptId> {
            nodes.sort_by_key(|&node| (std::cmp::Reverse(count[node]), node));
            nodes.into_iter().map(ConceptId::from).collect()
        };
        ends.map(|end| {
            let with_it = |&node: &usize| piece[node] == piece[end.index()] && node != end.index();
            let reach = (0..piece.len()).filter(with_it).collect();
            let beside = || network.neighbours(end.index()).map(|(node, _)| node);
            let neighbours = beside().filter(|&node| !avoid[node]).collect();
            Self {
                concept: end,
                entries: count[end.index()],
                neighbours: most_first(neighbours),
                avoided: beside().filter(|&node| avoid[node]).count(),
                within_reach: most_first(reach),
            }
        })
    }
}

impl Meeting {
    /// Where two sides come nearest: the concepts of either that are on most
    /// entries of a chapter.
    pub(super) fn of(
        chapters: &[ChapterConcepts],
        tagging: &Tagging,
        sides: &[Side; 2],
    ) -> Vec<Self> {
        let all_of = |side: &Side| {
            let concepts = side.within_reach.iter().copied();
            concepts.chain([side.concept]).collect::<Vec<_>>()
        };
        let concepts = sides.iter().flat_map(all_of);
        let last = concepts.max().map_or(0, ConceptId::index);
        let mut side_of = vec![None; last + 1];
        for (number, side) in sides.iter().enumerate() {
            for concept in all_of(side) {
                side_of[concept.index()] = Some(number);
            }
        }
        let mut met: Vec<(f64, Self)> = Vec::new();
        for chapter in chapters {
            let of_side = |number| {
                let concepts = chapter.concepts.iter();
                let here = concepts
                    .filter(|(concept, _)| side_of.get(concept.index()) == Some(&Some(number)));
                here.take(OF_SIDE).copied().collect::<Vec<_>>()
            };
            let (here, there) = (of_side(0), of_side(1));
            for &(a, on_a) in &here {
                for &(b, on_b) in &there {
                    let expected = f64::from(on_a) * f64::from(on_b) / chapter.entries.len() as f64;
                    met.extend(nearest(&chapter.entries, tagging, a, b).map(|entries| {
                        let chapter = chapter.chapter;
                        let concepts = [a, b];
                        (
                            expected,
                            Meeting {
                                concepts,
                                chapter,
                                entries,
                            },
                        )
                    }));
                }
            }
        }
        met.sort_by(|x, y| {
            let ends = |meeting: &Meeting| {
                let ends = sides.iter().map(|side| side.concept);
                ends.filter(|end| meeting.concepts.contains(end)).count()
            };
            let nearest_first = ends(&y.1).cmp(&ends(&x.1));
            y.0.total_cmp(&x.0)
                .then(nearest_first)
                .then(x.1.concepts.cmp(&y.1.concepts))
        });
        let mut meetings: Vec<Meeting> = Vec::new();
        for (_, meeting) in met {
            if meetings.len() < MEETINGS && !meetings.iter().any(|m| m.concepts == meeting.concepts)
            {
                meetings.push(meeting);
            }
        }
        meetings
    }
}

/// Of some entries in reading order the one about `a` and the one about `b`
/// that are nearest to each other.
pub(super) fn nearest(
    entries: &[EntryId],
    tagging: &Tagging,
    a: ConceptId,
    b: ConceptId,
) -> Option<[EntryId; 2]> {
    let (mut last_a, mut last_b) = (None, None);
    let mut best: Option<(usize, [EntryId; 2])> = None;
    for (at, &entry) in entries.iter().enumerate() {
        if tagging.tag(entry, a).is_some() {
            last_a = Some(at);
        }
        if tagging.tag(entry, b).is_some() {
            last_b = Some(at);
        }
        if let (Some(x), Some(y)) = (last_a, last_b) {
            let distance = x.abs_diff(y);
            if best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, [entries[x], entries[y]]));
            }
        }
    }
    best.map(|(_, entries)| entries)
}
