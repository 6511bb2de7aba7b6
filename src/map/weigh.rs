//! How much each concept matters in some entries.

use crate::graph::BookGraph;
use crate::model::{ChapterId, ConceptId, EntryId, Library};
use crate::tag::Tagging;

/// A concept on at least this share of a book's entries links everything
/// to everything; a map is easier to read without it.
const HUB_SHARE: f32 = 0.7;
/// A book with fewer entries than this has no hubs.
const HUB_ENTRIES: usize = 5;

/// A concept's weight in the selected entries.
pub(super) struct Weighed {
    pub(super) concept: ConceptId,
    /// How often the entries name it; at least 1 for a tag that only the
    /// reader gave.
    pub(super) mentions: u32,
    /// How many entries are about it.
    pub(super) entries: usize,
    /// The mentions, each times its salience: what is named in passing matters
    /// less.
    pub(super) weight: f32,
    /// The chapter that names it most.
    pub(super) home: Option<ChapterId>,
}

/// The concepts of the entries, those of most weight first.
pub(super) fn weigh(
    library: &Library,
    tagging: &Tagging,
    graph: &BookGraph,
    entries: &[EntryId],
) -> Vec<Weighed> {
    let mut counts = vec![(0_u32, 0_usize, 0.0_f32); library.vocabulary().len()];
    let mut in_chapter: Vec<(ConceptId, ChapterId, u32)> = Vec::new();
    for &entry in entries {
        let home = graph.placement().chapters(library, entry).next();
        for tag in tagging.tags(entry) {
            let named = tag.mentions.max(1);
            let (mentions, entries, weight) = &mut counts[tag.concept.index()];
            *mentions += named;
            *entries += 1;
            *weight += named as f32 * tag.salience;
            in_chapter.extend(home.map(|home| (tag.concept, home, named)));
        }
    }
    in_chapter.sort_unstable();
    let mut weighed: Vec<Weighed> = library
        .vocabulary()
        .ids()
        .zip(counts)
        .filter(|(_, (_, entries, _))| *entries > 0)
        .map(|(concept, (mentions, entries, weight))| Weighed {
            concept,
            mentions,
            entries,
            weight,
            home: home(&in_chapter, concept),
        })
        .collect();
    weighed.sort_by(|a, b| {
        let most_first = b.weight.total_cmp(&a.weight);
        most_first
            .then(b.entries.cmp(&a.entries))
            .then(a.concept.cmp(&b.concept))
    });
    weighed
}

/// Takes out the concepts that are everywhere in the given entries, but for
/// the one asked for; gives them. Where all are everywhere, none is.
pub(super) fn take_hubs(
    tagging: &Tagging,
    entries: &[EntryId],
    weighed: &mut Vec<Weighed>,
    asked: Option<ConceptId>,
) -> Vec<ConceptId> {
    if entries.len() < HUB_ENTRIES {
        return Vec::new();
    }
    let everywhere = HUB_SHARE * entries.len() as f32;
    let is_hub = |concept: &Weighed| {
        let about = tagging
            .about(concept.concept)
            .filter(|tag| entries.binary_search(&tag.entry).is_ok());
        about.count() as f32 >= everywhere && Some(concept.concept) != asked
    };
    let hubs: Vec<ConceptId> = weighed
        .iter()
        .filter(|concept| is_hub(concept))
        .map(|concept| concept.concept)
        .collect();
    if hubs.len() == weighed.len() {
        return Vec::new();
    }
    weighed.retain(|concept| !hubs.contains(&concept.concept));
    hubs
}

/// The chapter that names a concept most; the earliest of several.
fn home(in_chapter: &[(ConceptId, ChapterId, u32)], concept: ConceptId) -> Option<ChapterId> {
    let start = in_chapter.partition_point(|(other, ..)| *other < concept);
    let end = in_chapter.partition_point(|(other, ..)| *other <= concept);
    in_chapter[start..end]
        .chunk_by(|a, b| a.1 == b.1)
        .map(|in_one| (in_one[0].1, in_one.iter().map(|(.., count)| count).sum()))
        .max_by(|a: &(ChapterId, u32), b| a.1.cmp(&b.1).then(b.0.cmp(&a.0)))
        .map(|(chapter, _)| chapter)
}
