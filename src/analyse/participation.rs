//! Nodes that hold groups together.

use super::network::Network;

/// How a node is tied to the groups of a graph.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bridge {
    /// P = 1 − Σ (k_s / k)² over the groups, where k_s is the weight of the
    /// node's edges into a group and k that of all: 0 when they all go to one
    /// group, towards 1 when they go evenly to many. 0 without edges.
    ///
    /// R. Guimerà and L. A. N. Amaral, "Functional cartography of complex
    /// metabolic networks" (Nature 433, 2005), with weights for counts.
    pub participation: f64,
    /// k: the weight of all its edges.
    pub strength: f64,
}

impl Bridge {
    /// Participation × strength: a node with few weak edges bridges nothing,
    /// however they are spread. (Betweenness ranks the hubs of a single group
    /// as high as bridges: P. Jensen and others, "Detecting global bridges in
    /// networks", J. Complex Networks 4, 2016.)
    pub fn score(self) -> f64 {
        self.participation * self.strength
    }
}

/// How each node is tied to the groups that `groups` names for all nodes.
///
/// # Panics
///
/// When there is not one group for each node.
pub fn bridges(network: &Network, groups: &[usize]) -> Vec<Bridge> {
    assert_eq!(network.len(), groups.len(), "a group for each node");
    let count = groups.iter().max().map_or(0, |most| most + 1);
    let mut weight_to = vec![0.0; count];
    let mut touched = Vec::new();
    (0..network.len())
        .map(|node| {
            for (other, weight) in network.neighbours(node) {
                let group = groups[other];
                if weight_to[group] == 0.0 {
                    touched.push(group);
                }
                weight_to[group] += weight;
            }
            let strength = network.strength(node);
            let mut squares = 0.0;
            let tied = !touched.is_empty();
            for group in touched.drain(..) {
                let share = std::mem::take(&mut weight_to[group]) / strength;
                squares += share * share;
            }
            Bridge {
                participation: if tied {
                    (1.0_f64 - squares).max(0.0)
                } else {
                    0.0
                },
                strength,
            }
        })
        .collect()
}
