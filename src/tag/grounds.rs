//! Why a stretch of text is a mention of a name, or is none.

use crate::text::tail::Tail;
use serde::{Deserialize, Serialize};

/// How sure a hit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Strength {
    /// The name is probably part of a longer word, or too common a word: no
    /// tag, only a suggestion.
    Doubtful,
    /// The name with something grown onto it: a verb ending, a known noun.
    Grown,
    /// The name on its own, particles aside.
    Plain,
}

/// How the spaces and hyphens of a hit differ from those of the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Spacing {
    /// Not at all.
    AsWritten,
    /// It has fewer: 인풋지표.
    Joined,
    /// It has more: 플라이 휠.
    Split,
    /// It has a particle in one: 결과를 창출.
    InnerParticle,
}

/// What stands right before a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Head {
    /// No letter of the same script.
    Clean,
    /// A prefix of one syllable: 재구독.
    Prefix,
    /// Another word, which a name this long may have before it: 핵심인풋지표.
    Grown,
}

/// What was seen at a hit that was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grounds {
    /// Its spaces.
    pub spacing: Spacing,
    /// What stands before it.
    pub head: Head,
    /// What stands after it.
    pub tail: Tail,
    /// How sure this makes it.
    pub strength: Strength,
}

/// Why something that reads like a name is no mention of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// The name is too short to be recognised in other spacing: 유 튜브.
    Spacing,
    /// It starts inside of a word: 파인애플.
    InsideWord,
    /// A word goes on after it: 애플리케이션.
    LongerWord,
    /// The name is to be taken strictly, and something is grown onto it.
    Strict,
    /// Its letters are in another case than the name asks for.
    Case,
    /// It stands in a longer string that the vocabulary excludes.
    Excluded,
    /// A word of the sentence rules it out.
    Guarded,
    /// Another name overlaps it and counts instead: it starts earlier, is longer,
    /// or is surer; or it is a longer name of the same concept.
    Overlapped,
}
