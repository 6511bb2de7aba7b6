//! One of the words or phrases of a question.

use super::fit::Fit;
use super::hit::Hit;
use super::phrase::Phrase;
use super::text_index::TextIndex;
use crate::tag::Field;
use crate::text::eojeol::cuts;
use crate::text::fold::is_syllable;

/// What the word without its particles counts for, beside the word as typed: 지표
/// for 지표에.
const STEM: f64 = 0.7;

/// A stem has at least so many syllables: 나 is none of 나이.
const SHORTEST_STEM: usize = 2;

/// In a title it counts like so many in the text.
const IN_TITLE: f64 = 2.0;

/// A word or a phrase, in all the forms in which it is looked for.
#[derive(Clone, Debug)]
pub struct Term {
    /// As it was typed, without quotation marks.
    pub written: String,
    exact: Phrase,
    stem: Option<Phrase>,
}

/// What a term is for an entry.
#[derive(Clone, Debug, Default)]
pub(super) struct TermHits {
    pub(super) hits: Vec<Hit>,
    /// What each hit counts for.
    pub(super) weights: Vec<f64>,
}

impl Term {
    /// A word; a Korean one also without the particles it was typed with. `None`
    /// when it has no letter.
    pub fn word(text: &str) -> Option<Self> {
        Some(Self {
            stem: stem(text).and_then(Phrase::new),
            ..Self::phrase(text)?
        })
    }

    /// Words in a row, exactly.
    pub fn phrase(text: &str) -> Option<Self> {
        Some(Self {
            written: text.trim().to_owned(),
            exact: Phrase::new(text)?,
            stem: None,
        })
    }

    /// The beginning of a word.
    pub fn prefix(text: &str) -> Option<Self> {
        Some(Self {
            written: format!("{}*", text.trim()),
            exact: Phrase::prefix(text)?,
            stem: None,
        })
    }

    /// Every place in all entries, by entry, field and place; none overlaps
    /// another.
    pub(super) fn everywhere(&self, index: &TextIndex) -> TermHits {
        let mut weighed: Vec<(f64, Hit)> = self
            .exact
            .everywhere(index)
            .into_iter()
            .map(|hit| (weight(&hit), hit))
            .collect();
        if let Some(stem) = &self.stem {
            let hits = stem.everywhere(index).into_iter();
            let hits = hits.filter(|hit| hit.fit != Fit::Inside);
            weighed.extend(hits.map(|hit| (STEM * weight(&hit), hit)));
            let place = |hit: &Hit| (hit.entry, hit.field, hit.span.start);
            weighed.sort_by(|(a, x), (b, y)| place(x).cmp(&place(y)).then(b.total_cmp(a)));
            weighed.dedup_by(|(_, later), (_, kept)| {
                let same = (later.entry, later.field) == (kept.entry, kept.field);
                same && later.span.start < kept.span.end
            });
        }
        let (weights, hits) = weighed.into_iter().unzip();
        TermHits { hits, weights }
    }
}

fn weight(hit: &Hit) -> f64 {
    match hit.field {
        Field::Title => IN_TITLE * hit.fit.weight(),
        Field::Text => hit.fit.weight(),
    }
}

/// A Korean word without the particles it may have; the longest stem, if it is
/// long enough.
fn stem(word: &str) -> Option<&str> {
    let shorter = cuts(word).into_iter().rev().nth(1)?;
    let stem = &word[..shorter];
    let syllables = stem.chars().filter(|c| is_syllable(*c)).count();
    let latin = stem.chars().any(|c| c.is_ascii_alphanumeric());
    (syllables >= SHORTEST_STEM || latin).then_some(stem)
}
