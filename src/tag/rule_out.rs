//! What the vocabulary rules out: names inside of longer strings, and names
//! beside certain words.

use super::grounds::Rejection;
use super::lexicon::{Lexicon, Scope};
use super::matcher::Candidate;
use super::name::NameId;
use crate::steps;
use crate::text::fold::Folded;
use crate::text::sentence::{sentence_at, sentences};
use std::ops::Range;

/// Where a string stands that rules something out, and its meaning.
pub(super) type Ruling = (Range<usize>, usize);

/// Rejects what stands inside of a longer string that is excluded; `shields`
/// are in the order of their ends.
pub(super) fn exclude(lexicon: &Lexicon, shields: &[Ruling], candidates: &mut [Candidate]) {
    let longest = shields.iter().map(|(shield, _)| shield.len()).max();
    let Some(longest) = longest else { return };
    for candidate in candidates {
        let range = &candidate.range;
        let from = shields.partition_point(|(shield, _)| shield.end < range.end);
        let excluded = shields[from..]
            .iter()
            .inspect(|_| steps::count(1))
            .take_while(|(shield, _)| shield.end <= range.start + longest)
            .filter(|(shield, _)| shield.start <= range.start)
            .any(|(_, pattern)| {
                covers(
                    lexicon,
                    &lexicon.meanings[*pattern].excludes,
                    candidate.name,
                )
            });
        if excluded && candidate.verdict.is_ok() {
            candidate.verdict = Err(Rejection::Excluded);
        }
    }
}

/// Rejects what has a word in its sentence that rules it out.
pub(super) fn guard(
    lexicon: &Lexicon,
    folded: &Folded,
    text: &str,
    guards: &[Ruling],
    candidates: &mut [Candidate],
) {
    if guards.is_empty() || candidates.is_empty() {
        return;
    }
    let ranges = sentences(text);
    let sentence = |at: usize| sentence_at(&ranges, folded.origin(at));
    let guards = outermost(guards, sentence);
    for candidate in candidates {
        let range = &candidate.range;
        let here = sentence(range.start);
        let from = guards.partition_point(|guard| guard.sentence < here);
        let ruled_out = guards[from..]
            .iter()
            .inspect(|_| steps::count(1))
            .take_while(|guard| guard.sentence == here)
            .filter(|guard| guard.first.start < range.start || guard.last.end > range.end)
            .any(|guard| {
                covers(
                    lexicon,
                    &lexicon.meanings[guard.pattern].guards,
                    candidate.name,
                )
            });
        if ruled_out && candidate.verdict.is_ok() {
            candidate.verdict = Err(Rejection::Guarded);
        }
    }
}

/// A word that rules names out, in one sentence.
struct Guard {
    sentence: Option<usize>,
    pattern: usize,
    first: Range<usize>,
    last: Range<usize>,
}

/// The first and the last place of each guard in each sentence, by sentence:
/// more are not needed to see one outside of a name.
fn outermost(
    found: &[(Range<usize>, usize)],
    sentence: impl Fn(usize) -> Option<usize>,
) -> Vec<Guard> {
    let guard = |(range, pattern): &(Range<usize>, usize)| Guard {
        sentence: sentence(range.start),
        pattern: *pattern,
        first: range.clone(),
        last: range.clone(),
    };
    let mut guards: Vec<Guard> = found.iter().map(guard).collect();
    guards.sort_by_key(|guard| (guard.sentence, guard.pattern, guard.first.start));
    guards.dedup_by(|next, kept| {
        let same = next.sentence == kept.sentence && next.pattern == kept.pattern;
        if same {
            kept.last = next.last.clone();
        }
        same
    });
    guards
}

pub(super) fn covers(lexicon: &Lexicon, scopes: &[Scope], name: NameId) -> bool {
    let concept = lexicon.name(name).concept;
    scopes.iter().any(|scope| scope.covers(name, concept))
}
