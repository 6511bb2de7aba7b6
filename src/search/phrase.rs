//! Words in a row, as they are looked for.

use super::fit::{Fit, judge};
use super::hit::Hit;
use super::text_index::TextIndex;
use crate::model::EntryId;
use crate::text::fold::{BARRIER, Folded, FoldedBlock, FoldedText, is_syllable};
use memchr::memmem::Finder;
use std::ops::Range;

/// One word, or several in a row.
#[derive(Clone, Debug)]
pub struct Phrase {
    finder: Finder<'static>,
    /// Offsets in the folded phrase at which it has a space or a hyphen.
    gaps: Vec<usize>,
    open: bool,
    pub(super) syllables: usize,
    pub(super) letters: usize,
}

impl Phrase {
    /// Words in a row; `None` when there is no letter and no digit.
    pub fn new(text: &str) -> Option<Self> {
        let folded = Folded::of(text);
        let bytes = folded.bytes();
        let start = bytes.iter().position(|byte| *byte != BARRIER)?;
        let end = bytes.iter().rposition(|byte| *byte != BARRIER)? + 1;
        let gap = |at: &usize| folded.gap_before(*at);
        let text = &folded.text()[start..end];
        let syllables = text.chars().filter(|c| is_syllable(*c)).count();
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count() - syllables;
        Some(Self {
            finder: Finder::new(&bytes[start..end]).into_owned(),
            gaps: (start + 1..end).filter(gap).map(|at| at - start).collect(),
            open: false,
            syllables,
            letters,
        })
    }

    /// The beginning of a word, or words of which the last may go on in any way.
    pub fn prefix(text: &str) -> Option<Self> {
        Self::new(text).map(|phrase| Self {
            open: true,
            ..phrase
        })
    }

    /// What is looked for, folded.
    pub(super) fn folded(&self) -> &[u8] {
        self.finder.needle()
    }

    /// Where it stands in an entry: title first, from left to right.
    pub fn in_entry(&self, index: &TextIndex, entry: EntryId) -> Vec<Hit> {
        index.hits(&index.places_in(self, entry))
    }

    /// The places in all entries, by entry, title first, from left to right.
    pub fn everywhere(&self, index: &TextIndex) -> Vec<Hit> {
        let places = index.places(&[self]);
        places
            .iter()
            .flat_map(|places| index.hits(places))
            .collect()
    }

    /// Calls `found` with every place in a stretch of folded texts, from left to
    /// right. What it takes overlaps no other.
    pub(super) fn find(
        &self,
        folded: &FoldedBlock,
        within: Range<usize>,
        mut found: impl FnMut(Range<usize>, Fit) -> bool,
    ) {
        let needle = self.finder.needle();
        let mut from = within.start;
        while let Some(at) = self.finder.find(&folded.bytes()[from..within.end]) {
            let range = from + at..from + at + needle.len();
            let fit = judge(self, folded, &range);
            from = match fit.is_some_and(|fit| found(range.clone(), fit)) {
                true => range.end,
                false => range.start + 1,
            };
        }
    }

    /// Whether its last word may go on in any way.
    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    pub(super) fn is_one_syllable(&self) -> bool {
        self.syllables == 1 && self.letters == 0
    }

    pub(super) fn has_gap(&self, offset: usize) -> bool {
        self.gaps.binary_search(&offset).is_ok()
    }

    pub(super) fn gaps(&self) -> usize {
        self.gaps.len()
    }
}
