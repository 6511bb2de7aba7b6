//! What entries must be like: a query that was read in a library.

use super::fact::Fact;
use super::phrase::Phrase;
use super::term::Term;
use crate::model::ConceptId;

/// A condition on entries.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// They are about one of these concepts.
    About(Term),
    /// Their text or title says this.
    Says(Phrase),
    /// What is written down with them is so.
    Is(Fact),
    /// They name two things close to each other.
    Near(Box<Near>),
    /// The condition does not hold.
    Not(Box<Condition>),
    /// All hold.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
}

/// Two things that an entry's text names close to each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    /// One of them: concepts, phrases, or any of several.
    pub left: Condition,
    /// The other.
    pub right: Condition,
    /// From the sentence of one to that of the other it is at most so far.
    pub within: u32,
}

/// The words between the parts of a condition.
#[derive(Clone, Copy, Debug)]
pub struct Connectives {
    /// Between parts that all hold.
    pub and: &'static str,
    /// Before such a part that does not hold.
    pub and_not: &'static str,
    /// Between parts of which one holds.
    pub or: &'static str,
    /// Before a part that does not hold, when it stands first or alone.
    pub not: &'static str,
}

impl Connectives {
    /// `AWS and not Apple`.
    pub const ENGLISH: Self = Self {
        and: " and ",
        and_not: " and not ",
        or: " or ",
        not: "not ",
    };
    /// `AWS − 애플`.
    pub const KOREAN: Self = Self {
        and: " + ",
        and_not: " − ",
        or: " 또는 ",
        not: "−",
    };
}

impl Condition {
    /// The condition in words, `AWS and not (애플 or 킨들)` in English, with the labels
    /// of the concepts; of several concepts with one name the first stands for all.
    pub fn told(&self, with: Connectives, label: impl Fn(ConceptId) -> String + Copy) -> String {
        match self {
            Self::About(term) => term.told(label),
            Self::Says(phrase) => format!("“{}”", phrase.text()),
            Self::Is(fact) => fact.told.clone(),
            Self::Near(near) => format!(
                "{} near:{} {}",
                near.left.inner(with, label),
                near.within,
                near.right.inner(with, label)
            ),
            Self::Not(condition) => format!("{}{}", with.not, condition.inner(with, label)),
            Self::All(parts) => {
                let mut told = String::new();
                for (index, part) in parts.iter().enumerate() {
                    let (connective, part) = match part {
                        Self::Not(inner) if index > 0 => (with.and_not, inner.as_ref()),
                        part => (with.and, part),
                    };
                    told.push_str(if index == 0 { "" } else { connective });
                    told.push_str(&part.inner(with, label));
                }
                told
            }
            Self::Any(parts) => {
                let parts = parts.iter().map(|part| part.inner(with, label));
                parts.collect::<Vec<_>>().join(with.or)
            }
        }
    }

    /// The condition as a part of another.
    fn inner(&self, with: Connectives, label: impl Fn(ConceptId) -> String + Copy) -> String {
        match self {
            Self::All(_) | Self::Any(_) => format!("({})", self.told(with, label)),
            _ => self.told(with, label),
        }
    }

    /// The concepts that are looked for, left to right; not those of exclusions.
    pub fn terms(&self) -> Vec<&Term> {
        let mut terms = Vec::new();
        self.wanted(&mut |condition| {
            if let Self::About(term) = condition {
                terms.push(term);
            }
        });
        terms
    }

    /// The phrases that are looked for, left to right; not those of exclusions.
    pub fn phrases(&self) -> Vec<&Phrase> {
        let mut phrases = Vec::new();
        self.wanted(&mut |condition| {
            if let Self::Says(phrase) = condition {
                phrases.push(phrase);
            }
        });
        phrases
    }

    /// Visits the leaves that are not excluded.
    fn wanted<'a>(&'a self, visit: &mut impl FnMut(&'a Self)) {
        match self {
            Self::About(_) | Self::Says(_) | Self::Is(_) => visit(self),
            Self::Near(near) => {
                near.left.wanted(visit);
                near.right.wanted(visit);
            }
            Self::Not(_) => {}
            Self::All(parts) | Self::Any(parts) => {
                parts.iter().for_each(|part| part.wanted(visit));
            }
        }
    }
}
