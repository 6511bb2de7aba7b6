//! What one text after the other gives: mentions, sentences and tags.

use super::behind::Behind;
use super::lexicon::Lexicon;
use super::matcher::{Hit, Matcher, Standing};
use super::mention::{Field, Mention};
use super::origin::{Origin, Tag};
use super::salience::Evidence;
use crate::model::{ConceptId, Entry, EntryId};
use crate::text::fold::{Folded, key};
use crate::text::sentence::{sentence_at, sentences_into};
use std::ops::Range;

/// Tags some entries, one after the other, into flat arrays.
#[derive(Debug)]
pub(super) struct EntryTagger<'a> {
    lexicon: &'a Lexicon,
    matcher: Matcher<'a>,
    hits: Vec<(Field, Hit)>,
    ranges: Vec<Range<usize>>,
    concepts: Vec<(ConceptId, Evidence)>,
    pub(super) rows: Rows,
}

/// What a run of entries gives; each `_of` holds one count an entry.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) mentions: Vec<Mention>,
    pub(super) mentions_of: Vec<u32>,
    pub(super) asides: Vec<Mention>,
    pub(super) asides_of: Vec<u32>,
    pub(super) sentences: Vec<(u32, u32)>,
    pub(super) sentences_of: Vec<u32>,
    pub(super) tags: Vec<Tag>,
    pub(super) evidence: Vec<Evidence>,
    pub(super) tags_of: Vec<u32>,
}

impl<'a> EntryTagger<'a> {
    pub(super) fn new(lexicon: &'a Lexicon) -> Self {
        Self {
            lexicon,
            matcher: Matcher::new(lexicon),
            hits: Vec::new(),
            ranges: Vec::new(),
            concepts: Vec::new(),
            rows: Rows::default(),
        }
    }

    /// Tags an entry; `book_titles` are the folded titles of its book, which
    /// say nothing in a title of an entry ("사피엔스 3일차"). `seen` gets its title and
    /// its text, folded.
    pub(super) fn tag(
        &mut self,
        id: EntryId,
        entry: &Entry,
        book_titles: &[Vec<u8>],
        mut seen: impl FnMut(&Folded),
    ) {
        self.hits.clear();
        for (field, text) in [(Field::Title, &entry.title), (Field::Text, &entry.text)] {
            let (hits, lexicon) = (&mut self.hits, self.lexicon);
            self.matcher.find(text, |hit| {
                if entry.refuses(lexicon.name(hit.name).concept) {
                    return;
                }
                let of_book = field == Field::Title
                    && !book_titles.is_empty()
                    && book_titles.contains(&key(&text[hit.span.clone()]));
                if !of_book {
                    hits.push((field, hit));
                }
            });
            seen(&self.matcher.folded);
        }
        self.ranges.clear();
        sentences_into(&entry.text, &mut self.ranges);
        let ranges = self.ranges.iter();
        let ranges = ranges.map(|range| (range.start as u32, range.end as u32));
        self.rows.sentences.extend(ranges);
        self.rows.sentences_of.push(self.ranges.len() as u32);
        self.take_mentions(entry);
        self.take_tags(id, entry);
    }

    /// Takes over what is known of an entry: what it was tagged with, and what stands
    /// behind that.
    pub(super) fn keep(&mut self, id: EntryId, tags: &[Tag], behind: Behind) {
        let rows = &mut self.rows;
        rows.mentions_of.push(behind.mentions.len() as u32);
        rows.mentions.extend(behind.mentions);
        rows.asides_of.push(behind.asides.len() as u32);
        rows.asides.extend(behind.asides);
        rows.sentences_of.push(behind.sentences.len() as u32);
        rows.sentences.extend(behind.sentences);
        rows.tags_of.push(tags.len() as u32);
        rows.tags
            .extend(tags.iter().map(|&tag| Tag { entry: id, ..tag }));
        rows.evidence.extend(behind.evidence);
    }

    /// Puts the hits where they belong, and gathers what they say.
    fn take_mentions(&mut self, entry: &Entry) {
        let rows = &mut self.rows;
        let (mentions, asides) = (rows.mentions.len(), rows.asides.len());
        self.concepts.clear();
        for (field, hit) in self.hits.drain(..) {
            let name = self.lexicon.name(hit.name);
            let (text, sentence) = match field {
                Field::Title => (&entry.title, None),
                Field::Text => (&entry.text, sentence_at(&self.ranges, hit.span.start)),
            };
            let mention = Mention {
                concept: name.concept,
                name: hit.name,
                field,
                start: hit.span.start as u32,
                end: hit.span.end as u32,
                sentence: sentence.unwrap_or(0) as u32,
                grounds: hit.grounds,
                standing: hit.standing,
            };
            if hit.standing != Standing::Tagged {
                rows.asides.push(mention);
                continue;
            }
            let mut evidence = Evidence::default();
            evidence.add(&mention, text, self.lexicon);
            self.concepts.push((name.concept, evidence));
            rows.mentions.push(mention);
        }
        rows.mentions_of
            .push((rows.mentions.len() - mentions) as u32);
        rows.asides_of.push((rows.asides.len() - asides) as u32);
    }

    /// One tag for each concept that is named or given by the reader.
    fn take_tags(&mut self, id: EntryId, entry: &Entry) {
        let authored = entry
            .tags
            .iter()
            .map(|&concept| (concept, Evidence::default()));
        self.concepts.extend(authored);
        self.concepts.sort_by_key(|(concept, _)| *concept);
        let before = self.rows.tags.len();
        for same in self.concepts.chunk_by(|a, b| a.0 == b.0) {
            let concept = same[0].0;
            let mut evidence = Evidence::default();
            for (_, other) in same {
                evidence.merge(other);
            }
            self.rows.tags.push(Tag {
                entry: id,
                concept,
                origin: match (entry.tags.contains(&concept), evidence.mentions > 0) {
                    (true, true) => Origin::AuthoredAndMatched,
                    (true, false) => Origin::Authored,
                    _ => Origin::Matched,
                },
                mentions: evidence.mentions,
                salience: 0.0,
                sure: false,
            });
            self.rows.evidence.push(evidence);
        }
        self.rows
            .tags_of
            .push((self.rows.tags.len() - before) as u32);
    }
}
