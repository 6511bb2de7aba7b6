//! How much each concept matters in some entries.

use crate::model::{ConceptId, EntryId, Library};
use crate::tag::Tagging;
use serde::{Deserialize, Serialize};

/// A concept's weight in the selected entries.
#[derive(Clone, Debug, Serialize, Deserialize)]
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
    as_read.sort_by_cached_key(|&entry| library.reading_position(entry));
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
