//! Words that a text says, looked for as they are.

use crate::text::fold::{BARRIER, Folded, FoldedText, key};
use crate::text::tail::{Tail, classify};
use memchr::memmem::Finder;
use std::ops::Range;

/// A phrase to look for in texts: case, width, composition and spaces don't
/// matter. It starts and ends where words do; after a Korean word particles and
/// endings may stand. A `*` at an end lets the word go on there.
#[derive(Clone, Debug)]
pub struct Phrase {
    text: String,
    finder: Box<Finder<'static>>,
    open_before: bool,
    open_after: bool,
}

impl PartialEq for Phrase {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Phrase {
    /// A phrase; `None` when it holds no letter and no digit.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let (open_before, rest) = match text.strip_prefix('*') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (open_after, rest) = match rest.strip_suffix('*') {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let key = key(rest);
        (!key.is_empty()).then(|| Self {
            text: text.to_owned(),
            finder: Box::new(Finder::new(&key).into_owned()),
            open_before,
            open_after,
        })
    }

    /// The phrase as it was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether a text says it.
    pub fn is_in(&self, text: &Folded) -> bool {
        self.places(text).next().is_some()
    }

    /// Where a text says it: byte ranges of the original.
    pub fn places<'a>(&'a self, text: &'a Folded) -> impl Iterator<Item = Range<usize>> + 'a {
        let folded = self.folded_places(text, 0..text.bytes().len());
        folded.map(|range| text.original(range))
    }

    /// Where one of several folded texts says it, which stands at `within`.
    pub(super) fn folded_places<'a>(
        &'a self,
        text: &'a impl FoldedText,
        within: Range<usize>,
    ) -> impl Iterator<Item = Range<usize>> + 'a {
        let length = self.finder.needle().len();
        let start = within.start;
        let found = self.finder.find_iter(&text.bytes()[within]);
        found
            .map(move |at| start + at..start + at + length)
            .filter(|range| self.starts(text, range.start) && self.ends(text, range.end))
    }

    /// Whether a word starts here.
    fn starts(&self, text: &impl FoldedText, at: usize) -> bool {
        if !text.is_boundary(at) {
            return false;
        }
        self.open_before
            || at == 0
            || text.gap_before(at)
            || text.bytes()[at - 1] == BARRIER
            || match text.is_hangul(at) {
                true => text.syllable_before(at).is_none(),
                false => !text.is_word_letter(at) || text.is_word_start(at),
            }
    }

    /// Whether a word ends here, but for particles and endings.
    fn ends(&self, text: &impl FoldedText, at: usize) -> bool {
        if !text.is_boundary(at) {
            return false;
        }
        if self.open_after || at == text.bytes().len() || text.gap_before(at) {
            return true;
        }
        match (text.is_hangul(at), text.syllable_before(at)) {
            (true, Some(before)) => classify(text.hangul_after(at), Some(before)) != Tail::Unknown,
            // After letters and numbers of another script a word ends: 2007년에.
            (true, None) => true,
            (false, _) => !text.is_word_letter(at) || !text.is_word_letter(at - 1),
        }
    }
}
