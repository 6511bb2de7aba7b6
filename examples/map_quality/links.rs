//! Whether the links of one half of a book are found again in the other.
//!
//! Chapters are split at random into halves A and B. Every pair that could be
//! linked is scored by what stands in A, and B says which pairs are links:
//! those that stand together at all, and the strong ones, which do so at least
//! twice and more than twice as often as chance would have it.

use crate::association::{Association, Counts};
use crate::graphbase::Book;
use bookgraph::analyse::Random;
use bookgraph::graph::Windows;
use bookgraph::model::Library;
use bookgraph::tag::{Field, Tagging};

/// So many times a text is split.
const SPLITS: u64 = 12;

/// A text as what stands in the windows of each of its chapters.
pub(crate) struct Text {
    /// What it is called in a table.
    pub(crate) name: String,
    /// How many things there are.
    pub(crate) items: usize,
    /// The windows of each chapter; one may be empty.
    pub(crate) chapters: Vec<Vec<Vec<usize>>>,
}

/// How well links are found, as means over the splits.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct LinkQuality {
    /// The average precision for all links of B.
    pub(crate) any: f64,
    /// The average precision for the strong links of B.
    pub(crate) strong: f64,
    /// The strongest links, two for each thing: how many A and B have in
    /// common, of all that either has.
    pub(crate) stability: f64,
    /// The share of things that are in one of these links of A.
    pub(crate) coverage: f64,
}

impl Text {
    /// A book, where characters meet in groups.
    pub(crate) fn of_book(book: &Book) -> Self {
        let chapters = book.chapters.iter().map(|chapter| chapter.groups.clone());
        Self {
            name: book.title.clone(),
            items: book.characters.len(),
            chapters: chapters.collect(),
        }
    }

    /// A library, where concepts are named in the sentences of entries.
    pub(crate) fn of_library(name: &str, library: &Library, tagging: &Tagging) -> Self {
        let sentences = |entry| {
            let mut windows = vec![Vec::new(); tagging.sentences(entry).len()];
            let mentions = tagging.mentions(entry).iter();
            for mention in mentions.filter(|mention| mention.field == Field::Text) {
                windows[mention.sentence as usize].push(mention.concept.index());
            }
            windows
        };
        Self {
            name: name.to_owned(),
            items: library.vocabulary().len(),
            chapters: library.entry_ids().map(sentences).collect(),
        }
    }

    /// How well each of [`Association::ALL`] finds links, in that order.
    pub(crate) fn link_quality(&self) -> Vec<LinkQuality> {
        let splits: Vec<Split> = (0..SPLITS).map(|seed| Split::new(self, seed)).collect();
        let measure = |association| {
            let measured = splits.iter().map(|split| split.measure(association));
            mean(&measured.collect::<Vec<_>>())
        };
        Association::ALL.into_iter().map(measure).collect()
    }
}

/// The mean of each measure; one that is not a number for a split without a
/// strong link is left out.
pub(crate) fn mean(qualities: &[LinkQuality]) -> LinkQuality {
    let of = |measure: fn(&LinkQuality) -> f64| {
        let numbers = qualities.iter().map(measure);
        let known: Vec<f64> = numbers.filter(|number| !number.is_nan()).collect();
        known.iter().sum::<f64>() / known.len() as f64
    };
    LinkQuality {
        any: of(|quality| quality.any),
        strong: of(|quality| quality.strong),
        stability: of(|quality| quality.stability),
        coverage: of(|quality| quality.coverage),
    }
}

/// Two halves of a text: the counts of every pair of things that stand in
/// both, in the same order.
struct Split {
    things: usize,
    pairs: Vec<(usize, usize)>,
    halves: [Vec<Counts>; 2],
}

