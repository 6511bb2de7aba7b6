//! How well a place in a text fits what is looked for.

use super::phrase::Phrase;
use crate::text::fold::{FoldedBlock, FoldedText};
use crate::text::particle::is_particle_chain;
use crate::text::tail::{Tail, classify, is_inflection};
use std::ops::Range;

/// How well a place fits; the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is whole words, with nothing after them but particles and endings:
    /// 지표 in 지표를, 집착 in 집착한다.
    Word,
    /// It begins a word that goes on: 고객 in 고객중심. Or a short word is
    /// written with a space in it: 언 박스.
    Grown,
    /// It stands inside of a longer Korean word: 베이스 in 데이터베이스.
    Inside,
}

/// A word of this many syllables or letters does not arise by chance when spaces
/// are put into it (플라이 휠), nor at the edge of two words.
const LONG_HANGUL: usize = 4;
const LONG_LATIN: usize = 6;
/// A shorter one may have a space in it when nothing else speaks against it.
const SPLIT_HANGUL: usize = 3;
/// Latin words shorter than this need the spaces they are asked with.
const SPACED_LATIN: usize = 5;
/// The piece of a long phrase that ends a longer word has at least so many
/// syllables: 데이터플라이 휠, but not 무엇인지 혁명 for 인지 혁명.
const PIECE_INSIDE: usize = 3;

impl Fit {
    /// What a hit counts for, beside a whole word.
    pub fn weight(self) -> f64 {
        match self {
            Self::Word => 1.0,
            Self::Grown => 0.6,
            Self::Inside => 0.3,
        }
    }
}

/// What the spaces in a hit are like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spacing {
    AsAsked,
    /// There are others, in a word that is long enough for that.
    Split,
    /// There are others, in a short word.
    Torn,
}

/// Judges a place that reads like a phrase; `None` when it is none.
pub(super) fn judge(phrase: &Phrase, folded: &FoldedBlock, range: &Range<usize>) -> Option<Fit> {
    let spacing = spacing(phrase, folded, range)?;
    let inside = begins_inside(phrase, folded, range)?;
    let whole = ends(phrase, folded, range)?;
    match (inside, whole, spacing) {
        (false, true, Spacing::Torn) => Some(Fit::Grown),
        (_, _, Spacing::Torn) => None,
        (false, true, _) => Some(Fit::Word),
        _ if phrase.is_one_syllable() => None,
        (false, false, _) => Some(Fit::Grown),
        (true, _, _) => Some(Fit::Inside),
    }
}

fn spacing(phrase: &Phrase, folded: &FoldedBlock, range: &Range<usize>) -> Option<Spacing> {
    let bytes = folded.bytes();
    let (mut as_asked, mut spacing) = (0, Spacing::AsAsked);
    for at in range.start + 1..range.end {
        if !folded.gap_before(at) {
            continue;
        }
        if phrase.has_gap(at - range.start) {
            as_asked += 1;
        } else if phrase.syllables >= LONG_HANGUL
            || phrase.letters >= LONG_LATIN
            || bytes[at - 1].is_ascii() != bytes[at].is_ascii()
        {
            spacing = spacing.max_of(Spacing::Split);
        } else if phrase.syllables == SPLIT_HANGUL && phrase.letters == 0 {
            spacing = Spacing::Torn;
        } else {
            return None;
        }
    }
    let joined = as_asked < phrase.gaps();
    let may_be_joined = phrase.syllables > 0 || phrase.letters >= SPACED_LATIN;
    (!joined || may_be_joined).then_some(spacing)
}

impl Spacing {
    fn max_of(self, other: Self) -> Self {
        if self == Self::Torn { self } else { other }
    }
}

/// Whether it begins inside of a Korean word. `None`: inside of a word of another
/// script, or with a piece too short to be more than chance.
fn begins_inside(phrase: &Phrase, folded: &FoldedBlock, range: &Range<usize>) -> Option<bool> {
    let start = range.start;
    if !folded.is_hangul(start) {
        let latin = folded.is_word_letter(start);
        return (!latin || folded.is_word_start(start)).then_some(false);
    }
    if folded.gap_before(start) || folded.hangul_before(start, 1).is_empty() {
        return Some(false);
    }
    let gap = (start + 1..range.end).find(|&at| folded.gap_before(at));
    let piece = gap.map_or(PIECE_INSIDE, |gap| (gap - start) / 3);
    let long = gap.is_none() || phrase.syllables >= LONG_HANGUL;
    (long && piece >= PIECE_INSIDE).then_some(true)
}

/// Whether it ends a word, particles and endings aside. `None`: it ends inside of
/// a word of a script that is not Hangul.
fn ends(phrase: &Phrase, folded: &FoldedBlock, range: &Range<usize>) -> Option<bool> {
    let end = range.end;
    if phrase.is_open() {
        return Some(true);
    }
    let Some(last) = folded.syllable_before(end) else {
        let latin = folded.is_word_letter(end - 1);
        return (!latin || folded.is_word_end(end)).then_some(true);
    };
    let after = folded.hangul_after(end);
    Some(match classify(after, Some(last)) {
        Tail::Clean | Tail::Verb => true,
        Tail::Inflected => !phrase.is_one_syllable() || is_sure_of_a_syllable(after, last),
        Tail::Compound | Tail::Unknown => false,
    })
}

/// Whether what follows a word of one syllable is an inflection and no piece of
/// another word: 개입니다, but not 개인 or 책임을, and no suffix (책상).
fn is_sure_of_a_syllable(after: &str, last: char) -> bool {
    is_particle_chain(after, Some(last))
        || (is_inflection(after, Some(last)) && !after.starts_with(['인', '임']))
}
