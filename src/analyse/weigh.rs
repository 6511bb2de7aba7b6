//! How much each concept matters in some entries.

use crate::model::{ConceptId, EntryId, Library};
use crate::tag::Tagging;

/// A concept on at least this share of a book's entries links everything
/// to everything; a map is easier to read without it.
const HUB_SHARE: f32 = 0.7;
/// A book with fewer entries than this has no hubs.
const HUB_ENTRIES: usize = 5;

/// A concept's weight in the selected entries.
#[derive(Clone, Debug)]
pub struct Weighed {
    /// The concept.
    pub concept: ConceptId,
    /// How often the entries name it; at least 1 for a tag that only the
    /// reader gave.
    pub mentions: u32,
    /// How many entries are about it.
    pub entries: usize,
    /// The mentions, each times its salience: what is named in passing matters
    /// less.
    pub weight: f32,
    /// Where it stands in the reading: the mean position of its entries among all
    /// of them.
    pub place: f64,
}

#[derive(Clone, Copy, Default)]
struct Count {
    mentions: u32,
    entries: usize,
    weight: f32,
    places: u64,
}

/// The concepts of the entries, those of most weight first.
pub fn weigh(library: &Library, tagging: &Tagging, entries: &[EntryId]) -> Vec<Weighed> {
    let mut counts = vec![Count::default(); library.vocabulary().len()];
    let mut as_read = entries.to_vec();
    as_read.sort_by_key(|&entry| library.reading_position(entry));
    for (place, &entry) in as_read.iter().enumerate() {
        for tag in tagging.tags(entry) {
            let named = tag.mentions.max(1);
            let count = &mut counts[tag.concept.index()];
            count.mentions += named;
            count.entries += 1;
            count.weight += named as f32 * tag.salience;
            count.places += place as u64;
        }
    }
    let mut weighed: Vec<Weighed> = library
        .vocabulary()
        .ids()
        .zip(counts)
        .filter(|(_, count)| count.entries > 0)
        .map(|(concept, count)| Weighed {
            concept,
            mentions: count.mentions,
            entries: count.entries,
            weight: count.weight,
            place: count.places as f64 / count.entries as f64,
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
pub fn take_hubs(
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
