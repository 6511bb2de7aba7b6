//! The Leiden algorithm.

mod aggregation;
mod moving;
mod refinement;

use super::network::Network;
use super::partition::Partition;
use super::random::Random;
use aggregation::aggregate;
use moving::move_nodes;
use refinement::refine;
use std::borrow::Cow;

/// What is gained must be more than this share of all weight: less is
/// rounding.
const ROUNDING: f64 = 1e-12;

/// Finds communities: groups that hold more weight inside than chance would
/// give them.
///
/// The algorithm is that of V. Traag, L. Waltman and N. J. van Eck, "From
/// Louvain to Leiden: guaranteeing well-connected communities" (Scientific
/// Reports 9, 5233, 2019), for the modularity of [`Partition::modularity`]:
/// nodes are moved, the communities are refined, and each refined one becomes
/// a node of a smaller graph, until nothing moves; that is repeated from what
/// was found until nothing is gained. Every other run starts from random groups
/// in place of single nodes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leiden {
    /// γ: above 1 gives more and smaller communities, below 1 fewer and larger
    /// ones.
    pub resolution: f64,
    /// The best of so many runs is taken, the earlier of equal ones.
    pub runs: usize,
    /// Where chance starts.
    pub seed: u64,
}

impl Default for Leiden {
    fn default() -> Self {
        Self {
            resolution: 1.0,
            runs: 10,
            seed: 1,
        }
    }
}

impl Leiden {
    /// The communities of a graph; every one is connected. The order of the
    /// graph's edges plays no part. A node without an edge is on its own.
    pub fn partition(&self, network: &Network) -> Partition {
        let mut best = Partition::singletons(network.len());
        let mut most = best.modularity(network, self.resolution);
        for run in 0..self.runs as u64 {
            let mut random = Random::new(self.seed.wrapping_add(run));
            // From single nodes small graphs often lead to the same place.
            let start = match run % 2 {
                0 => Partition::singletons(network.len()),
                _ => scattered(network.len(), &mut random),
            };
            let (found, quality) = self.run(network, start, &mut random);
            if quality > most + ROUNDING {
                (best, most) = (found, quality);
            }
        }
        best
    }

    /// One run: passes from a start until nothing is gained.
    fn run(&self, network: &Network, start: Partition, random: &mut Random) -> (Partition, f64) {
        let mut best = start;
        // A start by chance may be worth most as it is, but for its loose pieces.
        let mut most = best.connected(network).modularity(network, self.resolution);
        loop {
            let found = self.pass(network, &best, random);
            let quality = found.modularity(network, self.resolution);
            if quality <= most + ROUNDING {
                return (best.connected(network), most);
            }
            (best, most) = (found, quality);
        }
    }

    /// Moves, refines and aggregates until every community is one node.
    fn pass(&self, network: &Network, from: &Partition, random: &mut Random) -> Partition {
        let objective = Objective::new(network, self.resolution);
        let mut level = Cow::Borrowed(network);
        let mut node_of: Vec<usize> = (0..network.len()).collect();
        let mut communities = from.clone();
        loop {
            communities = move_nodes(&level, &communities, &objective, random);
            if communities.group_count() == level.len() {
                break;
            }
            let refined = refine(&level, &communities, &objective, random);
            if refined.group_count() == level.len() {
                break;
            }
            communities = lift(&communities, &refined);
            level = Cow::Owned(aggregate(&level, &refined));
            for node in &mut node_of {
                *node = refined.group(*node);
            }
        }
        let labels: Vec<usize> = node_of
            .iter()
            .map(|&node| communities.group(node))
            .collect();
        // Refined communities are connected, but where refining joins nothing
        // the last move may have left one in pieces; apart they are worth more.
        Partition::from_labels(&labels).connected(network)
    }
}

/// Every node in one of a few groups, at random.
fn scattered(nodes: usize, random: &mut Random) -> Partition {
    let groups = ((nodes as f64).sqrt().ceil() as usize).max(1);
    let labels: Vec<usize> = (0..nodes).map(|_| random.below(groups)).collect();
    Partition::from_labels(&labels)
}

/// The communities as a partition of the refined ones.
fn lift(communities: &Partition, refined: &Partition) -> Partition {
    let mut labels = vec![0; refined.group_count()];
    for (node, &group) in refined.groups().iter().enumerate() {
        labels[group] = communities.group(node);
    }
    Partition::from_labels(&labels)
}

/// What a move is worth, in units of weight.
struct Objective {
    /// γ / 2m.
    scale: f64,
    /// Less than this is rounding.
    rounding: f64,
    /// The weight of a mean edge.
    mean: f64,
}

impl Objective {
    fn new(network: &Network, resolution: f64) -> Self {
        let total = network.total_strength();
        Self {
            scale: if total > 0.0 { resolution / total } else { 0.0 },
            rounding: ROUNDING * total,
            mean: total / (2 * network.edge_count()).max(1) as f64,
        }
    }

    /// What joining nodes of strength `a` and `b` is worth, with a weight of
    /// `between` between them.
    fn gain(&self, between: f64, a: f64, b: f64) -> f64 {
        between - self.scale * a * b
    }
}
