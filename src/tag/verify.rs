//! Whether a stretch of text that reads like a name is one.

use super::grounds::{Grounds, Head, Rejection, Spacing, Strength};
use super::name::{Name, letters_and_digits};
use crate::text::fold::{BARRIER, Folded, FoldedText, is_syllable};
use crate::text::tail::{Tail, classify, is_adverb, is_inflection};
use std::ops::Range;

/// A Hangul name of this many syllables is long enough to be recognised in
/// unusual spacing and inside compounds.
const LONG_HANGUL: usize = 4;
/// The same for Latin letters.
const LONG_LATIN: usize = 6;
/// Latin names shorter than this need the spaces they are written with.
const SPACED_LATIN: usize = 5;
/// A Latin name of so few letters (LP) is doubtful when an unknown word goes on
/// after it: LP판, AI시대.
const SHORT_LATIN: usize = 2;

/// Adverbs that read like a name have a name of this many syllables in them.
const ADVERB_STEM: usize = 2;

/// What makes another word of a noun, which may be about the same: 혁신적인,
/// 기억력, 심리학. Behind a short name, that is to be suggested, no more.
const DERIVING: [&str; 5] = ["적", "력", "감", "학", "론"];

/// Prefixes of one syllable that leave a name what it is: 재구독, 비구독자.
const PREFIXES: [&str; 7] = ["재", "신", "비", "불", "총", "각", "전"];

/// Looks at a candidate's gaps, edges and case.
pub(super) fn verify(
    name: &Name,
    folded: &Folded,
    range: Range<usize>,
    text: &str,
) -> Result<Grounds, Rejection> {
    let spacing = spacing(name, folded, &range)?;
    examine(name, folded, range, spacing, text)
}

/// Looks at the edges and the case of a candidate whose spaces are known.
pub(super) fn examine(
    name: &Name,
    folded: &Folded,
    range: Range<usize>,
    spacing: Spacing,
    text: &str,
) -> Result<Grounds, Rejection> {
    let head = head(name, folded, &range)?;
    let tail = tail(name, folded, &range)?;
    let end = range.end;
    let run = || is_inflection(folded.hangul_after(end), folded.syllable_before(end));
    if name.strict && (head != Head::Clean || !run()) {
        return Err(Rejection::Strict);
    }
    let particles = spacing == Spacing::InnerParticle;
    if !case_fits(name, &text[folded.original(range)], particles) {
        return Err(Rejection::Case);
    }
    let strength = match tail {
        _ if name.weak => Strength::Doubtful,
        Tail::Unknown => Strength::Doubtful,
        Tail::Compound if name.ends_in_hangul && name.syllables < 3 => Strength::Doubtful,
        Tail::Verb | Tail::Compound => Strength::Grown,
        Tail::Clean | Tail::Inflected if head != Head::Clean => Strength::Grown,
        Tail::Clean | Tail::Inflected => Strength::Plain,
    };
    Ok(Grounds {
        spacing,
        head,
        tail,
        strength,
    })
}

/// A name may be written with fewer spaces than the vocabulary has, and, when
/// it is long enough not to arise by chance, with more: 플라이 휠, but not 언 박스.
fn spacing(name: &Name, folded: &Folded, range: &Range<usize>) -> Result<Spacing, Rejection> {
    let long = name.syllables >= LONG_HANGUL || name.letters >= LONG_LATIN;
    let bytes = folded.bytes();
    let (mut own_gaps_seen, mut split) = (0, false);
    for at in range.start + 1..range.end {
        if !folded.gap_before(at) {
            continue;
        }
        if name.gaps.contains(&((at - range.start) as u32)) {
            own_gaps_seen += 1;
            continue;
        }
        let script_changes = bytes[at - 1].is_ascii() != bytes[at].is_ascii();
        if !long && !script_changes {
            return Err(Rejection::Spacing);
        }
        split = true;
    }
    if own_gaps_seen == name.gaps.len() {
        return Ok(if split {
            Spacing::Split
        } else {
            Spacing::AsWritten
        });
    }
    if name.syllables > 0 || name.letters >= SPACED_LATIN {
        Ok(Spacing::Joined)
    } else {
        Err(Rejection::Spacing)
    }
}

