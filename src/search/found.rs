//! Entries that say what was asked for.

use super::bm25::Bm25;
use super::fit::Fit;
use super::hit::Hit;
use super::question::Question;
use super::term::{Term, TermHits};
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
    /// Where it says so: title first, from left to right; none overlaps another.
    pub hits: Vec<Hit>,
}

/// The entries that say what was asked for, the best first; those as good as each
/// other in the order of the library. Of `among`, which ascends, only.
pub fn search(index: &TextIndex, question: &Question, among: &[EntryId]) -> Vec<Found> {
    let mut answers = Answers::new(index, among);
    for (at, term) in question.wanted.iter().enumerate() {
        answers.add(&term.everywhere(index), 1.0, 1 << at);
    }
    for (first, pair) in &question.in_a_row {
        answers.add(&pair.everywhere(index), IN_A_ROW, 0b11 << first);
    }
    for term in &question.unwanted {
        answers.leave_out(term);
    }
    answers.ranked(question)
}

/// What is known of the entries so far.
struct Answers<'a> {
    index: &'a TextIndex,
    among: &'a [EntryId],
    scores: Vec<f64>,
    /// Which of the wanted terms each entry has, a bit each.
    terms: Vec<u64>,
    hits: Vec<Hit>,
}

impl<'a> Answers<'a> {
    fn new(index: &'a TextIndex, among: &'a [EntryId]) -> Self {
        Self {
            index,
            among,
            scores: vec![0.0; index.len()],
            terms: vec![0; index.len()],
            hits: Vec::new(),
        }
    }

    /// Counts the hits of a term, which stands for some of the wanted.
    fn add(&mut self, found: &TermHits, worth: f64, wanted: u64) {
        let having = found.hits.chunk_by(|a, b| a.entry == b.entry).count();
        let word = Bm25::new(self.index.len(), having);
        let mut weights = found.weights.iter();
        for hits in found.hits.chunk_by(|a, b| a.entry == b.entry) {
            let times: f64 = weights.by_ref().take(hits.len()).sum();
            let entry = hits[0].entry;
            let length = self.index.relative_length(entry);
            self.scores[entry.index()] += worth * word.score(times, length);
            self.terms[entry.index()] |= wanted;
        }
        self.hits.extend_from_slice(&found.hits);
    }

    /// Leaves out entries in which a term stands at the beginning of a word.
    fn leave_out(&mut self, term: &Term) {
        for hit in term.everywhere(self.index).hits {
            if hit.fit != Fit::Inside {
                self.terms[hit.entry.index()] = 0;
            }
        }
    }

    fn ranked(mut self, question: &Question) -> Vec<Found> {
        let all = u64::MAX >> (u64::BITS as usize - question.wanted.len());
        let answers = |terms: u64| terms == all || (question.any && terms != 0);
        self.hits.retain(|hit| {
            let terms = self.terms[hit.entry.index()];
            answers(terms) && self.among.binary_search(&hit.entry).is_ok()
        });
        // Of hits that overlap the longest from the left stays.
        self.hits.sort_by_key(|hit| {
            let longest_first = usize::MAX - hit.span.end;
            (hit.entry, hit.field, hit.span.start, longest_first)
        });
        self.hits.dedup_by(|later, kept| {
            let same = (later.entry, later.field) == (kept.entry, kept.field);
            same && later.span.start < kept.span.end
        });
        let mut found: Vec<Found> = self
            .hits
            .chunk_by(|a, b| a.entry == b.entry)
            .map(|hits| Found {
                entry: hits[0].entry,
                score: self.scores[hits[0].entry.index()],
                hits: hits.to_vec(),
            })
            .collect();
        found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.entry.cmp(&b.entry)));
        found
    }
}
