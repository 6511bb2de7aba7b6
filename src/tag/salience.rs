//! How much an entry is about a concept, as against naming it in passing.
//!
//! The weights were fitted by logistic regression to the index marks of eleven
//! books, each left out in turn (docs/matching.md has the figures), and
//! rounded. Where in the text a concept is named first made no difference there
//! beyond what the other features say, so it has no weight; quotation marks,
//! which handbooks hardly use for terms and readers do, got theirs by hand.

use super::lexicon::Lexicon;
use super::mention::{Field, Mention};
use super::name::count_letters;
use super::verbatim::is_whole_word;
use serde::{Deserialize, Serialize};

/// A salience below this is that of a mention in passing.
pub const PASSING: f32 = 0.18;

/// With this salience it is likelier than not that an author would put the entry
/// into an index under the concept.
pub const LIKELY: f32 = 0.5;

/// In smaller libraries than this, rarity is measured as if they were as large:
/// of ten entries, four say little about how common a concept is.
const SMALL_LIBRARY: f32 = 50.0;

/// An entry of which a concept has this part of all mentions is about it.
const SUBJECT_SHARE: f32 = 0.5;

const PER_LOG_MENTION: f32 = 1.15;
const IN_TITLE: f32 = 0.65;
const QUOTED: f32 = 0.3;
const SHARE: f32 = 0.6;
const RARITY: f32 = 3.9;
const INTRODUCES: f32 = 0.85;
const AS_NAMED: f32 = 0.65;

/// What an entry's mentions of one concept look like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// How often the entry names the concept.
    pub mentions: u32,
    /// How many of these have the letters of the name, no plural taken off or
    /// put on.
    pub as_named: u32,
    /// The title names it.
    pub in_title: bool,
    /// A mention stands in quotation marks.
    pub quoted: bool,
    /// A mention is word for word as the vocabulary writes a name, case apart, and
    /// a word of its own: what any search for whole words would find.
    pub verbatim: bool,
}

/// Why an entry is as much about a concept as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Salience {
    /// The mentions.
    pub evidence: Evidence,
    /// Of all mentions in the entry, the part that is of this concept.
    pub share: f32,
    /// How few entries have the concept, by name or as the reader's tag:
    /// 1 − ln(entries that do) / ln(entries), of fewer than 50 entries as if they
    /// were 50; 1 when no other does.
    pub rarity: f32,
    /// No entry of the book before this one has it.
    pub introduces: bool,
    /// The reader says that the entry is about it.
    pub authored: bool,
}

impl Salience {
    /// What the sum starts from, before any feature adds to it.
    pub const BASE: f32 = -4.6;

    /// From 0 to 1: the logistic function of the weighted features, which is an
    /// estimate of how probably an author would put the entry into an index
    /// under the concept; 1 when the reader did.
    pub fn score(&self) -> f32 {
        if self.authored {
            return 1.0;
        }
        let score = 1.0 / (1.0 + libm::expf(-self.sum()));
        if self.is_subject() {
            score.max(PASSING)
        } else {
            score
        }
    }

    /// Whether the tag is hardly to be doubted: the reader gave it, the entry has
    /// a name word for word, or it is likelier than not about the concept.
    pub fn is_sure(&self) -> bool {
        self.authored || self.evidence.verbatim || self.score() >= LIKELY
    }

    /// Whether the entry names little else, and names it again: that is never in
    /// passing, however common the concept.
    pub fn is_subject(&self) -> bool {
        self.evidence.mentions >= 2 && self.share >= SUBJECT_SHARE
    }

    /// The base and all terms.
    pub fn sum(&self) -> f32 {
        Self::BASE + self.terms().iter().map(|(_, weight)| weight).sum::<f32>()
    }

    /// What each feature adds to the sum that the score is made of.
    pub fn terms(&self) -> [(Feature, f32); 7] {
        let Evidence {
            mentions,
            as_named,
            in_title,
            quoted,
            verbatim: _,
        } = self.evidence;
        let mentions = mentions.max(1) as f32;
        let if_so = |so: bool, weight: f32| if so { weight } else { 0.0 };
        [
            (Feature::Mentions, PER_LOG_MENTION * libm::logf(mentions)),
            (Feature::Share, SHARE * self.share.sqrt()),
            (Feature::Rarity, RARITY * self.rarity),
            (Feature::AsNamed, AS_NAMED * as_named as f32 / mentions),
            (Feature::Title, if_so(in_title, IN_TITLE)),
            (Feature::Quoted, if_so(quoted, QUOTED)),
            (Feature::Introduces, if_so(self.introduces, INTRODUCES)),
        ]
    }
}

/// A feature of salience.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    /// How often the entry names the concept, as a logarithm.
    Mentions,
    /// How much of what the entry names is the concept, as a square root.
    Share,
    /// How few entries name it.
    Rarity,
    /// How many mentions have the letters of the name.
    AsNamed,
    /// The title names it.
    Title,
    /// It stands in quotation marks.
    Quoted,
    /// The entry is the first of its book to name it.
    Introduces,
}

/// How rare a concept is that `naming` of `entries` name.
pub(super) fn rarity(naming: usize, entries: usize) -> f32 {
    let entries = (entries as f32).max(SMALL_LIBRARY);
    1.0 - libm::logf(naming.max(1) as f32) / libm::logf(entries)
}

impl Evidence {
    /// Takes a mention into account, which stands in `text`.
    pub(super) fn add(&mut self, mention: &Mention, text: &str, lexicon: &Lexicon) {
        let span = mention.start as usize..mention.end as usize;
        let name = lexicon.name(mention.name);
        let letters = name.syllables + name.letters;
        self.verbatim |=
            is_whole_word(text, &span) && lexicon.writes(mention.name, &text[span.clone()]);
        self.mentions += 1;
        self.as_named += u32::from(count_letters(&text[span.clone()]) == letters);
        self.in_title |= mention.field == Field::Title;
        self.quoted |= is_quoted(&text[..span.start], &text[span.end..]);
    }

    /// Takes over what another piece of evidence says.
    pub(super) fn merge(&mut self, other: &Self) {
        self.mentions += other.mentions;
        self.as_named += other.as_named;
        self.in_title |= other.in_title;
        self.quoted |= other.quoted;
        self.verbatim |= other.verbatim;
    }
}

/// Whether quotation marks, or marks of emphasis, open before and close after,
/// particles aside.
fn is_quoted(before: &str, after: &str) -> bool {
    const PAIRS: [(char, char); 9] = [
        ('‘', '’'),
        ('“', '”'),
        ('「', '」'),
        ('『', '』'),
        ('《', '》'),
        ('〈', '〉'),
        ('"', '"'),
        ('\'', '\''),
        ('*', '*'),
    ];
    let open = before.chars().next_back();
    let close = after.chars().next();
    PAIRS
        .iter()
        .any(|&(opens, closes)| open == Some(opens) && close == Some(closes))
}
