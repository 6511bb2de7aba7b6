//! What stands beside items in windows.

/// Pairs in windows: of each item the other one and the window.
pub(super) struct Sightings {
    /// Where those of each item start; how many the one before has, while they are
    /// counted.
    starts: Vec<u32>,
    /// Where the next of each item goes.
    next: Vec<u32>,
    all: Vec<(u32, u32)>,
}

impl Sightings {
    /// None yet, of so many items.
    pub(super) fn of(items: usize) -> Self {
        Self {
            starts: vec![0; items + 1],
            next: Vec::new(),
            all: Vec::new(),
        }
    }

    /// Counts that there will be so many more of an item.
    pub(super) fn count(&mut self, item: u32, more: usize) {
        self.starts[item as usize + 1] += more as u32;
    }

    /// Makes room for as many as were counted.
    pub(super) fn filled(mut self) -> Self {
        for item in 1..self.starts.len() {
            self.starts[item] += self.starts[item - 1];
        }
        let all = self.starts.last().copied().unwrap_or(0);
        self.all = vec![(0, 0); all as usize];
        self.next = self.starts.clone();
        self
    }

    /// Adds the next of an item.
    pub(super) fn put(&mut self, item: u32, seen: (u32, u32)) {
        let next = &mut self.next[item as usize];
        self.all[*next as usize] = seen;
        *next += 1;
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// Those of an item, in the order in which they were added.
    pub(super) fn row(&self, item: usize) -> &[(u32, u32)] {
        &self.all[self.starts[item] as usize..self.starts[item + 1] as usize]
    }
}
