//! Numbers of terms.

use super::term::{HashTerms, Term};
use std::collections::HashMap;

/// A number for each term, from 0 on in the order in which they come.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    short: HashMap<u64, u32, HashTerms>,
    /// Those that few texts have.
    long: HashMap<u128, u32, HashTerms>,
}

impl Numbers {
    /// No term yet, but room for so many.
    pub(super) fn with_capacity(terms: usize) -> Self {
        Self {
            short: HashMap::with_capacity_and_hasher(terms, HashTerms::default()),
            long: HashMap::default(),
        }
    }

    /// How many terms there are.
    pub(super) fn len(&self) -> usize {
        self.short.len() + self.long.len()
    }

    /// The number of a term, which is the next if it is new.
    #[inline]
    pub(super) fn of(&mut self, term: Term) -> u32 {
        let next = self.len() as u32;
        match term {
            // Most terms are there already, and to look for one is cheaper than to make room.
            Term::Short(term) => match self.short.get(&term) {
                Some(&number) => number,
                None => *self.short.entry(term).or_insert(next),
            },
            Term::Long(term) => *self.long.entry(term).or_insert(next),
        }
    }
}
