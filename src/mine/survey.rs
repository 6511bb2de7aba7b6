//! All candidates of the notes.

use super::candidate::Candidate;
use super::extract;
use super::lexis::Lexis;
use super::marks::Marks;
use super::note::Note;
use super::passage::Passage;
use super::score::Score;
use super::sighting::{Key, Sighting, stems_key};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};

/// With more notes than this a name must be seen twice, and rarity tells.
const FEW_NOTES: usize = 50;

/// The candidates of some notes and where they stand.
#[derive(Debug)]
pub(super) struct Survey<'a> {
    /// The titles and texts.
    pub(super) passages: Vec<Passage<'a>>,
    /// Their words.
    pub(super) lexis: Lexis,
    /// All sightings, by key and place.
    pub(super) sightings: Vec<Sighting>,
    /// The candidates, best first.
    pub(super) ranked: Vec<(Score, Candidate)>,
}

impl<'a> Survey<'a> {
    /// Surveys some notes; what is known is no candidate.
    pub(super) fn of(notes: &'a [Note<'a>], known: &HashSet<Key>) -> Self {
        let (passages, lexis) = Passage::all(notes);
        let sightings = extract::all(&passages, &lexis);
        let few = notes.len() <= FEW_NOTES;
        let is_enough = |group: &[Sighting]| {
            let marked = |s: &Sighting| s.marks.has(Marks::QUOTED) || s.marks.has(Marks::ACRONYM);
            // A known name with a word beside it is new only when that is said again.
            let around_known = |s: &Sighting| {
                let passage = &passages[s.passage as usize];
                passage.holds_known(&s.span(&passages, &lexis))
            };
            group.len() >= 2 || group.iter().any(marked) || (few && !group.iter().any(around_known))
        };
        let verbs = verbs(&passages, &lexis);
        let groups = extract::groups(&sightings).into_par_iter();
        let mut candidates: Vec<Candidate> = groups
            .filter(|group| is_enough(&sightings[group.clone()]))
            .map(|group| {
                let key = sightings[group.start].key;
                let verbs = verbs.get(&key).copied().unwrap_or(0);
                let candidate = Candidate::of(group, &sightings, &passages, &lexis);
                Candidate { verbs, ..candidate }
            })
            .collect();
        nest(&mut candidates, &sightings, &passages, &lexis);
        let mut ranked: Vec<(Score, Candidate)> = candidates
            .into_par_iter()
            .filter(|candidate| {
                let key = sightings[candidate.group.start].key;
                !candidate.is_fragment() && !known.contains(&key)
            })
            .map(|candidate| (Score::of(&candidate, notes.len(), few), candidate))
            .collect();
        // Of equals the one that was seen first.
        let place = |candidate: &Candidate| {
            let first = &sightings[candidate.group.start];
            (first.passage, first.first, first.words)
        };
        ranked.par_sort_by(|(a, one), (b, other)| {
            b.total
                .total_cmp(&a.total)
                .then_with(|| place(one).cmp(&place(other)))
        });
        Self {
            passages,
            lexis,
            sightings,
            ranked,
        }
    }
}

/// How often verbs and adjectives made of each name stand in the notes.
fn verbs(passages: &[Passage<'_>], lexis: &Lexis) -> HashMap<Key, u32> {
    let mut counts = HashMap::new();
    let tokens = passages.iter().flat_map(|passage| &passage.tokens);
    for key in tokens.filter_map(|token| lexis.word(token.word).verb_of) {
        *counts.entry(key).or_default() += 1;
    }
    counts
}

/// Tells every candidate what longer candidates it is part of.
fn nest(
    candidates: &mut [Candidate],
    sightings: &[Sighting],
    passages: &[Passage<'_>],
    lexis: &Lexis,
) {
    let keys = candidates.iter().enumerate();
    let by_key: HashMap<Key, usize> = keys
        .map(|(index, candidate)| (sightings[candidate.group.start].key, index))
        .collect();
    let mut folded = Vec::new();
    for index in 0..candidates.len() {
        let own = &sightings[candidates[index].longest];
        let frequency = candidates[index].frequency();
        let passage = &passages[own.passage as usize];
        let tokens = own.tokens();
        for from in tokens.clone() {
            for count in 1..=tokens.end - from {
                let key = stems_key(passage, lexis, from, count, &mut folded);
                if let Some(&inner) = by_key.get(&key).filter(|inner| **inner != index) {
                    let nested = &mut candidates[inner].nested;
                    nested.around += 1;
                    nested.total += frequency;
                    nested.most = nested.most.max(frequency);
                }
            }
        }
    }
}
