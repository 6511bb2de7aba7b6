//! Entries about concepts, with the sentences that say so.

use super::filter::EntryFilter;
use crate::model::{ConceptId, EntryId, Library};
use crate::place::Placement;
use crate::tag::{Field, Mention, Origin, PASSING, Tagging};
use std::ops::Range;

/// Whether an entry must be about all of the concepts or about any of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ask {
    /// About every one.
    #[default]
    All,
    /// About at least one.
    Any,
}

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub struct Find {
    /// Each item is one name that was asked for: the concepts it may mean.
    pub names: Vec<Vec<ConceptId>>,
    /// How the names go together.
    pub ask: Ask,
    /// Take narrower concepts for the ones asked for.
    pub narrower: bool,
    /// Only tags that are hardly to be doubted: see [`crate::tag::Salience::is_sure`].
    pub sure: bool,
    /// Only these entries.
    pub filter: EntryFilter,
}

impl Find {
    /// Every entry about one thing, which may be one of several concepts, and
    /// about whatever is narrower.
    pub fn about(concepts: &[ConceptId]) -> Self {
        Self {
            names: vec![concepts.to_vec()],
            narrower: true,
            ..Self::default()
        }
    }
}

/// The entries that were found: those that are about the concepts, and then
/// those that name one in passing; both in reading order.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// How the names that were asked for go together.
    pub ask: Ask,
    /// The entries.
    pub entries: Vec<FoundEntry>,
    /// How many of them are about the concepts; the others come after.
    pub about: usize,
}

/// An entry, and why it was found.
#[derive(Clone, Debug)]
pub struct FoundEntry {
    /// The entry.
    pub entry: EntryId,
    /// Its tags with the concepts asked for, in the order asked.
    pub tags: Vec<FoundTag>,
    /// The sentences that name them, in the order of the text.
    pub passages: Vec<Passage>,
}

impl FoundEntry {
    /// Whether the entry names all that it was found for only in passing.
    pub fn is_passing(&self) -> bool {
        self.tags.iter().all(FoundTag::is_passing)
    }
}

/// A tag that answers the question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FoundTag {
    /// The concept of the tag.
    pub concept: ConceptId,
    /// The concept asked for, when the tag is narrower than that.
    pub narrower_than: Option<ConceptId>,
    /// Who says that the entry is about it.
    pub origin: Origin,
    /// How often the entry names it.
    pub mentions: u32,
    /// How much the entry is about it, from 0 to 1.
    pub salience: f32,
    /// Hardly to be doubted: see [`crate::tag::Salience::is_sure`].
    pub sure: bool,
}

impl FoundTag {
    /// Whether the entry names it only in passing.
    pub fn is_passing(&self) -> bool {
        self.salience < PASSING
    }
}

/// A sentence with the names in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The sentence: a byte range of the entry's text.
    pub sentence: Range<usize>,
    /// The names: byte ranges of the entry's text inside the sentence.
    pub highlights: Vec<Range<usize>>,
}

/// Finds the entries that answer.
pub fn find(
    library: &Library,
    tagging: &Tagging,
    placement: &Placement,
    question: &Find,
) -> Answer {
    let asked: Vec<Vec<(ConceptId, Option<ConceptId>)>> = question
        .names
        .iter()
        .map(|name| expand(library, name, question.narrower))
        .collect();
    let selected = question.filter.select(library, tagging, placement);
    let mut entries: Vec<FoundEntry> = selected
        .into_iter()
        .filter_map(|entry| {
            let tags: Vec<Vec<FoundTag>> = asked
                .iter()
                .map(|name| tags(tagging, entry, name, question.sure))
                .collect();
            let found = match question.ask {
                Ask::All => !tags.is_empty() && tags.iter().all(|tags| !tags.is_empty()),
                Ask::Any => tags.iter().any(|tags| !tags.is_empty()),
            };
            found.then(|| found_entry(tagging, entry, tags.into_iter().flatten()))
        })
        .collect();
    entries.sort_by_key(FoundEntry::is_passing);
    Answer {
        ask: question.ask,
        about: entries.partition_point(|entry| !entry.is_passing()),
        entries,
    }
}

/// The concepts that count for a name, each with the asked one it is narrower
/// than.
fn expand(
    library: &Library,
    name: &[ConceptId],
    narrower: bool,
) -> Vec<(ConceptId, Option<ConceptId>)> {
    let mut concepts: Vec<(ConceptId, Option<ConceptId>)> =
        name.iter().map(|&concept| (concept, None)).collect();
    if narrower {
        for &asked in name {
            for concept in library.vocabulary().narrower_closure(asked) {
                if !concepts.iter().any(|(known, _)| *known == concept) {
                    concepts.push((concept, Some(asked)));
                }
            }
        }
    }
    concepts
}

fn tags(
    tagging: &Tagging,
    entry: EntryId,
    concepts: &[(ConceptId, Option<ConceptId>)],
    sure: bool,
) -> Vec<FoundTag> {
    concepts
        .iter()
        .filter_map(|&(concept, narrower_than)| {
            let tag = tagging.tag(entry, concept)?;
            (tag.sure || !sure).then_some(FoundTag {
                concept,
                narrower_than,
                origin: tag.origin,
                mentions: tag.mentions,
                salience: tag.salience,
                sure: tag.sure,
            })
        })
        .collect()
}

fn found_entry(
    tagging: &Tagging,
    entry: EntryId,
    tags: impl Iterator<Item = FoundTag>,
) -> FoundEntry {
    let mut found = FoundEntry {
        entry,
        tags: Vec::new(),
        passages: Vec::new(),
    };
    for tag in tags {
        if !found.tags.iter().any(|known| known.concept == tag.concept) {
            found.tags.push(tag);
        }
    }
    let wanted = |mention: &&Mention| {
        mention.field == Field::Text && found.tags.iter().any(|tag| tag.concept == mention.concept)
    };
    let sentences: Vec<Range<usize>> = tagging.sentences(entry).collect();
    let mentions: Vec<&Mention> = tagging.mentions(entry).iter().filter(wanted).collect();
    found.passages = mentions
        .chunk_by(|a, b| a.sentence == b.sentence)
        .map(|mentions| Passage {
            sentence: sentences[mentions[0].sentence as usize].clone(),
            highlights: mentions
                .iter()
                .map(|mention| mention.start as usize..mention.end as usize)
                .collect(),
        })
        .collect();
    found
}
