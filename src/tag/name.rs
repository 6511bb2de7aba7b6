//! A name of a concept, and what it takes to be found.

use crate::model::{Alias, ConceptId, Language};
use crate::text::fold::{Folded, FoldedText, is_syllable};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// A name of a concept: an index into the lexicon's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NameId(pub u32);

/// A label or an alias of a concept, and how it is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The concept it names.
    pub concept: ConceptId,
    /// The name as the vocabulary writes it.
    pub text: String,
    /// Its language.
    pub language: Language,
    /// Too common to tag an entry by itself.
    pub weak: bool,
    /// Only as a word of its own.
    pub strict: bool,
    /// Names inside of it count too.
    pub keep_inner: bool,
    /// The vocabulary has it so; no form that was made of a heading.
    pub(super) as_given: bool,
    /// What it folds to, an index into the lexicon's patterns.
    pub(super) pattern: u32,
    /// The exact letters (NFKC) that a text must have, for case-sensitive
    /// names.
    pub(super) exact: Option<String>,
    /// Hangul syllables in it.
    pub(super) syllables: usize,
    /// Other letters, and digits, in it.
    pub(super) letters: usize,
    /// Whether it starts and ends with a Hangul syllable.
    pub(super) starts_in_hangul: bool,
    pub(super) ends_in_hangul: bool,
    /// Folded offsets where the name itself has a space or a hyphen.
    pub(super) gaps: Vec<u32>,
}

impl Name {
    /// A name that folds to the range `core` of `folded`.
    pub(super) fn new(
        concept: ConceptId,
        alias: &Alias,
        folded: &Folded,
        core: &Range<usize>,
    ) -> Self {
        let composed: String = letters_and_digits(&alias.text).collect();
        let gaps = (core.start + 1..core.end).filter(|&at| folded.gap_before(at));
        let (first, last) = (composed.chars().next(), composed.chars().last());
        Self {
            concept,
            text: alias.text.clone(),
            language: alias.language,
            weak: alias.weak,
            strict: alias.strict,
            keep_inner: alias.keep_inner,
            as_given: true,
            pattern: 0,
            syllables: composed.chars().filter(|c| is_syllable(*c)).count(),
            letters: composed.chars().filter(|c| !is_syllable(*c)).count(),
            starts_in_hangul: first.is_some_and(is_syllable),
            ends_in_hangul: last.is_some_and(is_syllable),
            gaps: gaps.map(|at| (at - core.start) as u32).collect(),
            exact: alias.case.then_some(composed),
        }
    }
}

/// How many letters and digits a text has, composed.
pub(super) fn count_letters(text: &str) -> usize {
    if text.chars().all(|c| c.is_ascii() || is_syllable(c)) {
        return text.chars().filter(|c| c.is_alphanumeric()).count();
    }
    letters_and_digits(text).count()
}

/// The letters and digits of a text, composed (NFKC).
pub(super) fn letters_and_digits(text: &str) -> impl Iterator<Item = char> {
    text.nfkc().filter(|c| c.is_alphanumeric())
}
