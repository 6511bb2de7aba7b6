//! Finds the names in one text.

use super::grounds::{Grounds, Rejection, Spacing, Strength};
use super::lexicon::{Lexicon, Opening};
use super::name::NameId;
use super::resolve::resolve;
use super::rule_out::{Ruling, exclude, guard};
use super::verify::{examine, stands_alone, verify};
use crate::steps;
use crate::text::fold::{Folded, FoldedText};
use crate::text::particle::is_particle_chain;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A name found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The name that was found.
    pub name: NameId,
    /// Byte range in the text, on character boundaries.
    pub span: Range<usize>,
    /// What speaks for it.
    pub grounds: Grounds,
    /// What it counts for.
    pub standing: Standing,
}

/// What a hit counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// It tags the text.
    Tagged,
    /// It stands inside of a longer name, which tags the text instead.
    Nested,
    /// It is doubtful: it may be suggested as a tag.
    Suggested,
}

/// A place that reads like a name, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The name it reads like.
    pub name: NameId,
    /// Byte range in the text, on character boundaries.
    pub span: Range<usize>,
    /// What it counts for and why, or why it counts for nothing.
    pub verdict: Result<(Standing, Grounds), Rejection>,
}

/// Finds names; keeps its buffers from text to text.
#[derive(Debug)]
pub struct Matcher<'a> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) folded: Folded,
    candidates: Vec<Candidate>,
    pub(super) shields: Vec<Ruling>,
    pub(super) guards: Vec<Ruling>,
}

/// What reads like a name, in folded bytes.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) range: Range<usize>,
    pub(super) name: NameId,
    pub(super) verdict: Result<(Standing, Grounds), Rejection>,
}

impl Candidate {
    pub(super) fn strength(&self) -> Option<Strength> {
        let (_, grounds) = self.verdict.as_ref().ok()?;
        Some(grounds.strength)
    }
}

impl<'a> Matcher<'a> {
    /// A matcher for a lexicon.
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Self {
            lexicon,
            folded: Folded::default(),
            candidates: Vec::new(),
            shields: Vec::new(),
            guards: Vec::new(),
        }
    }

    /// Calls `found` with every hit in a text, from left to right. Of
    /// overlapping names the leftmost tags the text, then the longest, then
    /// the surest; names of different concepts on the very same span all do.
    pub fn find(&mut self, text: &str, mut found: impl FnMut(Hit)) {
        self.collect(text, false);
        for candidate in &self.candidates {
            if let Ok((standing, grounds)) = candidate.verdict {
                found(Hit {
                    name: candidate.name,
                    span: self.folded.original(candidate.range.clone()),
                    grounds,
                    standing,
                });
            }
        }
    }

    /// Every place in a text that reads like a name, with what became of it
    /// and why, from left to right.
    pub fn explain(&mut self, text: &str) -> Vec<Reading> {
        self.collect(text, true);
        let candidates = std::mem::take(&mut self.candidates);
        let reading = |candidate: Candidate| Reading {
            name: candidate.name,
            span: self.folded.original(candidate.range),
            verdict: candidate.verdict,
        };
        // In the same memory: there may be one at each byte.
        candidates.into_iter().map(reading).collect()
    }

    /// Gathers and judges the candidates; keeps the rejected ones on demand.
    fn collect(&mut self, text: &str, keep_rejected: bool) {
        self.folded.refill(text);
        self.candidates.clear();
        self.shields.clear();
        self.guards.clear();
        self.scan(text, keep_rejected);
        exclude(self.lexicon, &self.shields, &mut self.candidates);
        let (folded, guards) = (&self.folded, &self.guards);
        guard(self.lexicon, folded, text, guards, &mut self.candidates);
        resolve(self.lexicon, &mut self.candidates);
    }

    fn scan(&mut self, text: &str, keep_rejected: bool) {
        let lexicon = self.lexicon;
        let folded = &self.folded;
        for (range, pattern) in lexicon.scan(folded.text()) {
            steps::count(1);
            if !folded.is_boundary(range.start) || !folded.is_boundary(range.end) {
                continue;
            }
            let meaning = &lexicon.meanings[pattern];
            for &name in &meaning.names {
                let grounds = verify(lexicon.name(name), folded, range.clone(), text);
                if keep_rejected || grounds.is_ok() {
                    self.candidates.push(Candidate {
                        range: range.clone(),
                        name,
                        verdict: grounds.map(|grounds| (Standing::Suggested, grounds)),
                    });
                }
            }
            for opening in &meaning.openings {
                let candidate = follow(lexicon, folded, &range, opening, text);
                let wanted = |candidate: &Candidate| keep_rejected || candidate.verdict.is_ok();
                self.candidates.extend(candidate.filter(wanted));
            }
            if !meaning.excludes.is_empty() && stands_alone(folded, &range, false) {
                self.shields.push((range.clone(), pattern));
            }
            if !meaning.guards.is_empty() && stands_alone(folded, &range, true) {
                self.guards.push((range, pattern));
            }
        }
    }
}

/// The rest of a name whose first piece was found, with at least one particle
/// in its spaces.
fn follow(
    lexicon: &Lexicon,
    folded: &Folded,
    first: &Range<usize>,
    opening: &Opening,
    text: &str,
) -> Option<Candidate> {
    let (mut end, mut particles) = (first.end, false);
    for piece in &opening.rest {
        let run = folded.hangul_after(end);
        let next = end + run.len();
        let fits = is_particle_chain(run, folded.syllable_before(end))
            && next < folded.bytes().len()
            && folded.gap_before(next)
            && folded.bytes()[next..].starts_with(piece);
        if !fits {
            return None;
        }
        particles |= !run.is_empty();
        end = next + piece.len();
    }
    if !particles || !folded.is_boundary(end) {
        return None;
    }
    let range = first.start..end;
    let name = lexicon.name(opening.name);
    let grounds = examine(name, folded, range.clone(), Spacing::InnerParticle, text);
    Some(Candidate {
        range,
        name: opening.name,
        verdict: grounds.map(|grounds| (Standing::Suggested, grounds)),
    })
}
