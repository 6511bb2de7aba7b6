//! Which entry is about which concepts: tags, and the mentions behind them.

use super::lexicon::{Lexicon, NameId};
use super::matcher::Matcher;
use crate::model::{Book, ConceptId, Entry, EntryId, Library};
use crate::text::fold::key;
use crate::text::sentence::{sentence_at, sentences};
use rayon::prelude::*;
use std::ops::Range;

/// The field of an entry that a mention stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The title.
    Title,
    /// The text.
    Text,
}

/// A span of an entry's title or text that names a concept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The concept.
    pub concept: ConceptId,
    /// The label or alias that matched.
    pub name: NameId,
    /// Where it stands.
    pub field: Field,
    /// First byte in the field.
    pub start: u32,
    /// End, in bytes.
    pub end: u32,
    /// The sentence of the text it stands in, an index into
    /// [`Tagging::sentences`]; 0 in a title.
    pub sentence: u32,
}

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The entry.
    pub entry: EntryId,
    /// The concept.
    pub concept: ConceptId,
    /// Who says so.
    pub origin: Origin,
    /// How often the entry names the concept.
    pub mentions: u32,
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
    mentions: Vec<Mention>,
    mentions_of: Vec<u32>,
    sentences: Vec<(u32, u32)>,
    sentences_of: Vec<u32>,
    tags: Vec<Tag>,
    tags_of: Vec<u32>,
    postings: Vec<u32>,
    postings_of: Vec<u32>,
}

/// What one entry gives.
struct EntryTags {
    mentions: Vec<Mention>,
    sentences: Vec<(u32, u32)>,
    tags: Vec<Tag>,
}

impl Tagging {
    /// Tags every entry of a library.
    pub fn of(library: &Library) -> Self {
        let lexicon = Lexicon::of(library.vocabulary());
        let found: Vec<EntryTags> = library
            .entries()
            .par_iter()
            .enumerate()
            .map_init(
                || Matcher::new(&lexicon),
                |matcher, (index, entry)| {
                    let book = library.book(entry.book);
                    tag_entry(matcher, &lexicon, EntryId::from(index), entry, book)
                },
            )
            .collect();
        let mut tagging = Self {
            lexicon,
            mentions: Vec::new(),
            mentions_of: vec![0],
            sentences: Vec::new(),
            sentences_of: vec![0],
            tags: Vec::new(),
            tags_of: vec![0],
            postings: Vec::new(),
            postings_of: Vec::new(),
        };
        for entry in found {
            tagging.mentions.extend(entry.mentions);
            tagging.mentions_of.push(tagging.mentions.len() as u32);
            tagging.sentences.extend(entry.sentences);
            tagging.sentences_of.push(tagging.sentences.len() as u32);
            tagging.tags.extend(entry.tags);
            tagging.tags_of.push(tagging.tags.len() as u32);
        }
        tagging.index(library.vocabulary().len());
        tagging
    }

    /// Builds the postings: for every concept its tags, in reading order.
    fn index(&mut self, concepts: usize) {
        let mut ends = vec![0_u32; concepts + 1];
        for tag in &self.tags {
            ends[tag.concept.index() + 1] += 1;
        }
        for concept in 0..concepts {
            ends[concept + 1] += ends[concept];
        }
        self.postings_of = ends.clone();
        self.postings = vec![0; self.tags.len()];
        for (index, tag) in self.tags.iter().enumerate() {
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
        &self.tags[row(&self.tags_of, entry.index())]
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
            .map(|&tag| &self.tags[tag as usize])
    }

    /// The mentions of an entry, title first, from left to right.
    pub fn mentions(&self, entry: EntryId) -> &[Mention] {
        &self.mentions[row(&self.mentions_of, entry.index())]
    }

    /// The sentences of an entry's text, as byte ranges.
    pub fn sentences(&self, entry: EntryId) -> impl ExactSizeIterator<Item = Range<usize>> {
        self.sentences[row(&self.sentences_of, entry.index())]
            .iter()
            .map(|&(start, end)| start as usize..end as usize)
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
        &self.tags
    }
}

fn row(ends: &[u32], index: usize) -> Range<usize> {
    ends[index] as usize..ends[index + 1] as usize
}

fn tag_entry(
    matcher: &mut Matcher<'_>,
    lexicon: &Lexicon,
    id: EntryId,
    entry: &Entry,
    book: &Book,
) -> EntryTags {
    // "사피엔스 3일차": the book's own title in an entry's says nothing.
    let book_titles: Vec<Vec<u8>> = book.title.iter().map(|(_, title)| key(title)).collect();

    let ranges = sentences(&entry.text);
    let mut mentions = Vec::new();
    for (field, text) in [(Field::Title, &entry.title), (Field::Text, &entry.text)] {
        matcher.find(text, |hit| {
            if entry.refuses(lexicon.name(hit.name).concept) {
                return;
            }
            if field == Field::Title && book_titles.contains(&key(&text[hit.span.clone()])) {
                return;
            }
            let sentence = match field {
                Field::Title => 0,
                Field::Text => sentence_at(&ranges, hit.span.start).unwrap_or(0),
            };
            mentions.push(Mention {
                concept: lexicon.name(hit.name).concept,
                name: hit.name,
                field,
                start: hit.span.start as u32,
                end: hit.span.end as u32,
                sentence: sentence as u32,
            });
        });
    }
    EntryTags {
        tags: tags(id, entry, &mentions),
        mentions,
        sentences: ranges
            .iter()
            .map(|range| (range.start as u32, range.end as u32))
            .collect(),
    }
}

fn tags(id: EntryId, entry: &Entry, mentions: &[Mention]) -> Vec<Tag> {
    let mut concepts: Vec<ConceptId> = mentions.iter().map(|mention| mention.concept).collect();
    concepts.extend(&entry.tags);
    concepts.sort_unstable();
    concepts.dedup();
    concepts
        .into_iter()
        .map(|concept| {
            let count = mentions
                .iter()
                .filter(|mention| mention.concept == concept)
                .count();
            Tag {
                entry: id,
                concept,
                origin: match (entry.tags.contains(&concept), count > 0) {
                    (true, true) => Origin::AuthoredAndMatched,
                    (true, false) => Origin::Authored,
                    _ => Origin::Matched,
                },
                mentions: count as u32,
            }
        })
        .collect()
}
