//! What entries are about, and who is about each concept, with weights.

use super::HubLimit;
use crate::model::{ConceptId, EntryId, Library};
use crate::tag::{Tag, Tagging};

/// In a row so many times as long, concepts are searched for.
const FAR: usize = 8;

/// Rows of numbers with weights, one after the other.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// Where each row starts, and where the last one ends.
    starts: Vec<u32>,
    numbers: Vec<u32>,
    weights: Vec<f32>,
}

/// The weights of the tags of a library, by entry and by concept.
#[derive(Debug)]
pub(super) struct Weights {
    /// Of each entry its concepts that are no hubs, in order.
    pub(super) of_entry: Rows,
    /// Of each concept that is no hub the entries about it, in order.
    pub(super) of_concept: Rows,
    /// ‖e‖ for each entry, hubs counted.
    pub(super) norms: Vec<f32>,
    /// For each concept the largest share that it has in an entry: its weight by ‖e‖.
    pub(super) most: Vec<f32>,
}

impl Rows {
    fn with_capacity(rows: usize) -> Self {
        let mut starts = Vec::with_capacity(rows + 1);
        starts.push(0);
        Self {
            starts,
            ..Self::default()
        }
    }

    fn push(&mut self, row: impl Iterator<Item = (u32, f32)>) {
        for (number, weight) in row {
            self.numbers.push(number);
            self.weights.push(weight);
        }
        self.starts.push(self.numbers.len() as u32);
    }

    fn count(&self) -> usize {
        self.starts.len() - 1
    }

    /// A row: its numbers, and their weights.
    pub(super) fn row(&self, at: usize) -> (&[u32], &[f32]) {
        let row = self.starts[at] as usize..self.starts[at + 1] as usize;
        (&self.numbers[row.clone()], &self.weights[row])
    }

    /// The same by what was in the rows, of which there are `count`.
    fn turned(&self, count: usize) -> Self {
        let mut starts = vec![0; count + 1];
        for &number in &self.numbers {
            starts[number as usize + 1] += 1;
        }
        for at in 0..count {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut turned = Self {
            starts,
            numbers: vec![0; self.numbers.len()],
            weights: vec![0.0; self.numbers.len()],
        };
        for at in 0..self.count() {
            let (numbers, weights) = self.row(at);
            for (&number, &weight) in numbers.iter().zip(weights) {
                let place = &mut next[number as usize];
                turned.numbers[*place as usize] = at as u32;
                turned.weights[*place as usize] = weight;
                *place += 1;
            }
        }
        turned
    }
}

impl Weights {
    /// Weighs each tag by the rarity of its concept times its salience.
    pub(super) fn of(library: &Library, tagging: &Tagging, idf: &[f32], hub: HubLimit) -> Self {
        let is_hub = |concept: ConceptId| hub.is_exceeded_by(tagging.entries_about(concept));
        let hubs: Vec<bool> = library.vocabulary().ids().map(is_hub).collect();
        let weight = |tag: &Tag| idf[tag.concept.index()] * tag.salience;
        let entries = library.entries().len();
        let mut of_entry = Rows::with_capacity(entries);
        let mut norms = Vec::with_capacity(entries);
        let mut most = vec![0.0_f32; idf.len()];
        for entry in (0..entries).map(EntryId::from) {
            let tags = tagging.tags(entry);
            let squares = tags.iter().map(weight).map(|weight| weight * weight);
            let norm = squares.sum::<f32>().sqrt();
            // What weighs nothing links nothing.
            let linking = |tag: &&Tag| !hubs[tag.concept.index()] && weight(tag) > 0.0;
            let linking = tags.iter().filter(linking);
            of_entry.push(linking.map(|tag| {
                let most = &mut most[tag.concept.index()];
                *most = most.max(weight(tag) / norm);
                (tag.concept.0, weight(tag))
            }));
            norms.push(norm);
        }
        Self {
            of_concept: of_entry.turned(idf.len()),
            of_entry,
            norms,
            most,
        }
    }

    /// Σ w(a) w(b) over the concepts of both entries, in the order of the concepts.
    pub(super) fn product(&self, a: usize, b: usize) -> f32 {
        let (mut few, mut many) = (self.of_entry.row(a), self.of_entry.row(b));
        if few.0.len() > many.0.len() {
            (few, many) = (many, few);
        }
        let (mut sum, mut at) = (0.0, 0);
        let is_far = many.0.len() > FAR * few.0.len();
        for (&concept, &weight) in few.0.iter().zip(few.1) {
            let rest = &many.0[at..];
            at += match is_far {
                true => rest.partition_point(|&other| other < concept),
                false => rest.iter().take_while(|&&other| other < concept).count(),
            };
            if many.0.get(at) == Some(&concept) {
                sum += weight * many.1[at];
            }
        }
        sum
    }
}
