//! Whether a stretch of text that reads like a name is one.

use super::lexicon::Name;
use crate::text::fold::{BARRIER, Folded};
use crate::text::tail::{Tail, classify};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// How sure a hit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// The name is probably part of a longer word: no tag, only a suggestion.
    Doubtful,
    /// The name with something grown onto it: a verb ending, a known noun.
    Grown,
    /// The name on its own, particles aside.
    Plain,
}

/// A Hangul name of this many syllables is long enough to be recognised in
/// unusual spacing and inside compounds.
const LONG_HANGUL: usize = 4;
/// The same for Latin letters.
const LONG_LATIN: usize = 6;
/// Latin names shorter than this need the spaces they are written with.
const SPACED_LATIN: usize = 5;

/// Prefixes of one syllable that leave a name what it is: 재구독, 비구독자.
const PREFIXES: [&str; 6] = ["재", "신", "비", "총", "각", "전"];

/// Looks at a candidate's gaps, edges and case; `None` when it is no mention.
pub(super) fn verify(
    name: &Name,
    folded: &Folded,
    range: Range<usize>,
    text: &str,
) -> Option<Strength> {
    if !folded.is_boundary(range.start) || !folded.is_boundary(range.end) {
        return None;
    }
    gaps_fit(name, folded, &range)
        .then(|| left_edge(name, folded, &range))
        .flatten()
        .and_then(|left| Some(left.min(right_edge(name, folded, &range)?)))
        .filter(|_| case_fits(name, folded, range, text))
}

/// A name may be written with fewer spaces than the vocabulary has, and, when
/// it is long enough not to arise by chance, with more: 플라이 휠, but not 언 박스.
fn gaps_fit(name: &Name, folded: &Folded, range: &Range<usize>) -> bool {
    let long = name.syllables >= LONG_HANGUL || name.letters >= LONG_LATIN;
    let mut own_gaps_seen = 0;
    for at in range.start + 1..range.end {
        if !folded.gap_before(at) {
            continue;
        }
        if name.gaps.contains(&((at - range.start) as u32)) {
            own_gaps_seen += 1;
            continue;
        }
        let bytes = folded.bytes();
        let script_changes = bytes[at - 1].is_ascii() != bytes[at].is_ascii();
        if !long && !script_changes {
            return false;
        }
    }
    let missing = own_gaps_seen < name.gaps.len();
    !missing || name.syllables > 0 || name.letters >= SPACED_LATIN
}

fn left_edge(name: &Name, folded: &Folded, range: &Range<usize>) -> Option<Strength> {
    let bytes = folded.bytes();
    if !name.starts_in_hangul {
        let word = bytes[range.start].is_ascii_alphanumeric();
        return (!word || folded.is_word_start(range.start)).then_some(Strength::Plain);
    }
    if folded.gap_before(range.start) || range.start == 0 || bytes[range.start - 1] == BARRIER {
        return Some(Strength::Plain);
    }
    let before = folded.hangul_before(range.start, 2);
    if before.is_empty() {
        // A Latin word or a number: AWS클라우드, 6페이저.
        return Some(Strength::Plain);
    }
    let first_gap = (range.start + 1..range.end)
        .find(|&at| folded.gap_before(at))
        .unwrap_or(range.end);
    let first_piece = (first_gap - range.start) / 3;
    // A long name may have something grown onto its front; but a piece of it
    // before a space is easily the end of another word (무엇인지 혁명 for 인지 혁명).
    let whole = first_gap == range.end;
    if name.syllables >= LONG_HANGUL && first_piece >= if whole { 2 } else { 3 } {
        return Some(Strength::Grown);
    }
    PREFIXES.contains(&before).then_some(Strength::Grown)
}

fn right_edge(name: &Name, folded: &Folded, range: &Range<usize>) -> Option<Strength> {
    let last = range.end - 1;
    if !name.ends_in_hangul {
        let word = folded.bytes()[last].is_ascii_alphanumeric();
        return (!word || folded.is_word_end(last)).then_some(Strength::Plain);
    }
    match classify(
        folded.hangul_after(range.end),
        folded.syllable_before(range.end),
    ) {
        Tail::Clean | Tail::Inflected => Some(Strength::Plain),
        Tail::Verb => Some(Strength::Grown),
        Tail::Compound if name.syllables >= 3 => Some(Strength::Grown),
        Tail::Compound => Some(Strength::Doubtful),
        Tail::Unknown => (name.syllables >= LONG_HANGUL).then_some(Strength::Doubtful),
    }
}

/// A case-sensitive name wants its exact letters; a plural s may follow.
fn case_fits(name: &Name, folded: &Folded, range: Range<usize>, text: &str) -> bool {
    let Some(exact) = &name.exact else {
        return true;
    };
    let letters = |text: &str| -> String { text.nfkc().filter(|c| c.is_alphanumeric()).collect() };
    let (found, exact) = (letters(&text[folded.original(range)]), letters(exact));
    found == exact || found.strip_suffix('s') == Some(&exact)
}
