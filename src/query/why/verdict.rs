//! What a place that reads like a name counts for.

use super::around::{hangul_after, hangul_before};
use crate::query::Doubt;
use crate::tag::{Grounds, Rejection};
use crate::text::fold::{is_syllable, key};
use crate::text::particle::is_particle_chain;
use std::ops::Range;

/// What a place counts for, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It tags the entry.
    Tagged(Attached),
    /// It stands inside of a longer name, written so, which counts instead.
    Nested {
        /// The longer name, as the text has it.
        inside: String,
        /// What was seen at it.
        seen: Attached,
    },
    /// It may be a mention.
    Suggested {
        /// Why it is doubtful.
        doubt: Doubt,
        /// The word it stands in.
        word: String,
        /// What was seen at it.
        seen: Attached,
    },
    /// It is none, or does not count.
    Rejected(Reason),
}

/// What was seen at a place that was accepted, in the words of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// What speaks for it.
    pub grounds: Grounds,
    /// The Hangul right before it, without a space; may be empty.
    pub before: String,
    /// The Hangul right after it, without a space; may be empty.
    pub after: String,
    /// Whether what stands after it is particles and nothing else.
    pub particles: bool,
}

impl Attached {
    /// What is seen around a span of a text.
    pub(super) fn of(text: &str, span: &Range<usize>, grounds: Grounds) -> Self {
        let folded = |text: &str| String::from_utf8_lossy(&key(text)).into_owned();
        let after = hangul_after(text, span.end);
        let last = folded(&text[span.clone()]).chars().next_back();
        let last = last.filter(|c| is_syllable(*c));
        Self {
            grounds,
            before: hangul_before(text, span.start).to_owned(),
            after: after.to_owned(),
            particles: !after.is_empty() && is_particle_chain(&folded(after), last),
        }
    }
}

/// Why a place does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What is wrong.
    pub cause: Cause,
    /// What stands in the text that makes it so: the longer word, the excluded
    /// string, the word that rules the name out, the name that counts instead.
    pub words: Option<String>,
}

/// What is wrong with a place that does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The matcher rejected it.
    Rejected(Rejection),
    /// It stands inside of a longer name of the same concept.
    SameConcept,
    /// The reader says that the entry is not about the concept.
    Refused,
    /// It is the title of the entry's book, in the entry's title.
    BookTitle,
}
