//! What stands behind the tags of entries: all at hand, or each entry's read when
//! it is asked for.

use super::entry::Rows;
use super::mention::Mention;
use super::salience::Evidence;
use super::table::Table;
use crate::model::{Cells, EntryId};
use serde::{Deserialize, Serialize};
use std::fmt::Debug;
use std::sync::Arc;

/// What stands behind the tags of one entry.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Behind {
    /// The mentions, title first, from left to right.
    pub mentions: Vec<Mention>,
    /// The hits that don't tag it, likewise.
    pub asides: Vec<Mention>,
    /// Where the sentences of its text start and end, in bytes.
    pub sentences: Vec<(u32, u32)>,
    /// What its mentions of each concept look like: one for each tag.
    pub evidence: Vec<Evidence>,
}

/// The same, where it is; it is written as [`Behind`] is.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct BehindOf<'a> {
    pub(super) mentions: &'a [Mention],
    pub(super) asides: &'a [Mention],
    pub(super) sentences: &'a [(u32, u32)],
    pub(super) evidence: &'a [Evidence],
}

/// Where what stands behind the tags is read from, an entry at a time.
pub trait BehindSource: Debug + Send + Sync {
    /// What stands behind the tags of an entry.
    fn behind(&self, entry: EntryId) -> Behind;
}

/// What stands behind the tags of all entries.
#[derive(Debug)]
pub(super) enum AllBehind {
    /// All of it.
    Read(Tables),
    /// What was asked for, and where the rest is.
    Lazy(Lazy),
}

/// A row for each entry.
#[derive(Debug, Default)]
pub(super) struct Tables {
    mentions: Table<Mention>,
    asides: Table<Mention>,
    sentences: Table<(u32, u32)>,
    evidence: Table<Evidence>,
}

/// What was read so far, and the source.
#[derive(Debug)]
pub(super) struct Lazy {
    read: Cells<Behind>,
    source: Arc<dyn BehindSource>,
}

impl Lazy {
    fn get(&self, entry: EntryId) -> &Behind {
        self.read.get(entry.index(), || self.source.behind(entry))
    }
}

impl AllBehind {
    /// From the rows of runs of entries, which are taken.
    pub(super) fn of(parts: &mut [Rows]) -> Self {
        let mut all = Tables::default();
        for part in parts {
            let mentions = std::mem::take(&mut part.mentions);
            all.mentions.append(mentions, &part.mentions_of);
            let asides = std::mem::take(&mut part.asides);
            all.asides.append(asides, &part.asides_of);
            let sentences = std::mem::take(&mut part.sentences);
            all.sentences.append(sentences, &part.sentences_of);
            let evidence = std::mem::take(&mut part.evidence);
            all.evidence.append(evidence, &part.tags_of);
        }
        Self::Read(all)
    }

    pub(super) fn lazy(entries: usize, source: Arc<dyn BehindSource>) -> Self {
        Self::Lazy(Lazy {
            read: Cells::new(entries),
            source,
        })
    }

    /// Lets go of all that can be read again.
    pub(super) fn forget(&mut self) {
        if let Self::Lazy(lazy) = self {
            lazy.read = Cells::new(lazy.read.len());
        }
    }

    /// Of how many entries it is.
    pub(super) fn entries(&self) -> usize {
        match self {
            Self::Read(all) => all.sentences.len(),
            Self::Lazy(lazy) => lazy.read.len(),
        }
    }

    pub(super) fn mentions(&self, entry: EntryId) -> &[Mention] {
        match self {
            Self::Read(all) => all.mentions.row(entry.index()),
            Self::Lazy(lazy) => &lazy.get(entry).mentions,
        }
    }

    pub(super) fn asides(&self, entry: EntryId) -> &[Mention] {
        match self {
            Self::Read(all) => all.asides.row(entry.index()),
            Self::Lazy(lazy) => &lazy.get(entry).asides,
        }
    }

    pub(super) fn sentences(&self, entry: EntryId) -> &[(u32, u32)] {
        match self {
            Self::Read(all) => all.sentences.row(entry.index()),
            Self::Lazy(lazy) => &lazy.get(entry).sentences,
        }
    }

    pub(super) fn evidence(&self, entry: EntryId) -> &[Evidence] {
        match self {
            Self::Read(all) => all.evidence.row(entry.index()),
            Self::Lazy(lazy) => &lazy.get(entry).evidence,
        }
    }
}
