//! Which of several overlapping candidates count.

use super::grounds::{Rejection, Strength};
use super::lexicon::Lexicon;
use super::matcher::{Candidate, Standing};
use crate::model::ConceptId;
use crate::steps;
use std::collections::HashSet;
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
    let mut many = Many::default();
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
        let repeats = many.repeats(lexicon, before, candidate);
        let standing = inside(lexicon, around, candidate, free, repeats);
        if standing == Some(Standing::Tagged) && candidate.range != around.range {
            inner = candidate.range.clone();
        }
        match standing {
            Some(standing) => candidate.stand(standing),
            None => candidate.verdict = Err(Rejection::Overlapped),
        }
    }
}

/// What a candidate counts for that overlaps one that counts, `around`; `free` when no
/// other candidate inside of that overlaps it, and `repeats` when its concept counts at
/// the very place.
fn inside(
    lexicon: &Lexicon,
    around: &Candidate,
    candidate: &Candidate,
    free: bool,
    repeats: bool,
) -> Option<Standing> {
    let concept = |candidate: &Candidate| lexicon.name(candidate.name).concept;
    if candidate.range.end > around.range.end || repeats {
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

/// The concepts that count at one place, when very many names stand there.
#[derive(Default)]
struct Many {
    range: Range<usize>,
    /// How many of the candidates were taken in.
    taken: usize,
    concepts: HashSet<ConceptId>,
}

impl Many {
    /// So many candidates at one place are looked through one by one.
    const FEW: usize = 16;

    /// Whether a candidate's concept counts at its place by one of those `before`.
    fn repeats(&mut self, lexicon: &Lexicon, before: &[Candidate], candidate: &Candidate) -> bool {
        let concept = |candidate: &Candidate| lexicon.name(candidate.name).concept;
        let wanted = concept(candidate);
        let same_place = |other: &&Candidate| other.range == candidate.range;
        let some = before.iter().rev().take_while(same_place);
        let mut some = some.take(Self::FEW).inspect(|_| steps::count(1));
        if some.any(|other| other.is_tagged() && concept(other) == wanted) {
            return true;
        }
        let Some(first) = before.len().checked_sub(Self::FEW) else {
            return false;
        };
        if before[first].range != candidate.range {
            return false;
        }
        if self.range != candidate.range {
            self.range = candidate.range.clone();
            self.taken = before.partition_point(|it| it.range.start < candidate.range.start);
            self.concepts.clear();
        }
        let new = before[self.taken..].iter();
        let new = new.filter(|it| it.range == candidate.range && it.is_tagged());
        self.concepts.extend(new.map(concept));
        self.taken = before.len();
        self.concepts.contains(&wanted)
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
