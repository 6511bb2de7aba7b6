//! The entries of a library: all at hand, or each read when it is asked for.

use super::cells::Cells;
use super::{Brief, Entry, EntryId, StoredBrief};
use rayon::prelude::*;
use std::borrow::Cow;
use std::fmt::Debug;
use std::sync::Arc;

/// Where entries are read from one at a time.
pub trait EntrySource: Debug + Send + Sync {
    /// The entry with an id below the number of entries that the library was given.
    fn entry(&self, id: EntryId) -> Entry;

    /// What is short in the entries from `block` × [`BRIEFS_TOGETHER`] on.
    fn briefs(&self, block: usize) -> Vec<StoredBrief>;
}

/// What is short in so many entries is read at once.
pub const BRIEFS_TOGETHER: usize = 64;

/// Entries in their order.
#[derive(Clone, Debug)]
pub(super) enum Entries {
    /// All of them.
    Read(Vec<Entry>),
    /// Those that were asked for, and where the others are.
    Lazy {
        read: Cells<Entry>,
        briefs: Cells<Vec<StoredBrief>>,
        source: Arc<dyn EntrySource>,
    },
}

impl Default for Entries {
    fn default() -> Self {
        Self::Read(Vec::new())
    }
}

impl Entries {
    pub(super) fn lazy(count: usize, source: Arc<dyn EntrySource>) -> Self {
        Self::Lazy {
            read: Cells::new(count),
            briefs: Cells::new(count.div_ceil(BRIEFS_TOGETHER)),
            source,
        }
    }

    /// All of them; those that were not asked for yet are read.
    pub(super) fn into_vec(self) -> Vec<Entry> {
        match self {
            Self::Read(entries) => entries,
            Self::Lazy { read, source, .. } => {
                let read: Vec<Option<Entry>> = read.into_read().collect();
                let entry = |(index, read): (usize, Option<Entry>)| {
                    read.unwrap_or_else(|| source.entry(EntryId::from(index)))
                };
                read.into_par_iter().enumerate().map(entry).collect()
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Self::Read(entries) => entries.len(),
            Self::Lazy { read, .. } => read.len(),
        }
    }

    pub(super) fn get(&self, id: EntryId) -> &Entry {
        match self {
            Self::Read(entries) => &entries[id.index()],
            Self::Lazy { read, source, .. } => read.get(id.index(), || source.entry(id)),
        }
    }

    /// What is short in an entry: its text is not read.
    pub(super) fn brief(&self, id: EntryId) -> Brief<'_> {
        match self {
            Self::Read(entries) => entries[id.index()].brief(),
            Self::Lazy {
                read,
                briefs,
                source,
            } => match read.present(id.index()) {
                Some(entry) => entry.brief(),
                None => {
                    let block = id.index() / BRIEFS_TOGETHER;
                    let briefs = briefs.get(block, || source.briefs(block));
                    briefs[id.index() % BRIEFS_TOGETHER].brief()
                }
            },
        }
    }

    /// Takes what is short in some entries in order, for those who look at each once: what
    /// has to be read is not kept.
    pub(super) fn each_brief<E>(
        &self,
        ids: &[EntryId],
        mut take: impl FnMut(EntryId, Brief<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut block: Option<(usize, Vec<StoredBrief>)> = None;
        for &id in ids {
            let (at, source) = match self {
                Self::Lazy { source, .. } => (id.index() / BRIEFS_TOGETHER, source),
                Self::Read(entries) => {
                    take(id, entries[id.index()].brief())?;
                    continue;
                }
            };
            let briefs = match &mut block {
                Some((here, briefs)) if *here == at => briefs,
                other => &mut other.insert((at, source.briefs(at))).1,
            };
            take(id, briefs[id.index() % BRIEFS_TOGETHER].brief())?;
        }
        Ok(())
    }

    /// Lets go of all that can be read again.
    pub(super) fn forget(&mut self) {
        if let Self::Lazy { read, .. } = self {
            *read = Cells::new(read.len());
        }
    }

    /// An entry that is not kept when it has to be read.
    pub(super) fn read(&self, id: EntryId) -> Cow<'_, Entry> {
        match self {
            Self::Read(entries) => Cow::Borrowed(&entries[id.index()]),
            Self::Lazy { read, source, .. } => match read.present(id.index()) {
                Some(entry) => Cow::Borrowed(entry),
                None => Cow::Owned(source.entry(id)),
            },
        }
    }
}
