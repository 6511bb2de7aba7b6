//! The strongest chains between two nodes.

mod search;

use super::network::Network;
use search::Search;

/// What makes a chain of links strong. A link of weight w resists by 1 / w.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Strength {
    /// Little resistance in all: Σ 1 / w is least, as in M. Newman, "Scientific
    /// collaboration networks II" (Phys. Rev. E 64, 2001). A chain is as strong
    /// as one link of weight 1 / Σ (1 / w), so that a step more always costs.
    #[default]
    Whole,
    /// No weak link: the largest 1 / w is least, and of chains alike in this the
    /// one of least resistance in all. M. Pollack, "The maximum capacity through
    /// a network" (Operations Research 8, 1960).
    Weakest,
}

/// Which chains are looked for.
#[derive(Clone, Copy, Debug)]
pub struct Paths<'a> {
    /// The graph.
    pub network: &'a Network,
    /// What makes a chain strong.
    pub strength: Strength,
    /// At most so many links.
    pub max_steps: usize,
    /// For each node whether no chain may go through it.
    pub avoid: &'a [bool],
}

/// A chain of links that meets no node twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Its nodes, both ends included.
    pub nodes: Vec<usize>,
    /// Σ 1 / w over its links.
    pub resistance: f64,
    /// The largest 1 / w of its links.
    pub worst: f64,
}

impl Path {
    /// The weight of the single link that is as strong: 1 / Σ (1 / w).
    pub fn weight(&self) -> f64 {
        1.0 / self.resistance
    }

    /// What chains are sorted by: the lower, the stronger.
    fn rank(&self, strength: Strength) -> (f64, f64) {
        match strength {
            Strength::Whole => (self.resistance, 0.0),
            Strength::Weakest => (self.worst, self.resistance),
        }
    }
}

impl Paths<'_> {
    /// The strongest chains from one node to another, at most `count`, the
    /// strongest first; of equal ones the shorter, and then the one whose nodes
    /// come first. The ends are never avoided. None when both are the same node.
    ///
    /// Each further chain leaves an earlier one at some node: J. Yen, "Finding the
    /// K shortest loopless paths in a network" (Management Science 17, 1971). For
    /// k chains of at most s steps this takes no more than k · s searches, and a
    /// search looks at each link at most s times.
    pub fn strongest(&self, from: usize, to: usize, count: usize) -> Vec<Path> {
        let mut found: Vec<Path> = Vec::new();
        let mut open: Vec<Path> = Vec::new();
        if from != to && count > 0 {
            open.extend(self.detour(&[from], to, &[]));
        }
        while !open.is_empty() && found.len() < count {
            let best = (0..open.len()).min_by(|&a, &b| self.order(&open[a], &open[b]));
            let path = open.swap_remove(best.unwrap_or_default());
            for at in 0..path.nodes.len() - 1 {
                let root = &path.nodes[..=at];
                let known = found.iter().chain([&path]);
                let taken: Vec<usize> = known
                    .filter(|known| known.nodes.len() > at + 1 && known.nodes[..=at] == *root)
                    .map(|known| known.nodes[at + 1])
                    .collect();
                if let Some(other) = self.detour(root, to, &taken)
                    && !open.contains(&other)
                {
                    open.push(other);
                }
            }
            found.push(path);
        }
        found
    }

    fn order(&self, a: &Path, b: &Path) -> std::cmp::Ordering {
        let (x, y) = (a.rank(self.strength), b.rank(self.strength));
        x.0.total_cmp(&y.0)
            .then(x.1.total_cmp(&y.1))
            .then(a.nodes.len().cmp(&b.nodes.len()))
            .then_with(|| a.nodes.cmp(&b.nodes))
    }

    /// The strongest chain that starts with `root`, and goes on to none of the
    /// nodes `taken`.
    fn detour(&self, root: &[usize], to: usize, taken: &[usize]) -> Option<Path> {
        let (&here, before) = root.split_last()?;
        let mut closed = self.avoid.to_vec();
        before.iter().for_each(|&node| closed[node] = true);
        closed[to] = false;
        let search = Search {
            network: self.network,
            closed: &closed,
            taken,
            max_steps: self.max_steps.saturating_sub(before.len()),
        };
        let start = self.measured(root.to_vec());
        let most = match self.strength {
            Strength::Whole => f64::INFINITY,
            Strength::Weakest => {
                let weakest = search.least(here, to, f64::INFINITY, f64::max)?;
                self.measured(weakest).worst.max(start.worst)
            }
        };
        let rest = search.least(here, to, most, |sum, resistance| sum + resistance)?;
        Some(self.measured([before, &rest].concat()))
    }

    /// A chain with what it amounts to.
    fn measured(&self, nodes: Vec<usize>) -> Path {
        let resistances = nodes.windows(2).map(|pair| {
            let mut links = self.network.neighbours(pair[0]);
            let link = links.find(|(other, _)| *other == pair[1]);
            1.0 / link.map_or(0.0, |(_, weight)| weight)
        });
        let (mut resistance, mut worst) = (0.0, 0.0_f64);
        for link in resistances {
            resistance += link;
            worst = worst.max(link);
        }
        Path {
            nodes,
            resistance,
            worst,
        }
    }
}

/// How many links the shortest chain from one node to another has, which goes
/// through no avoided node; `None` where there is none.
pub(super) fn fewest_steps(
    network: &Network,
    avoid: &[bool],
    from: usize,
    to: usize,
) -> Option<usize> {
    let mut met = avoid.to_vec();
    met[from] = true;
    met[to] = false;
    let mut here = vec![from];
    let mut steps = 0;
    while !here.is_empty() && !here.contains(&to) {
        let mut next = Vec::new();
        for (node, _) in here.iter().flat_map(|&node| network.neighbours(node)) {
            if !std::mem::replace(&mut met[node], true) {
                next.push(node);
            }
        }
        (here, steps) = (next, steps + 1);
    }
    here.contains(&to).then_some(steps)
}

/// For each node the piece of the graph it is in, numbered in the order of
/// their first nodes; avoided nodes are in none.
pub fn pieces(network: &Network, avoid: &[bool]) -> Vec<Option<usize>> {
    let mut piece = vec![None; network.len()];
    let mut count = 0;
    let mut open = Vec::new();
    for first in 0..network.len() {
        if piece[first].is_some() || avoid[first] {
            continue;
        }
        piece[first] = Some(count);
        open.push(first);
        while let Some(node) = open.pop() {
            for (other, _) in network.neighbours(node) {
                if piece[other].is_none() && !avoid[other] {
                    piece[other] = Some(count);
                    open.push(other);
                }
            }
        }
        count += 1;
    }
    piece
}
