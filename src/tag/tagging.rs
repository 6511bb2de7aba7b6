//! Which entry is about which concepts: tags, and the mentions behind them.

use super::entry::{EntryTagger, Rows};
use super::lexicon::Lexicon;
use super::mention::Mention;
use super::salience::{Evidence, PASSING, Salience, rarity};
use super::table::{Table, row};
use crate::model::{Book, ConceptId, EntryId, Library};
use crate::text::fold::key;
use rayon::prelude::*;
use std::ops::Range;

/// How an entry came by a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The reader gave it; the text does not name the concept.
    Authored,
    /// The text names the concept.
    Matched,
    /// The reader gave it, and the text names the concept.
    AuthoredAndMatched,
}

/// An entry is about a concept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tag {
    /// The entry.
    pub entry: EntryId,
    /// The concept.
    pub concept: ConceptId,
    /// Who says so.
    pub origin: Origin,
    /// How often the entry names the concept.
    pub mentions: u32,
    /// How much the entry is about it, from 0 to 1: see [`super::Salience`].
    pub salience: f32,
    /// Hardly to be doubted: see [`super::Salience::is_sure`].
    pub sure: bool,
}

impl Tag {
    /// Whether the entry names the concept only in passing.
    pub fn is_passing(&self) -> bool {
        self.salience < PASSING
    }
}

/// How much a concept is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Entries about it.
    pub entries: u32,
    /// Mentions in them.
    pub mentions: u32,
}

/// The tags and mentions of a whole library, in flat arrays.
#[derive(Debug)]
pub struct Tagging {
    lexicon: Lexicon,
    mentions: Table<Mention>,
    asides: Table<Mention>,
    sentences: Table<(u32, u32)>,
    tags: Table<Tag>,
    evidence: Vec<Evidence>,
    postings: Vec<u32>,
    postings_of: Vec<u32>,
}

/// As many entries are tagged by one thread before it takes others.
const ENTRIES_AT_ONCE: usize = 64;

impl Tagging {
    /// Tags every entry of a library.
    pub fn of(library: &Library) -> Self {
        let lexicon = Lexicon::of(library.vocabulary());
        let titles = |book| folded_titles(library.book(book));
        let book_titles: Vec<Vec<Vec<u8>>> = library.book_ids().map(titles).collect();
        let parts: Vec<Rows> = library
            .entries()
            .par_chunks(ENTRIES_AT_ONCE)
            .enumerate()
            .map(|(chunk, entries)| {
                let mut tagger = EntryTagger::new(&lexicon);
                for (index, entry) in entries.iter().enumerate() {
                    let id = EntryId::from(chunk * ENTRIES_AT_ONCE + index);
                    tagger.tag(id, entry, &book_titles[entry.book.index()]);
                }
                tagger.rows
            })
            .collect();
        let mut tagging = Self {
            lexicon,
            mentions: Table::default(),
            asides: Table::default(),
            sentences: Table::default(),
            tags: Table::default(),
            evidence: Vec::new(),
            postings: Vec::new(),
            postings_of: Vec::new(),
        };
        for part in parts {
            tagging.mentions.append(part.mentions, &part.mentions_of);
            tagging.asides.append(part.asides, &part.asides_of);
            tagging.sentences.append(part.sentences, &part.sentences_of);
            tagging.tags.append(part.tags, &part.tags_of);
            tagging.evidence.extend(part.evidence);
        }
        tagging.index(library.vocabulary().len());
        tagging.weigh(library);
        tagging
    }

    /// Gives every tag its salience.
    fn weigh(&mut self, library: &Library) {
        for index in 0..self.tags.rows.len() {
            let salience = self.salience_at(library, index);
            let tag = &mut self.tags.rows[index];
            (tag.salience, tag.sure) = (salience.score(), salience.is_sure());
        }
    }

