//! The members of groups, in flat arrays.

/// Of each group its nodes, ascending, in compressed rows.
#[derive(Debug)]
pub(super) struct Members {
    /// Where each group starts, and where the last one ends.
    starts: Vec<u32>,
    nodes: Vec<u32>,
}

impl Members {
    /// Those of `count` groups, where `group` has the group of each node.
    pub(super) fn of(group: &[usize], count: usize) -> Self {
        let mut starts = vec![0; count + 1];
        for &group in group {
            starts[group + 1] += 1;
        }
        for group in 0..count {
            starts[group + 1] += starts[group];
        }
        let mut next = starts.clone();
        let mut nodes = vec![0; group.len()];
        for (node, &group) in group.iter().enumerate() {
            nodes[next[group] as usize] = node as u32;
            next[group] += 1;
        }
        Self { starts, nodes }
    }

    /// The nodes of each group, group by group.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[u32]> {
        let bounds = self.starts.windows(2);
        bounds.map(|bounds| &self.nodes[bounds[0] as usize..bounds[1] as usize])
    }
}
