//! One of the words or phrases of a question.

use super::fit::Fit;
use super::phrase::Phrase;
use super::place::Place;
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
pub(super) struct TermPlaces {
    pub(super) places: Vec<Place>,
    /// What each place counts for.
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

    /// The phrases that it is looked for by: one or two.
    pub(super) fn phrases(&self) -> impl Iterator<Item = &Phrase> {
        std::iter::once(&self.exact).chain(&self.stem)
    }

    /// Puts together the places of its phrases, of which those of the first come
    /// first, then those of the second: by entry, field and place, none overlapping
    /// another.
    pub(super) fn everywhere(&self, places: &mut impl Iterator<Item = Vec<Place>>) -> TermPlaces {
        let exact = places.next().unwrap_or_default().into_iter();
        let mut weighed: Vec<(f64, Place)> = exact.map(|place| (weight(&place), place)).collect();
        if self.stem.is_some() {
            let stem = places.next().unwrap_or_default().into_iter();
            let stem = stem.filter(|place| place.fit != Fit::Inside);
            weighed.extend(stem.map(|place| (STEM * weight(&place), place)));
            let at = |place: &Place| (place.entry, place.field, place.start);
            weighed.sort_by(|(a, x), (b, y)| at(x).cmp(&at(y)).then(b.total_cmp(a)));
            weighed.dedup_by(|(_, later), (_, kept)| kept.overlaps(later));
        }
        let (weights, places) = weighed.into_iter().unzip();
        TermPlaces { places, weights }
    }
}

fn weight(place: &Place) -> f64 {
    match place.field {
        Field::Title => IN_TITLE * place.fit.weight(),
        Field::Text => place.fit.weight(),
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
