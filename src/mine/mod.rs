//! Finds names of concepts that the vocabulary does not have yet.
//!
//! No dictionary is used. A text is cut at punctuation; a Korean word loses
//! its longest particles that agree with its stem, an English one its `'s`;
//! one to four nouns in a row are a candidate, and so is a short quotation.
//! Candidates that fold alike ([`crate::text::fold`]) are one. They are ranked
//! by [`Score`]; nothing is ever added to the vocabulary by itself.
//! `docs/mining.md` tells how well this works.

mod candidate;
mod english;
mod extract;
mod gloss;
mod korean;
mod korean_lists;
mod lexis;
mod like;
mod marks;
mod note;
mod options;
mod passage;
mod quote;
mod scan;
mod score;
mod sighting;
mod stems;
mod suggestion;
mod survey;
mod titles;
mod word;

pub use like::{Like, Reason};
pub use note::Note;
pub use options::Options;
pub use score::Score;
pub use suggestion::{Example, Suggestion};

use crate::model::{Entry, EntryId, Library};
use crate::tag::{Field, Tagging};
use crate::text::fold;
use candidate::Candidate;
use like::Finder;
use rayon::prelude::*;
use sighting::{Key, key_of};
use std::collections::HashSet;
use std::ops::Range;
use survey::Survey;

/// A suggestion shows at most so many examples.
const EXAMPLES: usize = 3;

/// Suggests names for new concepts, the likeliest first: what the notes say
/// and no concept covers. Those that may be other names of known concepts say
/// of which.
pub fn suggest(library: &Library, tagging: &Tagging, options: &Options) -> Vec<Suggestion> {
    let known = |entry: EntryId, field: Field| {
        let mentions = tagging.mentions(entry).iter();
        let of_field = mentions.filter(move |mention| mention.field == field);
        let mut spans: Vec<Range<usize>> = of_field
            .map(|mention| mention.start as usize..mention.end as usize)
            .collect();
        // Names inside of others add nothing.
        spans.dedup_by(|inner, outer| inner.end <= outer.end);
        spans
    };
    let notes: Vec<Note<'_>> = library
        .entry_ids()
        .map(|entry| Note {
            title: title(library.entry(entry)),
            text: &library.entry(entry).text,
            known_in_title: known(entry, Field::Title),
            known_in_text: known(entry, Field::Text),
        })
        .collect();
    let names = tagging
        .lexicon(library.vocabulary())
        .names()
        .iter()
        .map(|name| &name.text);
    let titles = library.books().iter().flat_map(|book| book.title.iter());
    let known: HashSet<Key> = names
        .map(String::as_str)
        .chain(titles.map(|(_, title)| title))
        .chain(options.dismissed.iter().map(String::as_str))
        .map(|name| key_of(&fold::key(name)))
        .collect();
    let survey = Survey::of(&notes, &known);
    let finder = Finder::new(library, tagging);
    suggestions(&survey, options.most, Some(&finder))
}

/// The title that the reader gave; without one, an entry goes by its id.
fn title(entry: &Entry) -> &str {
    if entry.title == entry.id {
        ""
    } else {
        &entry.title
    }
}

/// Suggests names from plain notes, with nothing known but the spans that the
/// notes say are. In the result, [`EntryId`]s are positions in `notes`, which
/// stand in reading order.
pub fn suggest_from(notes: &[Note<'_>], options: &Options) -> Vec<Suggestion> {
    let dismissed = options.dismissed.iter();
    let known = dismissed.map(|name| key_of(&fold::key(name))).collect();
    suggestions(&Survey::of(notes, &known), options.most, None)
}

fn suggestions(survey: &Survey<'_>, most: usize, finder: Option<&Finder<'_>>) -> Vec<Suggestion> {
    let best = &survey.ranked[..survey.ranked.len().min(most)];
    best.par_iter()
        .map(|(score, candidate)| suggestion(survey, score, candidate, finder))
        .collect()
}

fn suggestion(
    survey: &Survey<'_>,
    score: &Score,
    candidate: &Candidate,
    finder: Option<&Finder<'_>>,
) -> Suggestion {
    let sightings = &survey.sightings[candidate.group.clone()];
    let name = candidate.surface(&survey.sightings, &survey.passages, &survey.lexis);
    let mut entries: Vec<EntryId> = sightings
        .iter()
        .map(|sighting| survey.passages[sighting.passage as usize].entry())
        .collect();
    entries.dedup();
    let particle_names = candidate.particles.iter();
    let mut particles: Vec<String> = particle_names
        .map(|&particle| survey.lexis.particle_name(particle).to_owned())
        .collect();
    particles.sort_unstable();
    Suggestion {
        like: finder.and_then(|finder| finder.like(&name, sightings, survey)),
        name,
        score: *score,
        occurrences: candidate.frequency(),
        entries,
        quoted: candidate.quoted > 0,
        acronym: score::is_acronym(candidate),
        titles: candidate.titled,
        glossed: candidate.glossed > 0,
        particles,
        examples: examples(survey, candidate),
    }
}

/// The first occurrence in each of the first entries; of a single entry, its
/// first occurrences.
fn examples(survey: &Survey<'_>, candidate: &Candidate) -> Vec<Example> {
    let mut shown: Vec<Example> = Vec::new();
    for sighting in &survey.sightings[candidate.group.clone()] {
        let passage = &survey.passages[sighting.passage as usize];
        let entry = passage.entry();
        let repeated = shown.last().is_some_and(|last| last.entry == entry);
        if shown.len() < EXAMPLES && !(repeated && candidate.notes > 1) {
            shown.push(Example {
                entry,
                field: passage.field,
                span: sighting.span(&survey.passages, &survey.lexis),
            });
        }
    }
    shown
}
