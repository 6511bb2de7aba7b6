//! Rows of different lengths, one after the other in one array.

use std::ops::Range;

#[derive(Debug)]
pub(super) struct Table<T> {
    pub(super) rows: Vec<T>,
    /// Where each row ends, after a 0.
    ends: Vec<u32>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            ends: vec![0],
        }
    }
}

impl<T> Table<T> {
    /// Adds rows of the lengths given.
    pub(super) fn append(&mut self, rows: Vec<T>, lengths: &[u32]) {
        self.rows.extend(rows);
        let mut end = self.ends[self.ends.len() - 1];
        self.ends.extend(lengths.iter().map(|length| {
            end += length;
            end
        }));
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len() - 1
    }

    pub(super) fn range(&self, index: usize) -> Range<usize> {
        row(&self.ends, index)
    }

    pub(super) fn row(&self, index: usize) -> &[T] {
        &self.rows[self.range(index)]
    }
}

/// The range of a row when each ends where the next begins.
pub(super) fn row(ends: &[u32], index: usize) -> Range<usize> {
    ends[index] as usize..ends[index + 1] as usize
}
