//! Finds the names in one text.

use super::lexicon::{Lexicon, NameId};
use super::verify::{Strength, verify};
use crate::text::fold::Folded;
use crate::text::tail::{Tail, classify};
use std::ops::Range;

/// A name found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The name that was found.
    pub name: NameId,
    /// Byte range in the text, on character boundaries.
    pub span: Range<usize>,
    /// How sure it is.
    pub strength: Strength,
}

/// Finds names; keeps its buffers from text to text.
#[derive(Debug)]
pub struct Matcher<'a> {
    lexicon: &'a Lexicon,
    folded: Folded,
    candidates: Vec<Candidate>,
    shields: Vec<(Range<usize>, usize)>,
}

#[derive(Debug)]
struct Candidate {
    range: Range<usize>,
    name: NameId,
    strength: Strength,
}

impl<'a> Matcher<'a> {
    /// A matcher for a lexicon.
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Self {
            lexicon,
            folded: Folded::default(),
            candidates: Vec::new(),
            shields: Vec::new(),
        }
    }

    /// Calls `found` with every mention in a text, from left to right. Of
    /// overlapping names the leftmost counts, then the longest, then the
    /// surest; names of different concepts on the very same span all count.
    /// Weak names and doubtful hits are left out.
    pub fn find(&mut self, text: &str, mut found: impl FnMut(Hit)) {
        self.folded.refill(text);
        self.collect(text);
        self.candidates.sort_by(|a, b| {
            let length = |c: &Candidate| c.range.len();
            (a.range.start, length(b), b.strength, a.name).cmp(&(
                b.range.start,
                length(a),
                a.strength,
                b.name,
            ))
        });
        let mut last: Option<Range<usize>> = None;
        let mut concepts_here = Vec::new();
        for candidate in &self.candidates {
            let same = last.as_ref() == Some(&candidate.range);
            if last
                .as_ref()
                .is_some_and(|last| candidate.range.start < last.end)
                && !same
            {
                continue;
            }
            if !same {
                concepts_here.clear();
            }
            let concept = self.lexicon.name(candidate.name).concept;
            last = Some(candidate.range.clone());
            if !concepts_here.contains(&concept) {
                concepts_here.push(concept);
                found(Hit {
                    name: candidate.name,
                    span: self.folded.original(candidate.range.clone()),
                    strength: candidate.strength,
                });
            }
        }
    }

    /// Gathers the verified candidates that no exclusion covers.
    fn collect(&mut self, text: &str) {
        self.candidates.clear();
        self.shields.clear();
        let lexicon = self.lexicon;
        for found in lexicon.automaton.find_overlapping_iter(self.folded.bytes()) {
            let meaning = &lexicon.meanings[found.pattern().as_usize()];
            let range = found.start()..found.end();
            if !meaning.excludes.is_empty() && ends_word(&self.folded, range.end) {
                self.shields
                    .push((range.clone(), found.pattern().as_usize()));
            }
            for &name in &meaning.names {
                let entry = lexicon.name(name);
                if entry.weak {
                    continue;
                }
                if let Some(strength) = verify(entry, &self.folded, range.clone(), text)
                    && strength > Strength::Doubtful
                {
                    self.candidates.push(Candidate {
                        range: range.clone(),
                        name,
                        strength,
                    });
                }
            }
        }
        let shields = &self.shields;
        self.candidates.retain(|candidate| {
            let concept = lexicon.name(candidate.name).concept;
            !shields.iter().any(|(range, pattern)| {
                range.start <= candidate.range.start
                    && candidate.range.end <= range.end
                    && lexicon.meanings[*pattern]
                        .excludes
                        .iter()
                        .any(|(shielded, name)| {
                            *shielded == concept && name.is_none_or(|name| name == candidate.name)
                        })
            })
        });
    }
}

/// Whether a word may end here: 아마존 강 shields 아마존 in 아마존 강의, not in 아마존 강점.
fn ends_word(folded: &Folded, end: usize) -> bool {
    classify(folded.hangul_after(end), folded.syllable_before(end)) != Tail::Unknown
}
