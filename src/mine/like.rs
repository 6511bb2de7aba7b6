//! Candidates that may be other names of concepts that are known.

use super::gloss::{around, behind};
use super::marks::Marks;
use super::sighting::Sighting;
use super::survey::Survey;
use crate::model::{ConceptId, Library};
use crate::tag::{Lexicon, Mention, NameId, Tagging};
use crate::text::fold::is_syllable;
use crate::text::similarity::similarity;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// Names at least this alike (see [`similarity`]) may be spellings of one:
/// spelling variants of loanwords lie above, different words of one form below.
const ALIKE_HANGUL: f64 = 0.85;
const ALIKE_LATIN: f64 = 0.88;

/// Of shorter names (jamo, letters) the likeness says nothing.
const LEAST_LETTERS: usize = 8;

/// A candidate may be another name of a concept.
#[derive(Clone, Debug, PartialEq)]
pub struct Like {
    /// The concept.
    pub concept: ConceptId,
    /// The known name that it is like.
    pub name: NameId,
    /// Why.
    pub reason: Reason,
}

/// Why a candidate may be another name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    /// Its letters are nearly those of the known name; likeness from 0 to 1.
    Spelling(f64),
    /// One stands in parentheses behind the other, so often.
    Parenthesis(u32),
}

/// Looks for what candidates are like.
#[derive(Debug)]
pub(super) struct Finder<'a> {
    tagging: &'a Tagging,
    lexicon: &'a Lexicon,
    /// The known names, by the number of their letters.
    names: Vec<Known>,
}

/// A known name, taken apart.
#[derive(Debug)]
struct Known {
    id: NameId,
    /// Its letters, Hangul as jamo, sorted.
    letters: Vec<char>,
}

impl<'a> Finder<'a> {
    /// A finder among the names of a library.
    pub(super) fn new(library: &Library, tagging: &'a Tagging) -> Self {
        let lexicon = tagging.lexicon(library.vocabulary());
        let names = lexicon.names().iter().enumerate();
        let mut names: Vec<Known> = names
            .map(|(index, name)| Known {
                id: NameId(index as u32),
                letters: sorted_letters(&name.text),
            })
            .filter(|known| known.letters.len() >= LEAST_LETTERS)
            .collect();
        names.sort_by_key(|known| known.letters.len());
        Self {
            tagging,
            lexicon,
            names,
        }
    }

    /// What a candidate is like: what a parenthesis says counts most.
    pub(super) fn like(
        &self,
        name: &str,
        sightings: &[Sighting],
        survey: &Survey<'_>,
    ) -> Option<Like> {
        self.by_parenthesis(sightings, survey)
            .or_else(|| by_spelling(self.lexicon, &self.names, name))
    }

    /// The name that stands most often in or before a parenthesis with the
    /// candidate.
    fn by_parenthesis(&self, sightings: &[Sighting], survey: &Survey<'_>) -> Option<Like> {
        let mut partners: Vec<(ConceptId, NameId)> = sightings
            .iter()
            .filter_map(|sighting| self.partner(sighting, survey))
            .map(|mention| (mention.concept, mention.name))
            .collect();
        partners.sort_unstable();
        let (count, (concept, name)) = partners
            .chunk_by(|a, b| a.0 == b.0)
            .map(|same| (same.len(), same[0]))
            .rev()
            .max_by_key(|(count, _)| *count)?;
        Some(Like {
            concept,
            name,
            reason: Reason::Parenthesis(count as u32),
        })
    }

    /// The mention on the other side of a parenthesis.
    fn partner(&self, sighting: &Sighting, survey: &Survey<'_>) -> Option<&Mention> {
        let passage = &survey.passages[sighting.passage as usize];
        let span = sighting.span(&survey.passages, &survey.lexis);
        let inside = behind(passage.text, &span).filter(|_| sighting.marks.has(Marks::FREE));
        let outside = around(passage.text, &span);
        // Mentions stand in order, and most ends do too.
        let mentions = self.tagging.mentions(passage.entry());
        let ending = |end: usize| {
            let before = |other: &Mention| (other.field, other.end as usize) < (passage.field, end);
            let found = mentions.get(mentions.partition_point(before));
            found.filter(|found| found.field == passage.field && found.end as usize == end)
        };
        let inside = inside.and_then(|span| {
            ending(span.end).filter(|mention| mention.start as usize == span.start)
        });
        inside.or_else(|| ending(outside?.end))
    }
}

/// The known name most like a candidate, if it is alike enough.
fn by_spelling(lexicon: &Lexicon, names: &[Known], name: &str) -> Option<Like> {
    let letters = sorted_letters(name);
    let alike = if name.contains(is_syllable) {
        ALIKE_HANGUL
    } else {
        ALIKE_LATIN
    };
    if letters.len() < LEAST_LETTERS {
        return None;
    }
    let mut best: Option<(f64, NameId)> = None;
    for known in &names[lengths(names, letters.len(), alike)] {
        let longer = letters.len().max(known.letters.len());
        let most_edits = ((1.0 - alike) * longer as f64) as usize;
        if least_edits(&letters, &known.letters) > most_edits {
            continue;
        }
        let text = &lexicon.name(known.id).text;
        let likeness = similarity(name, text);
        if likeness >= alike
            && same_digits(name, text)
            && best.is_none_or(|(best, _)| likeness > best)
        {
            best = Some((likeness, known.id));
        }
    }
    best.map(|(likeness, name)| Like {
        concept: lexicon.name(name).concept,
        name,
        reason: Reason::Spelling(likeness),
    })
}

/// The names whose length allows them to be alike.
fn lengths(names: &[Known], length: usize, alike: f64) -> Range<usize> {
    let shortest = (alike * length as f64) as usize;
    let longest = (length as f64 / alike).ceil() as usize;
    names.partition_point(|known| known.letters.len() < shortest)
        ..names.partition_point(|known| known.letters.len() <= longest)
}

/// A lower bound of the edit distance: letters that one has and the other
/// lacks. It spares the costly comparison of nearly all pairs.
fn least_edits(a: &[char], b: &[char]) -> usize {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, common) = (i + 1, j + 1, common + 1),
        }
    }
    a.len().max(b.len()) - common
}

/// Names that differ in a number are names of different things.
fn same_digits(a: &str, b: &str) -> bool {
    let digits = |text: &str| -> String { text.nfkc().filter(char::is_ascii_digit).collect() };
    digits(a) == digits(b)
}

fn sorted_letters(name: &str) -> Vec<char> {
    let mut letters: Vec<char> = name
        .nfkd()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    letters.sort_unstable();
    letters
}
