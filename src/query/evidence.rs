//! Why an entry was found: its tags, its sentences, and what else it is about.

use super::condition::Condition;
use super::evaluate::Corpus;
use super::find::Found;
use super::nearness::shown;
use super::phrase::Phrase;
use super::roles::Roles;
use super::tags::names;
use super::term::Kin;
use crate::model::{ConceptId, EntryId};
use crate::tag::{Field, Origin, PASSING, Tag};
use crate::text::fold::Folded;
use crate::text::sentence::sentence_at;
use std::ops::Range;

/// So many other concepts are told with an entry.
const BESIDES: usize = 5;

/// An entry, and why it was found.
#[derive(Clone, Debug)]
pub struct FoundEntry {
    /// The entry.
    pub entry: EntryId,
    /// Whether it names the concepts only in passing.
    pub in_passing: bool,
    /// Its tags with the concepts asked for, in the order asked.
    pub tags: Vec<FoundTag>,
    /// The sentences that name them and say the words asked for, in the order of the
    /// text; of what has to be near each other those that stand so near.
    pub passages: Vec<Passage>,
    /// What else it is about, the most salient first; a few at most.
    pub besides: Vec<ConceptId>,
}

impl FoundEntry {
    /// Whether the entry is about the concepts asked for only through narrower,
    /// broader or kindred ones.
    pub fn is_indirect(&self) -> bool {
        !self.tags.is_empty() && self.tags.iter().all(|tag| tag.kin != Kin::Itself)
    }
}

/// A tag that answers the question.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundTag {
    /// The concept of the tag.
    pub concept: ConceptId,
    /// What it is to the concept asked for.
    pub kin: Kin,
    /// Who says that the entry is about it.
    pub origin: Origin,
    /// How often the entry names it.
    pub mentions: u32,
    /// How much the entry is about it, from 0 to 1.
    pub salience: f32,
    /// Hardly to be doubted: see [`crate::tag::Salience::is_sure`].
    pub sure: bool,
    /// The names by which the entry calls it, as the vocabulary writes them, and how
    /// often each comes up; in the order of the text.
    pub names: Vec<(String, u32)>,
}

impl FoundTag {
    /// Whether the entry names it only in passing.
    pub fn is_passing(&self) -> bool {
        self.salience < PASSING
    }
}

/// A sentence with the names in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The sentence: a byte range of the entry's text.
    pub sentence: Range<usize>,
    /// What was looked for: byte ranges of the entry's text inside the sentence.
    pub highlights: Vec<Range<usize>>,
    /// The sentences before it, as far as they were asked for and are in no other
    /// passage.
    pub before: Vec<Range<usize>>,
    /// The sentences after it, likewise.
    pub after: Vec<Range<usize>>,
}

/// Reads the evidence of one entry after the other.
pub struct EvidenceReader<'a> {
    corpus: Corpus<'a>,
    condition: &'a Condition,
    roles: Roles,
    phrases: Vec<&'a Phrase>,
    /// So many sentences are shown around each.
    context: usize,
    folded: Folded,
}

impl<'a> EvidenceReader<'a> {
    /// A reader of the evidence for a condition, with so many sentences around each.
    pub fn new(corpus: Corpus<'a>, condition: &'a Condition, context: usize) -> Self {
        Self {
            corpus,
            condition,
            roles: Roles::of(condition),
            phrases: condition.phrases(),
            context,
            folded: Folded::default(),
        }
    }

    /// Why an entry was found.
    pub fn read(&mut self, found: Found) -> FoundEntry {
        let tagging = self.corpus.tagging;
        let entry = found.entry;
        let tags = self.roles.tags(tagging, entry).into_iter();
        let tags: Vec<FoundTag> = tags.map(|(tag, kin)| self.tag(tag, kin)).collect();
        FoundEntry {
            entry,
            in_passing: found.in_passing,
            passages: self.passages(entry, &tags),
            besides: self.besides(entry),
            tags,
        }
    }

    fn tag(&self, tag: &Tag, kin: Kin) -> FoundTag {
        FoundTag {
            concept: tag.concept,
            kin,
            origin: tag.origin,
            mentions: tag.mentions,
            salience: tag.salience,
            sure: tag.sure,
            names: names(
                self.corpus.library,
                self.corpus.tagging,
                tag.entry,
                tag.concept,
            ),
        }
    }

    /// What else an entry is about.
    fn besides(&self, entry: EntryId) -> Vec<ConceptId> {
        let tags = self.corpus.tagging.tags(entry).iter();
        let mut others: Vec<&Tag> = tags
            .filter(|tag| self.roles.role(tag.concept).is_none())
            .collect();
        others.sort_by(|a, b| b.salience.total_cmp(&a.salience));
        let others = others.into_iter().take(BESIDES);
        others.map(|tag| tag.concept).collect()
    }

    fn passages(&mut self, entry: EntryId, tags: &[FoundTag]) -> Vec<Passage> {
        let tagging = self.corpus.tagging;
        let sentences: Vec<Range<usize>> = tagging.sentences(entry).collect();
        let mentions = tagging.mentions(entry).iter();
        let wanted = |concept| tags.iter().any(|tag| tag.concept == concept);
        let mut places: Vec<(usize, Range<usize>)> = mentions
            .filter(|mention| mention.field == Field::Text && wanted(mention.concept))
            .map(|mention| {
                let range = mention.start as usize..mention.end as usize;
                (mention.sentence as usize, range)
            })
            .collect();
        if !self.phrases.is_empty() {
            self.folded.refill(&self.corpus.library.entry(entry).text);
            for phrase in &self.phrases {
                let found = phrase
                    .places(&self.folded)
                    .filter_map(|place| Some((sentence_at(&sentences, place.start)?, place)));
                places.extend(found);
            }
            places.sort_by_key(|(sentence, place)| (*sentence, place.start, place.end));
        }
        if let Some(shown) = shown(self.corpus, self.condition, &mut self.folded, entry) {
            places.retain(|(sentence, _)| shown.binary_search(&(*sentence as u32)).is_ok());
        }
        let passages = places.chunk_by(|(a, _), (b, _)| a == b);
        let mut passages: Vec<(usize, Passage)> = passages
            .map(|places| {
                let at = places[0].0;
                let end = sentences[at].end;
                let inside = |place: &Range<usize>| place.start..place.end.min(end);
                let highlights = apart(places.iter().map(|(_, place)| inside(place)));
                let passage = Passage {
                    sentence: sentences[at].clone(),
                    highlights,
                    ..Passage::default()
                };
                (at, passage)
            })
            .collect();
        self.surround(&mut passages, &sentences);
        passages.into_iter().map(|(_, passage)| passage).collect()
    }

    /// Adds the sentences around each passage; none is in two.
    fn surround(&self, passages: &mut [(usize, Passage)], sentences: &[Range<usize>]) {
        let starts: Vec<usize> = passages.iter().map(|(at, _)| *at).collect();
        let mut free = 0;
        for (index, (at, passage)) in passages.iter_mut().enumerate() {
            let first = free.max(at.saturating_sub(self.context));
            let next = starts.get(index + 1).copied().unwrap_or(sentences.len());
            let last = next.min(*at + 1 + self.context);
            passage.before = sentences[first.min(*at)..*at].to_vec();
            passage.after = sentences[*at + 1..last].to_vec();
            free = last;
        }
    }
}

/// Places in order, in which those that overlap are one.
fn apart(places: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut apart: Vec<Range<usize>> = Vec::new();
    for place in places {
        match apart.last_mut() {
            Some(last) if place.start < last.end => last.end = last.end.max(place.end),
            _ => apart.push(place),
        }
    }
    apart
}
