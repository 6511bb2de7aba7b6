//! The smallest pieces of a name by which entries may be like it.

use super::bm25::Bm25;
use super::hit::Hit;
use super::phrase::Phrase;
use super::place::Place;
use super::text_index::TextIndex;
use crate::model::EntryId;
use crate::tag::Field;
use crate::text::fold::{Folded, FoldedText, is_syllable};

/// A word in the title counts as two.
const IN_TITLE: f64 = 2.0;

/// The Latin words of some names, and each two Hangul syllables that stand side by
/// side in them: these say what a name is about in whatever form, and without a
/// dictionary (J. H. Lee and J. S. Ahn, "Using n-grams for Korean text retrieval",
/// SIGIR 1996).
#[derive(Clone, Debug, Default)]
pub struct Grams {
    phrases: Vec<Phrase>,
}

/// Where a gram stands, and what it is worth.
#[derive(Clone, Debug)]
pub struct GramHits {
    /// How rare it is: the part of the rarity of all grams of the names.
    pub share: f64,
    places: Vec<Place>,
    /// What it says for each entry that has it, as a part of all that the names'
    /// grams could say.
    pub scores: Vec<(EntryId, f64)>,
}

impl Grams {
    /// The grams of some names.
    pub fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut grams: Vec<String> = names.flat_map(grams).collect();
        grams.sort_unstable();
        grams.dedup();
        Self {
            phrases: grams.iter().filter_map(|gram| Phrase::new(gram)).collect(),
        }
    }

    /// These grams without those of others.
    #[must_use]
    pub fn without(mut self, others: &Self) -> Self {
        let known = |gram: &Phrase| {
            others
                .phrases
                .iter()
                .any(|other| other.folded() == gram.folded())
        };
        self.phrases.retain(|gram| !known(gram));
        self
    }

    /// Looks for all of them.
    pub fn everywhere(&self, index: &TextIndex<'_>) -> Vec<GramHits> {
        let phrases: Vec<&Phrase> = self.phrases.iter().collect();
        let found = index.places(&phrases).into_iter();
        let found: Vec<(Bm25, Vec<Place>)> = found
            .map(|places| {
                let having = places.chunk_by(|a, b| a.entry == b.entry).count();
                (Bm25::new(index.len(), having), places)
            })
            .filter(|(_, places)| !places.is_empty())
            .collect();
        let all: f64 = found.iter().map(|(word, _)| word.rarity).sum();
        let shared = found.into_iter().map(|(word, places)| {
            let scores = places.chunk_by(|a, b| a.entry == b.entry).map(|places| {
                let times: f64 = places.iter().map(times).sum();
                let length = index.relative_length(places[0].entry);
                (places[0].entry, word.score(times, length) / all)
            });
            GramHits {
                share: word.rarity / all,
                scores: scores.collect(),
                places,
            }
        });
        shared.collect()
    }
}

impl GramHits {
    /// Whether an entry has it.
    pub fn is_in(&self, entry: EntryId) -> bool {
        let place = |(of, _): &(EntryId, f64)| of.cmp(&entry);
        self.scores.binary_search_by(place).is_ok()
    }

    /// Where an entry has some grams, each with the number of its gram; the title
    /// first. The entry is read and folded for that.
    pub fn hits_in(grams: &[Self], index: &TextIndex<'_>, entry: EntryId) -> Vec<(usize, Hit)> {
        let mut places: Vec<(usize, Place)> = Vec::new();
        for (number, gram) in grams.iter().enumerate() {
            let start = gram.places.partition_point(|place| place.entry < entry);
            let of_entry = gram.places[start..].iter();
            let of_entry = of_entry.take_while(|place| place.entry == entry);
            places.extend(of_entry.map(|place| (number, *place)));
        }
        places.sort_by_key(|(_, place)| place.field);
        let (numbers, places): (Vec<usize>, Vec<Place>) = places.into_iter().unzip();
        numbers.into_iter().zip(index.hits(&places)).collect()
    }
}

fn times(place: &Place) -> f64 {
    match place.field {
        Field::Title => IN_TITLE,
        Field::Text => 1.0,
    }
}

/// Cuts a name into grams.
fn grams(name: &str) -> Vec<String> {
    let folded = Folded::of(name);
    let (mut found, mut run): (Vec<String>, String) = (Vec::new(), String::new());
    for (at, c) in folded.text().char_indices() {
        let goes_on = run.chars().next_back().is_some_and(|last| {
            last.is_alphanumeric() && is_syllable(last) == is_syllable(c) && !folded.gap_before(at)
        });
        if !goes_on || !c.is_alphanumeric() {
            end(&mut run, &mut found);
        }
        if c.is_alphanumeric() {
            run.push(c);
        }
    }
    end(&mut run, &mut found);
    found
}

fn end(run: &mut String, found: &mut Vec<String>) {
    let syllables: Vec<char> = run.chars().collect();
    match syllables.as_slice() {
        [] => {}
        [first, _, ..] if is_syllable(*first) => {
            found.extend(
                syllables
                    .windows(2)
                    .map(|pair| pair.iter().collect::<String>()),
            );
        }
        _ => found.push(run.clone()),
    }
    run.clear();
}

#[cfg(test)]
mod tests {
    use super::grams;

    #[test]
    fn words_and_pairs_of_syllables() {
        for (name, expected) in [
            ("Input metrics", vec!["input", "metric"]),
            ("인풋 지표", vec!["인풋", "지표"]),
            ("플라이휠", vec!["플라", "라이", "이휠"]),
            ("휠", vec!["휠"]),
            ("AWS 클라우드", vec!["aws", "클라", "라우", "우드"]),
            ("PR/FAQ", vec!["pr", "faq"]),
            ("6페이저", vec!["6", "페이", "이저"]),
        ] {
            assert_eq!(grams(name), expected, "{name}");
        }
    }
}
