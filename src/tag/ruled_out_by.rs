//! Which place of a text ruled a name out.

use super::grounds::Rejection;
use super::matcher::{Matcher, Reading};
use super::rule_out::{Ruling, covers};
use crate::text::sentence::sentence_at;
use std::ops::Range;

impl Matcher<'_> {
    /// What stands in the text that was explained last and made a reading of it
    /// excluded, the longer string, or guarded, the word of its sentence: a
    /// byte range. `sentences` are those of the text.
    pub fn ruled_out_by(
        &self,
        reading: &Reading,
        sentences: &[Range<usize>],
    ) -> Option<Range<usize>> {
        match reading.verdict {
            Err(Rejection::Excluded) => self.shield_around(reading),
            Err(Rejection::Guarded) => self.guard_beside(reading, sentences),
            _ => None,
        }
    }

    fn shield_around(&self, reading: &Reading) -> Option<Range<usize>> {
        let span = &reading.span;
        let shields = self.from(&self.shields, span.end);
        let mut shields = shields
            .filter(|(_, pattern)| self.covers(&self.lexicon.meanings[*pattern].excludes, reading));
        shields
            .find(|(shield, _)| shield.start <= span.start && shield.end >= span.end)
            .map(|(shield, _)| shield)
    }

    fn guard_beside(&self, reading: &Reading, sentences: &[Range<usize>]) -> Option<Range<usize>> {
        let span = &reading.span;
        let here = sentence_at(sentences, span.start);
        let start = here.map_or(0, |here| sentences[here].start);
        let guards = self.from(&self.guards, start);
        let mut guards = guards
            .filter(|(_, pattern)| self.covers(&self.lexicon.meanings[*pattern].guards, reading));
        guards
            .find(|(guard, _)| {
                let beside = guard.start < span.start || guard.end > span.end;
                beside && sentence_at(sentences, guard.start) == here
            })
            .map(|(guard, _)| guard)
    }

    /// What rules names out and ends at a byte of the text or after it; in
    /// bytes of the text.
    fn from<'b>(
        &'b self,
        rulings: &'b [Ruling],
        end: usize,
    ) -> impl Iterator<Item = (Range<usize>, usize)> + 'b {
        let original = |ruling: &Ruling| (self.folded.original(ruling.0.clone()), ruling.1);
        let first = rulings.partition_point(|ruling| original(ruling).0.end < end);
        rulings[first..].iter().map(original)
    }

    fn covers(&self, scopes: &[super::lexicon::Scope], reading: &Reading) -> bool {
        covers(self.lexicon, scopes, reading.name)
    }
}
