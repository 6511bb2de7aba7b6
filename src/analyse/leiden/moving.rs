//! Local moving.

use super::super::network::Network;
use super::super::partition::Partition;
use super::super::random::Random;
use super::Objective;
use std::collections::VecDeque;

/// Moves nodes to the community where they are worth most, which may be a new
/// one, until no node can be moved. Only the neighbours of a node that moved
/// are looked at again.
pub(super) fn move_nodes(
    network: &Network,
    from: &Partition,
    objective: &Objective,
    random: &mut Random,
) -> Partition {
    let mut state = Moving::new(network, from);
    let mut order: Vec<usize> = (0..network.len()).collect();
    random.shuffle(&mut order);
    let mut waits = vec![true; network.len()];
    let mut queue = VecDeque::from(order);
    while let Some(node) = queue.pop_front() {
        waits[node] = false;
        let Some(target) = state.better(node, objective) else {
            continue;
        };
        state.assign(node, target);
        for (other, _) in network.neighbours(node) {
            if state.community[other] != target && !waits[other] {
                waits[other] = true;
                queue.push_back(other);
            }
        }
    }
    Partition::from_labels(&state.community)
}

struct Moving<'a> {
    network: &'a Network,
    community: Vec<usize>,
    strength: Vec<f64>,
    size: Vec<usize>,
    /// Communities without a node.
    empty: Vec<usize>,
    /// Weight between the node in question and each community; zero between
    /// uses.
    weight_to: Vec<f64>,
    /// Room for the communities beside the node in question.
    touched: Vec<usize>,
}

impl<'a> Moving<'a> {
    fn new(network: &'a Network, from: &Partition) -> Self {
        let nodes = network.len();
        let mut state = Self {
            network,
            community: from.groups().to_vec(),
            strength: vec![0.0; nodes],
            size: vec![0; nodes],
            empty: (from.group_count()..nodes).rev().collect(),
            weight_to: vec![0.0; nodes],
            touched: vec![0; nodes + 1],
        };
        for (node, &community) in from.groups().iter().enumerate() {
            state.strength[community] += network.strength(node);
            state.size[community] += 1;
        }
        state
    }

    /// The community where a node is worth most, if it is not its own.
    fn better(&mut self, node: usize, objective: &Objective) -> Option<usize> {
        let (own, strength) = (self.community[node], self.network.strength(node));
        let mut count = 0;
        for (other, weight) in self.network.neighbours(node) {
            let community = self.community[other];
            // Without a branch, which nobody could foresee.
            self.touched[count] = community;
            count += usize::from(self.weight_to[community] == 0.0);
            self.weight_to[community] += weight;
        }
        let rest = self.strength[own] - strength;
        let mut most = objective.gain(self.weight_to[own], strength, rest) + objective.rounding;
        let mut best = None;
        for &community in &self.touched[..count] {
            let between = std::mem::take(&mut self.weight_to[community]);
            let gain = objective.gain(between, strength, self.strength[community]);
            if community != own && gain > most {
                (best, most) = (Some(community), gain);
            }
        }
        if self.size[own] > 1 && most < 0.0 {
            best = self.empty.last().copied();
        }
        best
    }

    fn assign(&mut self, node: usize, target: usize) {
        let own = std::mem::replace(&mut self.community[node], target);
        let strength = self.network.strength(node);
        self.size[own] -= 1;
        self.strength[own] -= strength;
        if self.size[own] == 0 {
            self.strength[own] = 0.0;
            self.empty.push(own);
        }
        if self.size[target] == 0 {
            self.empty.pop();
        }
        self.size[target] += 1;
        self.strength[target] += strength;
    }
}