fn head(name: &Name, folded: &Folded, range: &Range<usize>) -> Result<Head, Rejection> {
    let bytes = folded.bytes();
    let start = range.start;
    if !name.starts_in_hangul {
        let inside = folded.is_word_letter(start) && !folded.is_word_start(start);
        return if inside {
            Err(Rejection::InsideWord)
        } else {
            Ok(Head::Clean)
        };
    }
    if start == 0 || folded.gap_before(start) || bytes[start - 1] == BARRIER {
        return Ok(Head::Clean);
    }
    let before = folded.hangul_before(start, 2);
    if before.is_empty() {
        // A Latin word or a number: AWS클라우드, 6페이저.
        return Ok(Head::Clean);
    }
    if name.syllables >= LONG_HANGUL {
        // A long name may have something grown onto its front; but a piece of
        // it before a space is easily the end of another word (무엇인지 혁명
        // for 인지 혁명).
        let first_gap = (start + 1..range.end).find(|&at| folded.gap_before(at));
        let first_piece = (first_gap.unwrap_or(range.end) - start) / 3;
        if first_piece >= if first_gap.is_none() { 2 } else { 3 } {
            return Ok(Head::Grown);
        }
    }
    if PREFIXES.contains(&before) {
        Ok(Head::Prefix)
    } else {
        Err(Rejection::InsideWord)
    }
}

fn tail(name: &Name, folded: &Folded, range: &Range<usize>) -> Result<Tail, Rejection> {
    let end = range.end;
    if name.ends_in_hangul {
        let run = folded.hangul_after(end);
        let tail = classify(run, folded.syllable_before(end));
        let derived = DERIVING.iter().any(|suffix| run.starts_with(suffix));
        let short = tail == Tail::Unknown && name.syllables < LONG_HANGUL && !derived;
        let adverb = name.syllables == ADVERB_STEM
            && !run.is_empty()
            && is_adverb(&folded.bytes()[range.start..end], run);
        return if short || adverb {
            Err(Rejection::LongerWord)
        } else {
            Ok(tail)
        };
    }
    if folded.is_word_letter(end - 1) && !folded.is_word_end(end) {
        return Err(Rejection::LongerWord);
    }
    let short = name.letters <= SHORT_LATIN && name.syllables == 0;
    // Whatever Hangul stands behind a Latin name is another word.
    if short && classify(folded.hangul_after(end), None) == Tail::Unknown {
        return Ok(Tail::Unknown);
    }
    Ok(Tail::Clean)
}

/// A case-sensitive name wants its exact letters; a plural s may follow, and
/// there may be particles inside.
fn case_fits(name: &Name, written: &str, particles: bool) -> bool {
    let Some(exact) = &name.exact else {
        return true;
    };
    let mut found = letters_and_digits(written);
    let same = exact.chars().all(|c| {
        let particle = |other: &char| particles && *other != c && is_syllable(*other);
        found.by_ref().find(|other| !particle(other)) == Some(c)
    });
    same && matches!((found.next(), found.next()), (None | Some('s'), None))
}

/// Whether a word ends here (아마존 강 shields 아마존 in 아마존 강의, not in 아마존
/// 강점); or, if asked, whether it is all of the word, particles aside.
pub(super) fn stands_alone(folded: &Folded, range: &Range<usize>, whole: bool) -> bool {
    let (start, end) = (range.start, range.end);
    let latin = |at: usize| folded.is_word_letter(at);
    let begins = folded.hangul_before(start, 1).is_empty() || !folded.is_hangul(start);
    let begins = begins && (!latin(start) || folded.is_word_start(start));
    let ends = match folded.syllable_before(end) {
        None => !latin(end - 1) || folded.is_word_end(end),
        last if whole => is_inflection(folded.hangul_after(end), last),
        last => classify(folded.hangul_after(end), last) != Tail::Unknown,
    };
    ends && (begins || !whole)
}
