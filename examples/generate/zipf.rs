//! Few things are common, most are rare.

use bookgraph::analyse::Random;

/// Indices of which the k-th comes with a probability in proportion to
/// 1 / (k + 1)ˢ (G. K. Zipf, "The Psycho-Biology of Language", 1935).
pub(crate) struct Zipf {
    /// The sums of the shares up to each index; the last is 1.
    sums: Vec<f64>,
}

impl Zipf {
    pub(crate) fn new(length: usize, exponent: f64) -> Self {
        let share = |rank: usize| libm::pow(rank as f64, -exponent);
        let all: f64 = (1..=length).map(share).sum();
        let mut sum = 0.0;
        let sums = (1..=length).map(|rank| {
            sum += share(rank) / all;
            sum
        });
        Self {
            sums: sums.collect(),
        }
    }

    pub(crate) fn draw(&self, random: &mut Random) -> usize {
        let at = random.unit();
        let index = self.sums.partition_point(|sum| *sum <= at);
        index.min(self.sums.len() - 1)
    }
}
