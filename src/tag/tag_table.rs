//! The tags of all entries, in flat arrays.

use super::origin::{Origin, Tag};
use super::salience::{Evidence, Salience, rarity};
use super::table::{Table, row};
use crate::model::{BookId, ConceptId, EntryId, Library};

/// Tags by entry, and where those of each concept are.
#[derive(Debug)]
pub struct TagTable {
    tags: Table<Tag>,
    postings: Vec<u32>,
    postings_of: Vec<u32>,
}

impl TagTable {
    /// Gives the tags of all entries of a library their entries and their saliences. They
    /// come in runs, in the order of the entries: the tags by concept, how many each entry
    /// has, and the evidence for each.
    pub fn weighed<'a>(
        library: &Library,
        runs: impl Iterator<Item = (&'a [Tag], &'a [u32], &'a [Evidence])> + Clone,
    ) -> Self {
        let mut tags = Table::default();
        for (some, lengths, _) in runs.clone() {
            tags.append(some.to_vec(), lengths);
        }
        let (postings_of, postings) = postings(library.vocabulary().len(), &tags.rows);
        let mut table = Self {
            tags,
            postings,
            postings_of,
        };
        table.weigh(library, runs.flat_map(|(_, _, evidence)| evidence));
        table
    }

    fn weigh<'a>(&mut self, library: &Library, mut evidence: impl Iterator<Item = &'a Evidence>) {
        let entries = library.entries().len();
        let counts = self.postings_of.windows(2).map(|ends| ends[1] - ends[0]);
        let rarities: Vec<f32> = counts
            .map(|count| rarity(count as usize, entries))
            .collect();
        // The book of the last entry with each concept.
        let mut met: Vec<Option<BookId>> = vec![None; rarities.len()];
        for entry in library.entry_ids() {
            let book = library.book_of(entry);
            let tags = self.tags.range(entry.index());
            let tags = &mut self.tags.rows[tags];
            let all: u32 = tags.iter().map(|tag| tag.mentions).sum();
            for (tag, evidence) in tags.iter_mut().zip(&mut evidence) {
                let met = &mut met[tag.concept.index()];
                let salience = Salience {
                    evidence: *evidence,
                    share: tag.mentions as f32 / all.max(1) as f32,
                    rarity: rarities[tag.concept.index()],
                    introduces: *met != Some(book),
                    authored: tag.origin != Origin::Matched,
                };
                *met = Some(book);
                tag.entry = entry;
                (tag.salience, tag.sure) = (salience.score(), salience.is_sure());
            }
        }
    }

    /// The tags of an entry, by concept.
    pub fn row(&self, entry: EntryId) -> &[Tag] {
        self.tags.row(entry.index())
    }

    /// All tags, by entry and concept.
    pub fn all(&self) -> &[Tag] {
        &self.tags.rows
    }

    /// Where the tags with a concept are among all, in reading order.
    pub fn postings(&self, concept: ConceptId) -> &[u32] {
        &self.postings[row(&self.postings_of, concept.index())]
    }
}

/// For every concept its tags, in reading order: where each concept's end, after a
/// 0, and the positions of the tags.
fn postings(concepts: usize, tags: &[Tag]) -> (Vec<u32>, Vec<u32>) {
    let mut ends = vec![0_u32; concepts + 1];
    for tag in tags {
        ends[tag.concept.index() + 1] += 1;
    }
    for concept in 0..concepts {
        ends[concept + 1] += ends[concept];
    }
    let mut slots = ends.clone();
    let mut postings = vec![0; tags.len()];
    for (index, tag) in tags.iter().enumerate() {
        let slot = &mut slots[tag.concept.index()];
        postings[*slot as usize] = index as u32;
        *slot += 1;
    }
    (ends, postings)
}
