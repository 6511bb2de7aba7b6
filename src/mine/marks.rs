//! How a candidate stands at one place: quoted, in capitals, alone.

use super::lexis::Lexis;
use super::passage::Passage;
use super::word::{Kind, Word};

/// A set of marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u8);

impl Marks {
    /// Between quotation marks.
    pub(super) const QUOTED: Self = Self(1);
    /// In capitals among words that are not: an acronym.
    pub(super) const ACRONYM: Self = Self(2);
    /// Capitalised inside a sentence.
    pub(super) const CAPITAL: Self = Self(4);
    /// Beside a parenthesis that says it in other letters: 인풋 지표(input metric).
    pub(super) const GLOSSED: Self = Self(8);
    /// The particles of the last word are part of it: a whole quotation.
    pub(super) const WHOLE: Self = Self(16);
    /// No word goes on with it, and it goes on with none.
    pub(super) const FREE: Self = Self(32);

    /// Whether all marks of another set are in this one.
    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Adds the marks of another set.
    pub(super) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// The marks that the words themselves and their neighbours tell.
    pub(super) fn of(passage: &Passage<'_>, lexis: &Lexis, first: usize, words: usize) -> Self {
        let mut marks = Self::default();
        let tokens = &passage.tokens[first..first + words];
        let before = first.checked_sub(1).filter(|_| !tokens[0].barred);
        let after = Some(first + words)
            .filter(|&at| passage.tokens.get(at).is_some_and(|after| !after.barred));
        let word = |at: usize| lexis.word(passage.tokens[at].word);

        let goes_on = !passage.is_inflected(lexis, first + words - 1)
            && after.is_some_and(|at| word(at).opens());
        let continues =
            before.is_some_and(|at| word(at).opens() && !passage.is_inflected(lexis, at));
        if !goes_on && !continues {
            marks.add(Self::FREE);
        }
        let shouted = [before, after]
            .into_iter()
            .flatten()
            .any(|at| word(at).in_capitals);
        if words == 1 && !shouted && word(first).in_capitals {
            marks.add(Self::ACRONYM);
        }
        let capital = |word: &Word| word.capital || word.kind == Kind::Between;
        if !tokens[0].barred && (first..first + words).all(|at| capital(word(at))) {
            marks.add(Self::CAPITAL);
        }
        marks
    }
}
