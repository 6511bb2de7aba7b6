//! Rows of different lengths.

/// Rows of different lengths, one after the other in one list.
#[derive(Clone, Debug)]
pub(super) struct Rows<T> {
    /// Where each row starts, and where the last one ends.
    starts: Vec<usize>,
    all: Vec<T>,
}

impl<T> Rows<T> {
    /// No row yet, but room for so many things in so many rows.
    pub(super) fn with_capacity(rows: usize, things: usize) -> Self {
        let mut starts = Vec::with_capacity(rows + 1);
        starts.push(0);
        Self {
            starts,
            all: Vec::with_capacity(things),
        }
    }

    /// Rows of some lengths, of one thing throughout.
    pub(super) fn of_lengths(lengths: &[usize], thing: T) -> Self
    where
        T: Clone,
    {
        let mut rows = Self::with_capacity(lengths.len(), lengths.iter().sum());
        for &length in lengths {
            rows.push(std::iter::repeat_n(thing.clone(), length));
        }
        rows
    }

    /// Adds a thing to the row that is ended next.
    #[inline]
    pub(super) fn add(&mut self, thing: T) {
        self.all.push(thing);
    }

    /// Ends a row.
    pub(super) fn end(&mut self) {
        self.starts.push(self.all.len());
    }

    pub(super) fn push(&mut self, row: impl IntoIterator<Item = T>) {
        self.all.extend(row);
        self.end();
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    pub(super) fn row(&self, index: usize) -> &[T] {
        &self.all[self.starts[index]..self.starts[index + 1]]
    }

    pub(super) fn row_mut(&mut self, index: usize) -> &mut [T] {
        &mut self.all[self.starts[index]..self.starts[index + 1]]
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &[T]> {
        (0..self.len()).map(|index| self.row(index))
    }

    /// What is in all rows.
    pub(super) fn all(&self) -> &[T] {
        &self.all
    }
}
