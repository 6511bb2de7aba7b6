//! Who is linked with whom.

/// The neighbours of every box, one after the other in one row.
pub(super) struct Links {
    /// Where the neighbours of each box start, and where the last ones end.
    start: Vec<u32>,
    to: Vec<u32>,
}

impl Links {
    /// The links among some boxes, each by its two ends and there once; in the order of
    /// the links given.
    pub(super) fn new(boxes: usize, ends: &[(usize, usize)]) -> Self {
        let mut start = vec![0_u32; boxes + 1];
        for &(a, b) in ends {
            start[a + 1] += 1;
            start[b + 1] += 1;
        }
        for node in 0..boxes {
            start[node + 1] += start[node];
        }
        let mut next = start.clone();
        let mut to = vec![0; 2 * ends.len()];
        for &(a, b) in ends {
            for (from, other) in [(a, b), (b, a)] {
                to[next[from] as usize] = other as u32;
                next[from] += 1;
            }
        }
        Self { start, to }
    }

    /// How many boxes there are.
    pub(super) fn len(&self) -> usize {
        self.start.len() - 1
    }

    /// The neighbours of a box.
    pub(super) fn of(&self, node: usize) -> &[u32] {
        &self.to[self.start[node] as usize..self.start[node + 1] as usize]
    }
}
