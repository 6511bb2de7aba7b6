//! The tags by entry and by concept: all at hand, or read when they are asked for.

use super::origin::Tag;
use super::source::{NamesOf, TAGGED_TOGETHER, TagSource};
use super::table::Table;
use super::tag_table::TagTable;
use crate::model::{Cells, ConceptId, EntryId};
use std::slice;
use std::sync::{Arc, OnceLock};

/// All tags.
#[derive(Debug)]
pub(super) enum AllTags {
    /// All of them.
    Read(TagTable),
    /// Those that were asked for, and where the rest is.
    Lazy(Lazy),
}

/// What was read so far, and the source.
#[derive(Debug)]
pub(super) struct Lazy {
    blocks: Cells<Table<Tag>>,
    about: Cells<Vec<Tag>>,
    counts: OnceLock<Vec<u32>>,
    names: Cells<NamesOf>,
    all: OnceLock<Vec<Tag>>,
    pub(super) source: Arc<dyn TagSource>,
}

/// The tags with one concept, in reading order.
#[derive(Clone, Debug)]
pub(super) enum About<'a> {
    /// Some of all tags.
    Some(&'a [Tag], slice::Iter<'a, u32>),
    /// A row of their own.
    Row(slice::Iter<'a, Tag>),
}

impl AllTags {
    pub(super) fn lazy(entries: usize, concepts: usize, source: Arc<dyn TagSource>) -> Self {
        Self::Lazy(Lazy {
            blocks: Cells::new(entries.div_ceil(TAGGED_TOGETHER)),
            about: Cells::new(concepts),
            counts: OnceLock::new(),
            names: Cells::new(concepts),
            all: OnceLock::new(),
            source,
        })
    }

    pub(super) fn row(&self, entry: EntryId) -> &[Tag] {
        match self {
            Self::Read(table) => table.row(entry),
            Self::Lazy(lazy) => lazy
                .block(entry.index() / TAGGED_TOGETHER)
                .row(entry.index() % TAGGED_TOGETHER),
        }
    }

    pub(super) fn all(&self) -> &[Tag] {
        match self {
            Self::Read(table) => table.all(),
            Self::Lazy(lazy) => lazy.all.get_or_init(|| {
                let blocks = (0..lazy.blocks.len()).map(|block| &*lazy.block(block).rows);
                blocks.collect::<Vec<_>>().concat()
            }),
        }
    }

    pub(super) fn about(&self, concept: ConceptId) -> About<'_> {
        match self {
            Self::Read(table) => About::Some(table.all(), table.postings(concept).iter()),
            Self::Lazy(lazy) => About::Row(lazy.about(concept).iter()),
        }
    }

    /// How many tags there are with a concept.
    pub(super) fn count(&self, concept: ConceptId) -> usize {
        match self {
            Self::Read(table) => table.postings(concept).len(),
            Self::Lazy(lazy) => {
                let counts = lazy.counts.get_or_init(|| lazy.source.entries_about());
                counts[concept.index()] as usize
            }
        }
    }

    /// The last tag with a concept of an entry before this one.
    pub(super) fn before(&self, entry: EntryId, concept: ConceptId) -> Option<&Tag> {
        match self {
            Self::Read(table) => {
                let tag = |at: u32| &table.all()[at as usize];
                let postings = table.postings(concept);
                let here = postings.partition_point(|&other| tag(other).entry < entry);
                Some(tag(postings[here.checked_sub(1)?]))
            }
            Self::Lazy(lazy) => {
                let about = lazy.about(concept);
                let here = about.partition_point(|other| other.entry < entry);
                Some(&about[here.checked_sub(1)?])
            }
        }
    }
}

impl Lazy {
    fn block(&self, block: usize) -> &Table<Tag> {
        self.blocks.get(block, || {
            let (tags, lengths) = self.source.tags(block);
            let mut table = Table::default();
            table.append(tags, &lengths);
            table
        })
    }

    fn about(&self, concept: ConceptId) -> &[Tag] {
        let read = || self.source.about(concept);
        self.about.get(concept.index(), read)
    }

    pub(super) fn names(&self, concept: ConceptId) -> &NamesOf {
        let read = || self.source.names_of(concept);
        self.names.get(concept.index(), read)
    }
}

impl<'a> Iterator for About<'a> {
    type Item = &'a Tag;

    fn next(&mut self) -> Option<&'a Tag> {
        match self {
            Self::Some(tags, postings) => postings.next().map(|&at| &tags[at as usize]),
            Self::Row(tags) => tags.next(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match self {
            Self::Some(_, postings) => postings.size_hint(),
            Self::Row(tags) => tags.size_hint(),
        }
    }
}

impl ExactSizeIterator for About<'_> {}
