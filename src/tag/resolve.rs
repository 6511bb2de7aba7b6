//! Which of several overlapping candidates count.

use super::grounds::{Rejection, Strength};
use super::lexicon::Lexicon;
use super::matcher::{Candidate, Standing};
use crate::steps;
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
    // The name that counts here, and the last one that counts inside of it.
    let (mut outer, mut inner): (Option<usize>, Range<usize>) = (None, 0..0);
    for index in 0..candidates.len() {
        let (before, rest) = candidates.split_at_mut(index);
        let candidate = &mut rest[0];
        if candidate
            .strength()
            .is_none_or(|strength| strength == Strength::Doubtful)
        {
            continue;
        }
        let around = outer.map(|outer| &before[outer]);
        let around = around.filter(|outer| candidate.range.start < outer.range.end);
        let Some(around) = around else {
            candidate.stand(Standing::Tagged);
            (outer, inner) = (Some(index), 0..0);
            continue;
        };
        let free = candidate.range.start >= inner.end || candidate.range == inner;
        let standing = inside(lexicon, before, around, candidate, free);
        if standing == Some(Standing::Tagged) && candidate.range != around.range {
            inner = candidate.range.clone();
        }
        match standing {
            Some(standing) => candidate.stand(standing),
            None => candidate.verdict = Err(Rejection::Overlapped),
        }
    }
}

/// What a candidate counts for that overlaps one that counts, `around`;
/// `free` when no other candidate inside of that overlaps it.
fn inside(
    lexicon: &Lexicon,
    before: &[Candidate],
    around: &Candidate,
    candidate: &Candidate,
    free: bool,
) -> Option<Standing> {
    let concept = |candidate: &Candidate| lexicon.name(candidate.name).concept;
    let same_span = |other: &&Candidate| other.range == candidate.range;
    let repeats = before.iter().rev().inspect(|_| steps::count(1));
    let repeats = repeats.take_while(same_span);
    let mut repeats = repeats.filter(|other| other.is_tagged());
    if candidate.range.end > around.range.end
        || repeats.any(|other| concept(other) == concept(candidate))
    {
        None
    } else if candidate.range == around.range {
        Some(Standing::Tagged)
    } else if concept(around) == concept(candidate) {
        None
    } else if lexicon.name(around.name).keep_inner && free {
        Some(Standing::Tagged)
    } else {
        Some(Standing::Nested)
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