    /// Why an entry is as much about a concept as it is; `None` when it has no
    /// such tag.
    pub fn salience(
        &self,
        library: &Library,
        entry: EntryId,
        concept: ConceptId,
    ) -> Option<Salience> {
        let tags = self.tags(entry);
        let at = tags
            .binary_search_by_key(&concept, |tag| tag.concept)
            .ok()?;
        let first = self.tags.range(entry.index()).start;
        Some(self.salience_at(library, first + at))
    }

    fn salience_at(&self, library: &Library, index: usize) -> Salience {
        let tag = &self.tags.rows[index];
        let all = self.mentions(tag.entry).len();
        let naming = self.about(tag.concept);
        let book = library.entry(tag.entry).book;
        let postings = &self.postings[row(&self.postings_of, tag.concept.index())];
        let here = postings.partition_point(|&other| (other as usize) < index);
        let before = here
            .checked_sub(1)
            .map(|before| &self.tags.rows[postings[before] as usize]);
        Salience {
            evidence: self.evidence[index],
            share: tag.mentions as f32 / all.max(1) as f32,
            rarity: rarity(naming.len(), library.entries().len()),
            introduces: before.is_none_or(|before| library.entry(before.entry).book != book),
            authored: tag.origin != Origin::Matched,
        }
    }

    /// Builds the postings: for every concept its tags, in reading order.
    fn index(&mut self, concepts: usize) {
        let mut ends = vec![0_u32; concepts + 1];
        for tag in &self.tags.rows {
            ends[tag.concept.index() + 1] += 1;
        }
        for concept in 0..concepts {
            ends[concept + 1] += ends[concept];
        }
        self.postings_of = ends.clone();
        self.postings = vec![0; self.tags.rows.len()];
        for (index, tag) in self.tags.rows.iter().enumerate() {
            let slot = &mut ends[tag.concept.index()];
            self.postings[*slot as usize] = index as u32;
            *slot += 1;
        }
    }

    /// The names that were looked for.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The tags of an entry, by concept.
    pub fn tags(&self, entry: EntryId) -> &[Tag] {
        self.tags.row(entry.index())
    }

    /// The tag of an entry with a concept.
    pub fn tag(&self, entry: EntryId, concept: ConceptId) -> Option<&Tag> {
        let tags = self.tags(entry);
        let at = tags
            .binary_search_by_key(&concept, |tag| tag.concept)
            .ok()?;
        Some(&tags[at])
    }

    /// The tags with a concept, in reading order.
    pub fn about(&self, concept: ConceptId) -> impl ExactSizeIterator<Item = &Tag> {
        self.postings[row(&self.postings_of, concept.index())]
            .iter()
            .map(|&tag| &self.tags.rows[tag as usize])
    }

    /// The mentions of an entry, title first, from left to right.
    pub fn mentions(&self, entry: EntryId) -> &[Mention] {
        self.mentions.row(entry.index())
    }

    /// The hits in an entry that don't tag it: those inside of longer names,
    /// and doubtful ones; title first, from left to right.
    pub fn asides(&self, entry: EntryId) -> &[Mention] {
        self.asides.row(entry.index())
    }

    /// The sentences of an entry's text, as byte ranges.
    pub fn sentences(&self, entry: EntryId) -> impl ExactSizeIterator<Item = Range<usize>> {
        let ranges = self.sentences.row(entry.index()).iter();
        ranges.map(|&(start, end)| start as usize..end as usize)
    }

    /// How much each concept of the vocabulary is named in some entries.
    pub fn counts(&self, library: &Library, entries: &[EntryId]) -> Vec<Count> {
        let mut counts = vec![Count::default(); library.vocabulary().len()];
        for tag in entries.iter().flat_map(|&entry| self.tags(entry)) {
            let count = &mut counts[tag.concept.index()];
            count.entries += 1;
            count.mentions += tag.mentions;
        }
        counts
    }

    /// All tags, by entry and concept.
    pub fn all_tags(&self) -> &[Tag] {
        &self.tags.rows
    }
}

fn folded_titles(book: &Book) -> Vec<Vec<u8>> {
    book.title.iter().map(|(_, title)| key(title)).collect()
}
