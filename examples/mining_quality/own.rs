//! This crate's candidates, in three orders.

use crate::dataset::Dataset;
use bookgraph::mine::{self, Note, Options, Suggestion};

/// In the order of the suggestions.
pub(crate) fn by_score(dataset: &Dataset) -> Vec<String> {
    names(candidates(dataset))
}

/// By frequency; ties go to the longer name.
pub(crate) fn by_frequency(dataset: &Dataset) -> Vec<String> {
    let mut candidates = candidates(dataset);
    candidates.sort_by_key(|found| std::cmp::Reverse((found.occurrences, found.name.len())));
    names(candidates)
}

/// By C-value.
pub(crate) fn by_c_value(dataset: &Dataset) -> Vec<String> {
    let mut candidates = candidates(dataset);
    candidates.sort_by(|a, b| b.score.c_value.total_cmp(&a.score.c_value));
    names(candidates)
}

/// All candidates, with nothing known.
fn candidates(dataset: &Dataset) -> Vec<Suggestion> {
    let note = |(title, text)| Note {
        title,
        text,
        ..Note::default()
    };
    let entries = dataset.entries.iter();
    let notes: Vec<Note<'_>> = entries
        .map(|(title, text)| note((title.as_str(), text.as_str())))
        .collect();
    let options = Options {
        most: usize::MAX,
        ..Options::default()
    };
    mine::suggest_from(&notes, &options)
}

fn names(candidates: Vec<Suggestion>) -> Vec<String> {
    candidates.into_iter().map(|found| found.name).collect()
}
