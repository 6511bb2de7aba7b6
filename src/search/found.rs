//! Entries that say what was asked for.

use super::bm25::Bm25;
use super::fit::Fit;
use super::hit::Hit;
use super::phrase::Phrase;
use super::place::Place;
use super::question::Question;
use super::term::{Term, TermPlaces};
use super::text_index::TextIndex;
use crate::model::EntryId;

/// What two words in a row are worth, which are rarer than each of them: as much
/// as both.
const IN_A_ROW: f64 = 2.0;

/// An entry that says what was asked for.
#[derive(Clone, Debug)]
pub struct Found {
    /// The entry.
    pub entry: EntryId,
    /// How well it answers: a sum of [`Bm25`], above 0.
    pub score: f64,
    places: Vec<Place>,
}

impl Found {
    /// Where it says so: title first, from left to right; none overlaps another. The
    /// entry is read and folded for that.
    pub fn hits(&self, index: &TextIndex<'_>) -> Vec<Hit> {
        index.hits(&self.places)
    }
}

/// The entries that say what was asked for, the best first; those as good as each
/// other in the order of the library. Of `among`, which ascends, only.
pub fn search(index: &TextIndex<'_>, question: &Question, among: &[EntryId]) -> Vec<Found> {
    let pairs = question.in_a_row.iter().map(|(_, pair)| pair);
    let terms = question.wanted.iter().chain(pairs);
    let terms = terms.chain(&question.unwanted);
    let phrases: Vec<&Phrase> = terms.flat_map(Term::phrases).collect();
    let mut places = index.places(&phrases).into_iter();
    let mut answers = Answers::new(index, among);
    for (at, term) in question.wanted.iter().enumerate() {
        answers.add(&term.everywhere(&mut places), 1.0, 1 << at);
    }
    for (first, pair) in &question.in_a_row {
        answers.add(&pair.everywhere(&mut places), IN_A_ROW, 0b11 << first);
    }
    for term in &question.unwanted {
        answers.leave_out(&term.everywhere(&mut places));
    }
    answers.ranked(question)
}

/// What is known of the entries so far.
struct Answers<'a> {
    index: &'a TextIndex<'a>,
    among: &'a [EntryId],
    scores: Vec<f64>,
    /// Which of the wanted terms each entry has, a bit each.
    terms: Vec<u64>,
    places: Vec<Place>,
}

impl<'a> Answers<'a> {
    fn new(index: &'a TextIndex<'a>, among: &'a [EntryId]) -> Self {
        Self {
            index,
            among,
            scores: vec![0.0; index.len()],
            terms: vec![0; index.len()],
            places: Vec::new(),
        }
    }

    /// Counts the places of a term, which stands for some of the wanted.
    fn add(&mut self, found: &TermPlaces, worth: f64, wanted: u64) {
        let having = found.places.chunk_by(|a, b| a.entry == b.entry).count();
        let word = Bm25::new(self.index.len(), having);
        let mut weights = found.weights.iter();
        for places in found.places.chunk_by(|a, b| a.entry == b.entry) {
            let times: f64 = weights.by_ref().take(places.len()).sum();
            let entry = places[0].entry;
            let length = self.index.relative_length(entry);
            self.scores[entry.index()] += worth * word.score(times, length);
            self.terms[entry.index()] |= wanted;
        }
        self.places.extend_from_slice(&found.places);
    }

    /// Leaves out entries in which a term stands at the beginning of a word.
    fn leave_out(&mut self, term: &TermPlaces) {
        for place in &term.places {
            if place.fit != Fit::Inside {
                self.terms[place.entry.index()] = 0;
            }
        }
    }

    fn ranked(mut self, question: &Question) -> Vec<Found> {
        let all = u64::MAX >> (u64::BITS as usize - question.wanted.len());
        let answers = |terms: u64| terms == all || (question.any && terms != 0);
        self.places.retain(|place| {
            let terms = self.terms[place.entry.index()];
            answers(terms) && self.among.binary_search(&place.entry).is_ok()
        });
        // Of places that overlap the longest from the left stays.
        self.places.sort_by_key(|place| {
            let longest_first = u32::MAX - place.end;
            (place.entry, place.field, place.start, longest_first)
        });
        self.places.dedup_by(|later, kept| kept.overlaps(later));
        let entries = self.places.chunk_by(|a, b| a.entry == b.entry);
        let entries = entries.map(|places| Found {
            entry: places[0].entry,
            score: self.scores[places[0].entry.index()],
            places: places.to_vec(),
        });
        let mut found: Vec<Found> = entries.collect();
        found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.entry.cmp(&b.entry)));
        found
    }
}
