//! Entries that are there twice.

use super::{Finding, Notes, Subject};
use crate::diagnostic::Code;
use crate::model::{BookId, EntryId};
use crate::steps;
use crate::text::fold::key;
use crate::text::shingle::shingles;
use rayon::prelude::*;
use std::collections::HashMap;

/// Two texts are nearly the same when they share at least this part of the shingles of
/// the one that has more (see [`crate::text::shingle`]).
pub const ALIKE: f64 = 0.8;
/// Texts of fewer shingles than this are compared as a whole only.
pub const LEAST_SHINGLES: usize = 20;
/// Texts of fewer shingles than this may well be the same: a nod, a date.
const LEAST_SAME: usize = 3;
/// With so many others a text is compared at most.
const MOST_COMPARED: usize = 256;

/// Entries of one book whose text is that of another one: the same but for case,
/// spaces and punctuation, or nearly the same.
pub(super) fn duplicates(notes: Notes<'_>) -> Vec<Finding> {
    let library = notes.library;
    let mut findings = Vec::new();
    for book in library.book_ids() {
        let (unlike, same) = apart(notes, book);
        for (id, first) in same {
            findings.push(duplicate(notes, id, first, "has the same text as"));
        }
        for (id, first) in nearly(notes, &unlike) {
            findings.push(duplicate(notes, id, first, "has nearly the same text as"));
        }
    }
    findings
}

/// The entries of a book with texts of their own, and the others, each with the first
/// that has its text.
fn apart(notes: Notes<'_>, book: BookId) -> (Vec<EntryId>, Vec<(EntryId, EntryId)>) {
    let ids: Vec<EntryId> = notes.library.entries_of(book).collect();
    let folded: Vec<u64> = ids
        .par_iter()
        .map(|&id| xxhash_rust::xxh3::xxh3_64(&key(&notes.library.entry(id).text)))
        .collect();
    let mut first: HashMap<u64, EntryId> = HashMap::new();
    let (mut unlike, mut same) = (Vec::new(), Vec::new());
    for (id, hash) in ids.into_iter().zip(folded) {
        match first.get(&hash) {
            Some(&other) if shingles(&notes.library.entry(id).text).len() >= LEAST_SAME => {
                same.push((id, other));
            }
            _ => {
                first.insert(hash, id);
                unlike.push(id);
            }
        }
    }
    (unlike, same)
}

/// Those of some entries that are nearly like an earlier one, with that one.
///
/// Each is compared with those that have one of its rarest shingles: two sets that share
/// so many of their members share one of the rarest fifth (prefix filtering: R. Bayardo,
/// Y. Ma, R. Srikant, "Scaling up all pairs similarity search", WWW 2007).
fn nearly(notes: Notes<'_>, ids: &[EntryId]) -> Vec<(EntryId, EntryId)> {
    let sets: Vec<Vec<u64>> = ids
        .par_iter()
        .map(|&id| shingles(&notes.library.entry(id).text))
        .collect();
    let mut spread: HashMap<u64, u32> = HashMap::new();
    for shingle in sets.iter().flatten() {
        *spread.entry(*shingle).or_default() += 1;
    }
    let mut having: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    for (index, set) in sets.iter().enumerate() {
        if set.len() < LEAST_SHINGLES {
            continue;
        }
        let mut rarest = set.clone();
        rarest.sort_by_key(|shingle| (spread[shingle], *shingle));
        rarest.truncate(set.len() - least_shared(set.len()) + 1);
        let mut others: Vec<usize> = rarest
            .iter()
            .filter(|shingle| spread[shingle] > 1)
            .filter_map(|shingle| having.get(shingle))
            .flatten()
            .copied()
            .take(MOST_COMPARED)
            .collect();
        others.sort_unstable();
        others.dedup();
        let alike = others
            .into_iter()
            .find(|&other| are_alike(set, &sets[other]));
        found.extend(alike.map(|other| (ids[index], ids[other])));
        for shingle in rarest {
            having.entry(shingle).or_default().push(index);
        }
    }
    found
}

/// How many shingles a text of so many must share with one that is not longer.
fn least_shared(shingles: usize) -> usize {
    (ALIKE * shingles as f64).ceil() as usize
}

fn are_alike(a: &[u64], b: &[u64]) -> bool {
    steps::count(1);
    let longer = a.len().max(b.len());
    let shared = a.iter().filter(|shingle| b.binary_search(shingle).is_ok());
    a.len().min(b.len()) >= least_shared(longer) && shared.count() >= least_shared(longer)
}

fn duplicate(notes: Notes<'_>, id: EntryId, first: EntryId, how: &str) -> Finding {
    let [entry, other] = [id, first].map(|id| &notes.library.entry(id).id);
    Finding::new(
        Code::DuplicateEntry,
        Subject::Entry(id, "text"),
        format!("`{entry}` {how} `{other}`"),
        "keep one of them; both count on maps and in figures",
    )
    .label("the second one")
    .related(Subject::Entry(first, "text"), "the first one")
}
