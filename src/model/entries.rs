//! The entries of a library: all at hand, or each read when it is asked for.

use super::cells::Cells;
use super::{Entry, EntryId};
use rayon::prelude::*;
use std::borrow::Cow;
use std::fmt::Debug;
use std::sync::Arc;

/// Where entries are read from one at a time.
pub trait EntrySource: Debug + Send + Sync {
    /// The entry with an id below the number of entries that the library was given.
    fn entry(&self, id: EntryId) -> Entry;
}

/// Entries in their order.
#[derive(Clone, Debug)]
pub(super) enum Entries {
    /// All of them.
    Read(Vec<Entry>),
    /// Those that were asked for, and where the others are.
    Lazy {
        read: Cells<Entry>,
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
            source,
        }
    }

    /// All of them; those that were not asked for yet are read.
    pub(super) fn into_vec(self) -> Vec<Entry> {
        match self {
            Self::Read(entries) => entries,
            Self::Lazy { read, source } => {
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
            Self::Lazy { read, source } => read.get(id.index(), || source.entry(id)),
        }
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
            Self::Lazy { read, source } => match read.present(id.index()) {
                Some(entry) => Cow::Borrowed(entry),
                None => Cow::Owned(source.entry(id)),
            },
        }
    }
}
