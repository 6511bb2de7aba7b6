//! Places for things that are read when they are asked for.

use std::fmt::Debug;
use std::sync::OnceLock;

/// So many places are made at once.
const TOGETHER: usize = 64;

type Run<T> = Box<[OnceLock<Box<T>>]>;

/// A place for each of many things, which takes no memory worth telling until
/// something near it is asked for.
#[derive(Clone, Debug)]
pub(crate) struct Cells<T> {
    runs: Box<[OnceLock<Run<T>>]>,
    count: usize,
}

impl<T> Default for Cells<T> {
    fn default() -> Self {
        Self::new(0)
    }
}

impl<T> Cells<T> {
    pub(crate) fn new(count: usize) -> Self {
        Self {
            runs: empty(count.div_ceil(TOGETHER)),
            count,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.count
    }

    /// The thing at an index, which `read` gives when it is not there yet.
    pub(crate) fn get(&self, index: usize, read: impl FnOnce() -> T) -> &T {
        assert!(index < self.count, "{index} of {}", self.count);
        let run = self.runs[index / TOGETHER].get_or_init(|| empty(TOGETHER));
        run[index % TOGETHER].get_or_init(|| Box::new(read()))
    }

    /// The thing at an index, if it is there.
    pub(crate) fn present(&self, index: usize) -> Option<&T> {
        let run = self.runs[index / TOGETHER].get()?;
        run[index % TOGETHER].get().map(|boxed| &**boxed)
    }

    /// What was read, for each place.
    pub(crate) fn into_read(self) -> impl Iterator<Item = Option<T>> {
        let runs = Vec::from(self.runs).into_iter().flat_map(|run| {
            let run = run.into_inner().unwrap_or_else(|| empty(TOGETHER));
            Vec::from(run).into_iter()
        });
        let read = runs.map(|cell| cell.into_inner().map(|boxed| *boxed));
        read.take(self.count)
    }
}

fn empty<T>(count: usize) -> Box<[OnceLock<T>]> {
    let cells = std::iter::repeat_with(OnceLock::new).take(count);
    cells.collect()
}