impl Split {
    fn new(text: &Text, seed: u64) -> Self {
        let mut order: Vec<usize> = (0..text.chapters.len()).collect();
        Random::new(seed).shuffle(&mut order);
        let (a, b) = order.split_at(order.len() / 2);
        let windows = [a, b].map(|chapters| {
            let mut windows = Windows::new(text.items);
            for items in chapters.iter().flat_map(|&chapter| &text.chapters[chapter]) {
                windows.push(items.iter().copied(), 1.0);
            }
            windows
        });
        let in_both = |&item: &usize| windows.iter().all(|half| half.occurrences(item) > 0.0);
        let things: Vec<usize> = (0..text.items).filter(in_both).collect();
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for (index, &one) in things.iter().enumerate() {
            pairs.extend(things[index + 1..].iter().map(|&other| (one, other)));
        }
        // At random, so that ties are broken by nothing else.
        Random::new(seed).shuffle(&mut pairs);
        Self {
            things: things.len(),
            halves: windows.map(|windows| counts(&windows, &pairs)),
            pairs,
        }
    }

    fn measure(&self, association: Association) -> LinkQuality {
        let [a, b] = &self.halves;
        let scores: Vec<f64> = a.iter().map(|&counts| association.of(counts)).collect();
        let strong = |pair: &Counts| pair.both >= 2.0 && pair.both > 2.0 * pair.expected();
        let top = [a, b].map(|half| self.strongest(association, half));
        let shared = top[0].iter().filter(|pair| top[1].contains(pair)).count();
        let mut covered: Vec<usize> = top[0]
            .iter()
            .flat_map(|&pair| [self.pairs[pair].0, self.pairs[pair].1])
            .collect();
        covered.sort_unstable();
        covered.dedup();
        LinkQuality {
            any: average_precision(&scores, b.iter().map(|pair| pair.both > 0.0)),
            strong: average_precision(&scores, b.iter().map(strong)),
            stability: shared as f64 / (top[0].len() + top[1].len() - shared) as f64,
            coverage: covered.len() as f64 / self.things as f64,
        }
    }

    /// The strongest pairs that stand together, two for each thing.
    fn strongest(&self, association: Association, half: &[Counts]) -> Vec<usize> {
        let together = |pair: &usize| half[*pair].both > 0.0;
        let mut pairs: Vec<usize> = (0..half.len()).filter(together).collect();
        let score = |pair: usize| association.of(half[pair]);
        pairs.sort_by(|&x, &y| score(y).total_cmp(&score(x)));
        pairs.truncate(2 * self.things);
        pairs
    }
}

fn counts(windows: &Windows, pairs: &[(usize, usize)]) -> Vec<Counts> {
    let together = windows.co_occurrences();
    let both = |pair| {
        let at = together.binary_search_by_key(&pair, |seen| (seen.a, seen.b));
        at.map_or(0.0, |at| f64::from(together[at].count))
    };
    let pairs = pairs.iter().map(|&(one, other)| Counts {
        both: both((one, other)),
        one: f64::from(windows.occurrences(one)),
        other: f64::from(windows.occurrences(other)),
        all: f64::from(windows.total()),
    });
    pairs.collect()
}

/// The mean precision over the links that are to be found: Σ (R_k − R_k−1) P_k,
/// where equal scores come all at once. Not a number when there is no link.
fn average_precision(scores: &[f64], links: impl Iterator<Item = bool>) -> f64 {
    let mut ranked: Vec<(f64, bool)> = scores.iter().copied().zip(links).collect();
    ranked.sort_by(|x, y| y.0.total_cmp(&x.0));
    let (mut seen, mut found, mut sum) = (0, 0, 0.0);
    for tied in ranked.chunk_by(|x, y| x.0 == y.0) {
        let new = tied.iter().filter(|(_, is_link)| *is_link).count();
        seen += tied.len();
        found += new;
        sum += new as f64 * found as f64 / seen as f64;
    }
    sum / found as f64
}

#[cfg(test)]
mod tests {
    use super::average_precision;

    #[test]
    fn precision_is_averaged_over_the_links() {
        let links = |marks: [u8; 4]| marks.into_iter().map(|mark| mark == 1);
        let scores = [4.0, 3.0, 2.0, 1.0];
        assert_eq!(average_precision(&scores, links([1, 1, 0, 0])), 1.0);
        assert_eq!(average_precision(&scores, links([0, 1, 0, 1])), 0.5);
        assert_eq!(average_precision(&[1.0; 4], links([1, 0, 0, 0])), 0.25);
        assert!(average_precision(&scores, links([0; 4])).is_nan());
    }
}
