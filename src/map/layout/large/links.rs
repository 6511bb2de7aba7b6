//! Who is linked with whom.

/// The neighbours of every box, one after the other in one row.
pub(super) struct Links {
    /// Where the neighbours of each box start, and where the last ones end.
    start: Vec<u32>,
    to: Vec<Link>,
}

/// A link from a box to another.
#[derive(Clone, Copy, Default)]
pub(super) struct Link {
    /// The other box.
    pub(super) to: u32,
    /// How long it should be, in halves of a length of a line.
    pub(super) halves: u8,
}

impl Links {
    /// The links among some boxes: both ends and the length in halves of each. Each is there
    /// once; the neighbours of a box are in the order of the links given.
    pub(super) fn new(boxes: usize, links: &[(usize, usize, u8)]) -> Self {
        let mut start = vec![0_u32; boxes + 1];
        for &(a, b, _) in links {
            start[a + 1] += 1;
            start[b + 1] += 1;
        }
        for node in 0..boxes {
            start[node + 1] += start[node];
        }
        let mut next = start.clone();
        let mut to = vec![Link::default(); 2 * links.len()];
        for &(a, b, halves) in links {
            for (from, other) in [(a, b), (b, a)] {
                let link = &mut to[next[from] as usize];
                (link.to, link.halves) = (other as u32, halves);
                next[from] += 1;
            }
        }
        Self { start, to }
    }

    /// How many boxes there are.
    pub(super) fn len(&self) -> usize {
        self.start.len() - 1
    }

    /// The links of a box.
    #[inline]
    pub(super) fn of(&self, node: usize) -> &[Link] {
        &self.to[self.start[node] as usize..self.start[node + 1] as usize]
    }
}
