//! Numbers of terms.

use super::term::Term;
use std::collections::HashMap;

/// 2⁶⁴ divided by the golden ratio spreads what is near together.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// A number for each term, from 0 on in the order in which they come.
///
/// Terms come from notes of one's own, so that nobody has to be kept from making them
/// collide.
#[derive(Debug)]
pub(super) struct Numbers {
    /// The number of a short term and 1, at or after the place of its hash; 0 where none is.
    /// At least half of the places are free, and there are 2^`bits`.
    places: Vec<u32>,
    bits: u32,
    /// Each short term, by its number; 0, which is none, for a long one.
    terms: Vec<u64>,
    /// Those that few texts have.
    long: HashMap<u128, u32>,
}

impl Numbers {
    /// No term yet, but room for so many.
    pub(super) fn with_capacity(terms: usize) -> Self {
        let bits = (4 * terms).next_power_of_two().ilog2().max(6);
        Self {
            places: vec![0; 1 << bits],
            bits,
            terms: Vec::with_capacity(terms),
            long: HashMap::new(),
        }
    }

    /// How many terms there are.
    pub(super) fn len(&self) -> usize {
        self.terms.len()
    }

    /// The number of a term, which is the next if it is new.
    #[inline]
    pub(super) fn of(&mut self, term: Term) -> u32 {
        match term {
            Term::Short(term) => self.of_short(term),
            Term::Long(term) => {
                let next = self.terms.len() as u32;
                let number = *self.long.entry(term).or_insert(next);
                if number == next {
                    self.terms.push(0);
                }
                number
            }
        }
    }

    /// The number of a [short](Term::Short) term.
    #[inline]
    pub(super) fn of_short(&mut self, term: u64) -> u32 {
        let mut at = self.place(term);
        loop {
            let Some(number) = self.places[at].checked_sub(1) else {
                return self.add(term, at);
            };
            if self.terms[number as usize] == term {
                return number;
            }
            at = (at + 1) & (self.places.len() - 1);
        }
    }

    #[inline]
    fn place(&self, term: u64) -> usize {
        ((term ^ (term >> 32)).wrapping_mul(SPREAD) >> (u64::BITS - self.bits)) as usize
    }

    /// Adds a new term at a free place.
    fn add(&mut self, term: u64, at: usize) -> u32 {
        let number = self.terms.len() as u32;
        self.terms.push(term);
        self.places[at] = number + 1;
        if 2 * self.terms.len() > self.places.len() {
            self.grow();
        }
        number
    }

    fn grow(&mut self) {
        self.bits += 1;
        let mut places = vec![0; 1 << self.bits];
        for (number, &term) in (1..).zip(&self.terms).filter(|(_, term)| **term != 0) {
            let mut at = self.place(term);
            while places[at] != 0 {
                at = (at + 1) & (places.len() - 1);
            }
            places[at] = number;
        }
        self.places = places;
    }
}

#[cfg(test)]
mod tests {
    use super::{Numbers, Term};

    #[test]
    fn each_term_has_one_number() {
        let mut numbers = Numbers::with_capacity(0);
        for round in 0..2 {
            for term in 0..1_000 {
                assert_eq!(
                    numbers.of(Term::Short(term << 21 | 1)),
                    2 * term as u32,
                    "{round}"
                );
                assert_eq!(
                    numbers.of(Term::Long(u128::from(term))),
                    2 * term as u32 + 1
                );
            }
        }
        assert_eq!(numbers.len(), 2_000);
    }
}
