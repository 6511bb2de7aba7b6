//! The methods to compare with: names as plain strings, anywhere or between
//! word boundaries, whatever their case.

use aho_corasick::AhoCorasick;
use bookgraph::model::Vocabulary;
use std::ops::Range;

/// Finds names as they are written.
pub(crate) struct Literal {
    automaton: AhoCorasick,
    /// The concept of each pattern, as an index into the vocabulary.
    concepts: Vec<usize>,
    word_boundaries: bool,
}

impl Literal {
    pub(crate) fn new(vocabulary: &Vocabulary, word_boundaries: bool) -> Result<Self, String> {
        let (mut names, mut concepts) = (Vec::new(), Vec::new());
        for (index, concept) in vocabulary.concepts().iter().enumerate() {
            let aliases = concept
                .aliases
                .iter()
                .filter(|alias| alias.text.chars().count() > 1);
            for alias in aliases {
                names.push(alias.text.as_str());
                concepts.push(index);
            }
        }
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .build(names)
            .map_err(|error| error.to_string())?;
        Ok(Self {
            automaton,
            concepts,
            word_boundaries,
        })
    }

    /// The concepts named and where: the leftmost, then the longest.
    pub(crate) fn find(&self, text: &str) -> Vec<(usize, Range<usize>)> {
        let mut found: Vec<(usize, Range<usize>)> = self
            .automaton
            .find_overlapping_iter(text)
            .map(|found| {
                (
                    self.concepts[found.pattern().as_usize()],
                    found.span().into(),
                )
            })
            .filter(|(_, span): &(usize, Range<usize>)| {
                !self.word_boundaries || is_a_word(text, span)
            })
            .collect();
        found.sort_by_key(|(concept, span)| (span.start, std::cmp::Reverse(span.end), *concept));
        let mut last: Option<Range<usize>> = None;
        found.retain(|(_, span)| {
            let overlaps = last
                .as_ref()
                .is_some_and(|last| span.start < last.end && last != span);
            if !overlaps {
                last = Some(span.clone());
            }
            !overlaps
        });
        found.dedup();
        found
    }
}

/// Whether no letter and no digit stands right before or after a span.
pub(crate) fn is_a_word(text: &str, span: &Range<usize>) -> bool {
    let letter = |c: char| c.is_alphanumeric() || c == '_';
    !text[..span.start].chars().next_back().is_some_and(letter)
        && !text[span.end..].chars().next().is_some_and(letter)
}
