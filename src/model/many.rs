//! Things of which some commands need a few, and some all.

use super::cells::Cells;
use std::sync::OnceLock;

/// Things in their order: all at hand, or read when they are asked for, one by one or
/// all at once.
#[derive(Clone, Debug)]
pub(super) struct Many<T> {
    all: OnceLock<Vec<T>>,
    one_by_one: Cells<T>,
}

impl<T> Default for Many<T> {
    fn default() -> Self {
        Self::read(Vec::new())
    }
}

impl<T> Many<T> {
    pub(super) fn read(all: Vec<T>) -> Self {
        Self {
            all: OnceLock::from(all),
            one_by_one: Cells::default(),
        }
    }

    pub(super) fn lazy(count: usize) -> Self {
        Self {
            all: OnceLock::new(),
            one_by_one: Cells::new(count),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.all.get().map_or(self.one_by_one.len(), Vec::len)
    }

    pub(super) fn get(&self, index: usize, read: impl FnOnce() -> T) -> &T {
        match self.all.get() {
            Some(all) => &all[index],
            None => self.one_by_one.get(index, read),
        }
    }

    pub(super) fn all(&self, read: impl FnOnce() -> Vec<T>) -> &[T] {
        self.all.get_or_init(read)
    }

    pub(super) fn into_all(self, read: impl FnOnce() -> Vec<T>) -> Vec<T> {
        self.all.into_inner().unwrap_or_else(read)
    }
}
