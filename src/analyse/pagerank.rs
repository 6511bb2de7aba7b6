//! PageRank.

use super::network::Network;

/// The share of a walk along the edges that is spent at each node, where the
/// walk goes to a neighbour in proportion to the weight of the edge and now and
/// then starts anew.
///
/// S. Brin and L. Page, "The anatomy of a large-scale hypertextual Web search
/// engine" (Computer Networks 30, 1998). From a node without edges the walk
/// always starts anew. A round looks at each edge twice, and the distance to
/// the solution shrinks at least by the factor of `damping` in each round, so
/// that at 0.85 there are never more than about 150 rounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageRank {
    /// With which probability the walk goes on, below 1.
    pub damping: f64,
    /// Ends when the shares together change by less than this in a round.
    pub tolerance: f64,
}

impl Default for PageRank {
    fn default() -> Self {
        Self {
            damping: 0.85,
            tolerance: 1e-10,
        }
    }
}

impl PageRank {
    /// The share of each node, where the walk starts anywhere. They sum to 1.
    pub fn of(&self, network: &Network) -> Vec<f64> {
        self.from(network, &vec![1.0; network.len()])
    }

    /// The share of each node, where the walk starts in proportion to `start`:
    /// what is near to some nodes.
    ///
    /// # Panics
    ///
    /// When `start` does not have a number for each node.
    pub fn from(&self, network: &Network, start: &[f64]) -> Vec<f64> {
        assert_eq!(network.len(), start.len(), "a start for each node");
        let damping = self.damping.clamp(0.0, 0.999);
        let all: f64 = start.iter().sum();
        let start: Vec<f64> = match all > 0.0 {
            true => start.iter().map(|weight| weight / all).collect(),
            false => vec![1.0 / network.len().max(1) as f64; network.len()],
        };
        let mut shares = start.clone();
        loop {
            let next = round(network, &shares, &start, damping);
            let change: f64 = shares.iter().zip(&next).map(|(a, b)| (a - b).abs()).sum();
            shares = next;
            // Rounding alone never changes as much as this.
            if change < self.tolerance.max(1e-14) {
                return shares;
            }
        }
    }
}

fn round(network: &Network, shares: &[f64], start: &[f64], damping: f64) -> Vec<f64> {
    let is_dangling = |node: &usize| network.strength(*node) == 0.0;
    let dangling: f64 = (0..network.len())
        .filter(is_dangling)
        .map(|node| shares[node])
        .sum();
    let anew = 1.0 - damping + damping * dangling;
    (0..network.len())
        .map(|node| {
            let arriving = network
                .neighbours(node)
                .map(|(other, weight)| shares[other] * weight / network.strength(other));
            anew * start[node] + damping * arriving.sum::<f64>()
        })
        .collect()
}
