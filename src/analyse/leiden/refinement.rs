//! Refinement.

use super::super::network::Network;
use super::super::partition::Partition;
use super::super::random::Random;
use super::Objective;

/// θ, in mean edge weights, so that the scale of the weights plays no part:
/// how freely a node chooses among the communities that gain by it.
const RANDOMNESS: f64 = 0.01;

/// ln 2⁻⁶⁴.
const NOTHING: f64 = -44.36;

/// Builds every community anew from single nodes, each of which joins a
/// refined community at random, the more likely the more is gained, and only
/// where both are well connected to the rest of the community. What would
/// fall apart is found apart.
pub(super) fn refine(
    network: &Network,
    communities: &Partition,
    objective: &Objective,
    random: &mut Random,
) -> Partition {
    let mut state = Refinement::new(network, communities, objective);
    let mut order: Vec<usize> = (0..network.len()).collect();
    random.shuffle(&mut order);
    for node in order {
        if state.size[state.refined[node]] == 1 && state.is_well_connected(node) {
            state.join(node, random);
        }
    }
    Partition::from_labels(&state.refined)
}

struct Refinement<'a> {
    network: &'a Network,
    communities: &'a Partition,
    objective: &'a Objective,
    /// The strength of each community.
    whole: Vec<f64>,
    /// The refined community of each node, and what follows of each of these:
    refined: Vec<usize>,
    size: Vec<usize>,
    strength: Vec<f64>,
    /// … the weight to the rest of its community.
    outward: Vec<f64>,
    weight_to: Vec<f64>,
    touched: Vec<usize>,
    /// Where the node in question gains, how much, and what that makes likely.
    choices: Vec<Choice>,
}

struct Choice {
    refined: usize,
    gain: f64,
    odds: f64,
}

impl<'a> Refinement<'a> {
    fn new(network: &'a Network, communities: &'a Partition, objective: &'a Objective) -> Self {
        let nodes = network.len();
        let mut whole = vec![0.0; communities.group_count()];
        for (node, &community) in communities.groups().iter().enumerate() {
            whole[community] += network.strength(node);
        }
        let inside = |node| {
            let own = network
                .neighbours(node)
                .filter(|(other, _)| communities.group(*other) == communities.group(node));
            own.map(|(_, weight)| weight).sum()
        };
        Self {
            network,
            communities,
            objective,
            whole,
            refined: (0..nodes).collect(),
            size: vec![1; nodes],
            strength: (0..nodes).map(|node| network.strength(node)).collect(),
            outward: (0..nodes).map(inside).collect(),
            weight_to: vec![0.0; nodes],
            touched: Vec::new(),
            choices: Vec::new(),
        }
    }

    /// Whether a refined community (each is named by a node in it) holds to
    /// the rest of its community as well as chance would have it.
    fn is_well_connected(&self, refined: usize) -> bool {
        let rest = self.whole[self.communities.group(refined)] - self.strength[refined];
        let gain = self
            .objective
            .gain(self.outward[refined], self.strength[refined], rest);
        gain >= -self.objective.rounding
    }

    /// Lets a node that is alone choose where to go.
    fn join(&mut self, node: usize, random: &mut Random) {
        let community = self.communities.group(node);
        for (other, weight) in self.network.neighbours(node) {
            if self.communities.group(other) == community {
                let refined = self.refined[other];
                if self.weight_to[refined] == 0.0 {
                    self.touched.push(refined);
                }
                self.weight_to[refined] += weight;
            }
        }
        let strength = self.network.strength(node);
        self.choices.clear();
        self.choices.push(Choice::of(node, 0.0));
        for &refined in &self.touched {
            let between = self.weight_to[refined];
            let gain = self
                .objective
                .gain(between, strength, self.strength[refined]);
            if gain >= 0.0 && self.is_well_connected(refined) {
                self.choices.push(Choice::of(refined, gain));
            }
        }
        let chosen = self.choose(random);
        if chosen != node {
            self.refined[node] = chosen;
            self.size[node] = 0;
            self.size[chosen] += 1;
            self.strength[chosen] += strength;
            self.outward[chosen] += self.outward[node] - 2.0 * self.weight_to[chosen];
        }
        for refined in self.touched.drain(..) {
            self.weight_to[refined] = 0.0;
        }
    }

    /// A choice with probability ∝ exp(gain / θ).
    fn choose(&mut self, random: &mut Random) -> usize {
        let theta = RANDOMNESS * self.objective.mean;
        let most = self.choices.iter().map(|choice| choice.gain);
        let most = most.fold(0.0, f64::max);
        for choice in &mut self.choices {
            choice.odds = odds((choice.gain - most) / theta);
        }
        let all: f64 = self.choices.iter().map(|choice| choice.odds).sum();
        let mut left = random.unit() * all;
        for choice in &self.choices {
            left -= choice.odds;
            if left < 0.0 {
                return choice.refined;
            }
        }
        self.choices[self.choices.len() - 1].refined
    }
}

impl Choice {
    fn of(refined: usize, gain: f64) -> Self {
        Self {
            refined,
            gain,
            odds: 0.0,
        }
    }
}

/// exp, which is 1 for the best choice, and nothing beside it where it is below 2⁻⁶⁴.
fn odds(exponent: f64) -> f64 {
    match exponent {
        0.0 => 1.0,
        _ if exponent < NOTHING => 0.0,
        _ => libm::exp(exponent),
    }
}
