//! The sentences of a text that say most of it.
//!
//! Up to [`FEW`] sentences are chosen by submodular coverage, more of them by
//! their centrality: of a few sentences the first leaves out what another one says
//! already, and of many the second finds those that most others are like.
//! docs/summary.md has what both reach.

mod centrality;
mod coverage;
mod letters;
mod likeness;
mod numbers;
mod occurrences;
mod postings;
mod rows;
mod term;
mod terms;
mod vectors;

use coverage::Coverage;
use likeness::Likeness;
use occurrences::Occurrences;
use postings::Postings;
use terms::Terms;
use vectors::Vectors;

/// With more sentences than this, centrality chooses.
pub const FEW: usize = 60;

/// How sentences are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Saturated coverage, diversity, and a little for standing early.
    Coverage,
    /// How like a sentence is to all others together.
    Centrality,
}

impl Method {
    /// The method for a number of sentences.
    pub fn for_sentences(count: usize) -> Self {
        match count <= FEW {
            true => Self::Coverage,
            false => Self::Centrality,
        }
    }
}

/// Sentences to choose from, in the order of the text.
#[derive(Clone, Debug)]
pub struct Extract(Compared);

/// What sentences are compared by.
#[derive(Clone, Debug)]
enum Compared {
    /// Each with each other.
    Few(Terms, Vectors),
    /// Each with all others.
    Many(Postings),
}

impl Extract {
    /// Takes the sentences of a text, in its order.
    pub fn of(sentences: &[&str]) -> Self {
        Self::by(Method::for_sentences(sentences.len()), sentences)
    }

    /// The same with a method of one's own choice.
    pub fn by(method: Method, sentences: &[&str]) -> Self {
        let occurrences = Occurrences::of(sentences);
        Self(match method {
            Method::Coverage => {
                let terms = Terms::of(&occurrences);
                let vectors = Vectors::of(&terms);
                Compared::Few(terms, vectors)
            }
            Method::Centrality => Compared::Many(Postings::of(occurrences)),
        })
    }

    /// The indices of the `count` best sentences, the best first. Sentences of
    /// `given` are chosen already: they are not among these, nor is what only
    /// says the same as they do.
    pub fn choose(&self, count: usize, given: &[usize]) -> Vec<usize> {
        let sentences = match &self.0 {
            Compared::Few(terms, _) => terms.len(),
            Compared::Many(postings) => postings.len(),
        };
        self.choose_of_each(&vec![0; sentences], 0, count, given)
    }

    /// The same, but a sentence of each of so many groups comes first, as far as
    /// `count` and the sentences go; `group` holds the group of each sentence. A
    /// group that a given sentence is of has its sentence.
    pub fn choose_of_each(
        &self,
        group: &[usize],
        groups: usize,
        count: usize,
        given: &[usize],
    ) -> Vec<usize> {
        let mut waiting = vec![true; groups];
        for &sentence in given {
            if let Some(waiting) = waiting.get_mut(group[sentence]) {
                *waiting = false;
            }
        }
        let mut choice = Choice {
            group,
            waiting,
            left: count,
            chosen: given.to_vec(),
        };
        match &self.0 {
            Compared::Few(terms, vectors) => {
                let likeness = Likeness::of(vectors);
                Coverage::new(terms, &likeness).choose(&mut choice);
            }
            Compared::Many(postings) => centrality::choose(postings, &mut choice),
        }
        choice.chosen.split_off(given.len())
    }
}

/// What is chosen, and what may be.
struct Choice<'a> {
    group: &'a [usize],
    /// The groups that have no sentence yet.
    waiting: Vec<bool>,
    left: usize,
    chosen: Vec<usize>,
}

impl Choice<'_> {
    /// Whether a sentence must wait until each group has one.
    fn must_wait(&self, sentence: usize) -> bool {
        let waits = self.waiting.get(self.group[sentence]).copied();
        !waits.unwrap_or(false) && self.any_waits()
    }

    fn any_waits(&self) -> bool {
        self.waiting.contains(&true)
    }

    fn take(&mut self, sentence: usize) {
        self.chosen.push(sentence);
        self.left -= 1;
        if let Some(waiting) = self.waiting.get_mut(self.group[sentence]) {
            *waiting = false;
        }
    }
}
