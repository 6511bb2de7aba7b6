//! Aggregation.

use super::super::members::Members;
use super::super::network::Network;
use super::super::partition::Partition;

/// The graph whose nodes are the groups of a partition. The weight inside of
/// a group stays in its strength.
pub(super) fn aggregate(network: &Network, groups: &Partition) -> Network {
    let count = groups.group_count();
    let mut level = Network::with_room_for(count);
    let mut weight_to = vec![0.0; count];
    let mut touched: Vec<u32> = Vec::new();
    let members = Members::of(groups.groups(), count);
    for (group, nodes) in members.iter().enumerate() {
        let mut strength = 0.0;
        // Weights add up in the order of the nodes.
        for node in nodes.iter().map(|&node| node as usize) {
            strength += network.strength(node);
            for (other, weight) in network.neighbours(node) {
                let other = groups.group(other);
                if other != group {
                    if weight_to[other] == 0.0 {
                        touched.push(other as u32);
                    }
                    weight_to[other] += weight;
                }
            }
        }
        touched.sort_unstable();
        let row = touched.drain(..);
        let row = row.map(|other| (other, std::mem::take(&mut weight_to[other as usize])));
        level.push_row(strength, row);
    }
    level
}
