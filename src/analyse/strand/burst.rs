//! Where a concept is named much more than elsewhere.

use crate::model::EntryId;

/// In a burst, a sentence names the concept this many times as probably as it
/// does elsewhere.
const SCALING: f64 = 2.0;
/// Scales what it costs to start a burst; 1 as in the paper.
const COST: f64 = 1.0;

/// An entry: how many sentences it has, and how many of them name a concept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Batch {
    pub(super) entry: EntryId,
    pub(super) all: u32,
    pub(super) named: u32,
}

/// Entries in a row that name a concept much more often than the book does.
#[derive(Clone, Debug, PartialEq)]
pub struct Burst {
    /// The first of them.
    pub first: EntryId,
    /// The last of them.
    pub last: EntryId,
    /// How many of their sentences name the concept.
    pub sentences: u32,
    /// How much better a burst explains them than the book's rate does: the
    /// difference of the two log-likelihoods.
    pub weight: f64,
}

/// The bursts of a concept in the entries of a book, in order.
///
/// The two-state automaton for batched arrivals of J. Kleinberg, "Bursty and
/// hierarchical structure in streams" (KDD 2002, section 4), with s = 2 and
/// γ = 1: the cheapest sequence of states, where an entry of d sentences, r of
/// which name the concept, costs −ln pʳ (1 − p)ᵈ⁻ʳ in a state of probability p,
/// and going up to the burst costs γ ln n of n entries. One that has a single
/// sentence is none.
pub(super) fn bursts(batches: &[Batch]) -> Vec<Burst> {
    let (named, all) = batches.iter().fold((0, 0), |(named, all), batch| {
        (named + batch.named, all + batch.all.max(batch.named))
    });
    let usual = f64::from(named) / f64::from(all.max(1));
    if named < 2 || usual >= 1.0 {
        return Vec::new();
    }
    // A rate that cannot double goes half the way to certainty.
    let raised = (SCALING * usual).min(f64::midpoint(usual, 1.0));
    let costs = |batch: &Batch| [usual, raised].map(|rate| cost(batch, rate));
    let up = COST * libm::log(batches.len() as f64);
    let bursting = cheapest(batches.iter().map(costs), up);
    let mut bursts: Vec<Burst> = Vec::new();
    let mut open = false;
    for (batch, bursting) in batches.iter().zip(bursting) {
        if bursting {
            let [usual, raised] = costs(batch);
            match bursts.last_mut().filter(|_| open) {
                Some(burst) => {
                    burst.last = batch.entry;
                    burst.sentences += batch.named;
                    burst.weight += usual - raised;
                }
                None => bursts.push(Burst {
                    first: batch.entry,
                    last: batch.entry,
                    sentences: batch.named,
                    weight: usual - raised,
                }),
            }
        }
        open = bursting;
    }
    bursts.retain(|burst| burst.sentences > 1);
    bursts
}

fn cost(batch: &Batch, rate: f64) -> f64 {
    let others = batch.all.saturating_sub(batch.named);
    -(f64::from(batch.named) * libm::log(rate) + f64::from(others) * libm::log(1.0 - rate))
}

/// Viterbi's algorithm on two states, of which the lower comes first: for each
/// step whether it is in the higher one.
fn cheapest(costs: impl Iterator<Item = [f64; 2]>, up: f64) -> Vec<bool> {
    let mut best = [0.0, up];
    let mut from: Vec<[bool; 2]> = Vec::new();
    for (step, [low, high]) in costs.enumerate() {
        if step == 0 {
            best = [low, up + high];
            from.push([false, false]);
            continue;
        }
        let down = best[1] < best[0];
        let stay = best[1] <= best[0] + up;
        from.push([down, stay]);
        best = [
            low + best[usize::from(down)],
            high + if stay { best[1] } else { best[0] + up },
        ];
    }
    let mut state = best[1] < best[0];
    let mut states = vec![false; from.len()];
    for step in (0..from.len()).rev() {
        states[step] = state;
        state = from[step][usize::from(state)];
    }
    states
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(named: &[u32]) -> Vec<(usize, usize)> {
        let batches: Vec<Batch> = named
            .iter()
            .enumerate()
            .map(|(at, &named)| Batch {
                entry: EntryId::from(at),
                all: 6,
                named,
            })
            .collect();
        let bursts = bursts(&batches);
        assert!(bursts.iter().all(|burst| burst.weight > 0.0));
        let ends = bursts.iter();
        ends.map(|burst| (burst.first.index(), burst.last.index()))
            .collect()
    }

    #[test]
    fn crowds_are_bursts() {
        assert_eq!(found(&[0, 0, 0, 4, 4, 0, 0, 0, 0, 0]), [(3, 4)]);
        // A gap of one entry does not end it, a long one does.
        assert_eq!(found(&[0, 0, 3, 0, 3, 0, 0, 0, 0, 0]), [(2, 4)]);
        assert_eq!(
            found(&[5, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 5]),
            [(0, 1), (16, 17)]
        );
        for steady in [&[1; 10][..], &[0, 0, 1, 0, 0], &[6; 4], &[0; 5], &[]] {
            assert_eq!(found(steady), []);
        }
    }
}
