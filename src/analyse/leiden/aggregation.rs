//! Aggregation.

use super::super::network::Network;
use super::super::partition::Partition;

/// The graph whose nodes are the groups of a partition. The weight inside of
/// a group stays in its strength.
pub(super) fn aggregate(network: &Network, groups: &Partition) -> Network {
    let mut strength = vec![0.0; groups.group_count()];
    let mut links = Vec::new();
    for (node, &group) in groups.groups().iter().enumerate() {
        strength[group] += network.strength(node);
        for (other, weight) in network.neighbours(node) {
            if groups.group(other) != group {
                links.push((group, groups.group(other), weight));
            }
        }
    }
    // Stable, so that weights add up in the order of the nodes.
    links.sort_by_key(|&(from, to, _)| (from, to));
    Network::with_strengths(strength, &links)
}
