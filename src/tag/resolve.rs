//! Which of several overlapping candidates count.

use super::grounds::{Rejection, Strength};
use super::lexicon::Lexicon;
use super::matcher::{Candidate, Standing};
use std::ops::Range;

/// Sorts candidates from left to right, longest first, and gives each its
/// standing: the leftmost, then the longest, then the surest tags the text;
/// what stands inside of it is nested; what is doubtful is suggested where
/// nothing else counts; and what is rejected stays so.
pub(super) fn resolve(lexicon: &Lexicon, candidates: &mut [Candidate]) {
    candidates.sort_by(|a, b| {
        let key = |c: &Candidate| (c.range.start, std::cmp::Reverse(c.range.len()));
        let surest_first = b.strength().cmp(&a.strength());
        key(a)
            .cmp(&key(b))
            .then(surest_first)
            .then(a.name.cmp(&b.name))
    });
    tag(lexicon, candidates);
    suggest(candidates);
}

/// Gives the candidates that are sure enough their standing.
fn tag(lexicon: &Lexicon, candidates: &mut [Candidate]) {
    // The name that counts here, and where the names end that count inside.
    let mut outer: Option<usize> = None;
    let mut inner_end = 0;
    for index in 0..candidates.len() {
        let (before, rest) = candidates.split_at_mut(index);
        let candidate = &mut rest[0];
        if !candidate
            .strength()
            .is_some_and(|strength| strength > Strength::Doubtful)
        {
            continue;
        }
        let range = candidate.range.clone();
        let around = outer
            .map(|outer| &before[outer])
            .filter(|outer| range.start < outer.range.end);
        let Some(around) = around else {
            candidate.stand(Standing::Tagged);
            (outer, inner_end) = (Some(index), 0);
            continue;
        };
        let name = lexicon.name(around.name);
        let repeats = before
            .iter()
            .rev()
            .take_while(|c| c.range.start == range.start)
            .any(|c| {
                c.range == range
                    && c.is_tagged()
                    && lexicon.name(c.name).concept == lexicon.name(candidate.name).concept
            });
        if range.end > around.range.end || repeats {
            candidate.verdict = Err(Rejection::Overlapped);
        } else if range == around.range {
            candidate.stand(Standing::Tagged);
        } else if name.concept == lexicon.name(candidate.name).concept {
            candidate.verdict = Err(Rejection::Overlapped);
        } else if name.keep_inner && range.start >= inner_end {
            inner_end = range.end;
            candidate.stand(Standing::Tagged);
        } else {
            candidate.stand(Standing::Nested);
        }
    }
}

/// Rejects the doubtful candidates that overlap something better.
fn suggest(candidates: &mut [Candidate]) {
    let tagged: Vec<Range<usize>> = candidates
        .iter()
        .filter(|candidate| candidate.is_tagged())
        .map(|candidate| candidate.range.clone())
        .collect();
    let (mut next, mut taken) = (0, 0);
    for candidate in candidates {
        if candidate.strength() != Some(Strength::Doubtful) {
            continue;
        }
        let range = &candidate.range;
        while tagged
            .get(next)
            .is_some_and(|tagged| tagged.end <= range.start)
        {
            next += 1;
        }
        let overlaps = tagged
            .get(next)
            .is_some_and(|tagged| tagged.start < range.end);
        if overlaps || range.start < taken {
            candidate.verdict = Err(Rejection::Overlapped);
        } else {
            taken = range.end;
        }
    }
}

impl Candidate {
    fn is_tagged(&self) -> bool {
        matches!(self.verdict, Ok((Standing::Tagged, _)))
    }

    fn stand(&mut self, standing: Standing) {
        if let Ok((held, _)) = &mut self.verdict {
            *held = standing;
        }
    }
}
