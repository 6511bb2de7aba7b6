//! The entries that meet a condition.

use super::condition::Condition;
use super::fact::{Fact, FactKind};
use super::phrase::Phrase;
use super::term::Term;
use crate::model::{EntryId, Library};
use crate::place::Placement;
use crate::search::{FoldedStream, Stretch};
use crate::steps;
use crate::tag::Tagging;
use crate::text::fold::Folded;
use rayon::prelude::*;
use std::ops::Range;

/// Reading one of so many entries takes as long as a pass through the folded texts of
/// all.
const FEW: usize = 16;

/// A library with what was found out about its entries.
#[derive(Clone, Copy)]
pub struct Corpus<'a> {
    /// The library.
    pub library: &'a Library,
    /// Its tags.
    pub tagging: &'a Tagging,
    /// Its chapters.
    pub placement: &'a Placement,
}

impl<'a> Corpus<'a> {
    /// A library with what was found out about its entries.
    pub fn new(library: &'a Library, tagging: &'a Tagging, placement: &'a Placement) -> Self {
        Self {
            library,
            tagging,
            placement,
        }
    }
}

/// What it takes to look at an entry, the least first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cost {
    /// Its postings are known.
    Known,
    /// Its mentions are read.
    Mentions,
    /// Its text is read.
    Text,
}

impl Condition {
    /// The entries that meet it, in reading order.
    ///
    /// Concepts are looked up by their postings. What has to be read for each entry
    /// is read only of the entries that meet all the rest.
    pub fn entries(&self, corpus: Corpus<'_>) -> Vec<EntryId> {
        self.among(corpus, None)
    }

    /// Whether an entry meets it.
    pub fn holds(&self, corpus: Corpus<'_>, entry: EntryId) -> bool {
        !self.among(corpus, Some(&[entry])).is_empty()
    }

    /// Those of some entries that meet it; `None`: of all.
    pub(super) fn among(&self, corpus: Corpus<'_>, some: Option<&[EntryId]>) -> Vec<EntryId> {
        match self {
            Self::About(term) => about(corpus, term, some),
            Self::Says(phrase) => says(corpus, phrase, some),
            Self::Is(fact) => is(corpus, fact, some),
            Self::Near(near) => near.among(corpus, some),
            Self::Not(condition) => {
                let without = condition.among(corpus, some);
                let not = |entry: &EntryId| without.binary_search(entry).is_err();
                match some {
                    Some(some) => some.iter().copied().filter(not).collect(),
                    None => corpus.library.entry_ids().filter(not).collect(),
                }
            }
            Self::All(parts) => {
                let mut parts: Vec<&Self> = parts.iter().collect();
                parts.sort_by_key(|part| part.cost());
                let mut left = some.map(<[EntryId]>::to_vec);
                for part in parts {
                    left = Some(part.among(corpus, left.as_deref()));
                }
                left.unwrap_or_else(|| corpus.library.entry_ids().collect())
            }
            Self::Any(parts) => {
                let parts = parts.iter();
                let mut found: Vec<EntryId> =
                    parts.flat_map(|part| part.among(corpus, some)).collect();
                found.sort_unstable();
                found.dedup();
                found
            }
        }
    }

    fn cost(&self) -> Cost {
        match self {
            Self::About(_) | Self::Is(_) => Cost::Known,
            Self::Says(_) => Cost::Text,
            Self::Near(near) => near.left.cost().max(near.right.cost()).max(Cost::Mentions),
            Self::Not(inner) => inner.cost(),
            Self::All(parts) | Self::Any(parts) => {
                let costs = parts.iter().map(Self::cost);
                costs.max().unwrap_or(Cost::Known)
            }
        }
    }
}

fn about(corpus: Corpus<'_>, term: &Term, some: Option<&[EntryId]>) -> Vec<EntryId> {
    let tagging = corpus.tagging;
    if let Some([entry]) = some {
        let tags = term
            .counted
            .iter()
            .filter_map(|counted| tagging.tag(*entry, counted.concept));
        let counts = tags.into_iter().any(|tag| term.counts(tag));
        return if counts { vec![*entry] } else { Vec::new() };
    }
    let mut found = Vec::new();
    for counted in &term.counted {
        let tags = tagging.about(counted.concept);
        steps::count(tags.len());
        let tags = tags.filter(|tag| term.counts(tag));
        found.extend(tags.map(|tag| tag.entry));
    }
    if term.counted.len() > 1 {
        found.sort_unstable();
        found.dedup();
    }
    if let Some(some) = some {
        found.retain(|entry| some.binary_search(entry).is_ok());
    }
    found
}

/// Those of some entries of which something is true, read in parallel.
pub(super) fn read<T: Send>(
    corpus: Corpus<'_>,
    some: Option<&[EntryId]>,
    start: impl Fn() -> T + Sync + Send,
    holds: impl Fn(&mut T, EntryId) -> bool + Sync + Send,
) -> Vec<EntryId> {
    let pick = |state: &mut T, entry: EntryId| holds(state, entry).then_some(entry);
    match some {
        Some(some) => {
            let some = some.par_iter().with_min_len(64);
            some.map_init(&start, |state, &entry| pick(state, entry))
                .flatten_iter()
                .collect()
        }
        None => {
            let all = (0..corpus.library.entries().len())
                .into_par_iter()
                .with_min_len(64);
            let all = all.map_init(&start, |state, entry| pick(state, EntryId::from(entry)));
            all.flatten_iter().collect()
        }
    }
}

/// Those of some entries that say a phrase: of many by a pass through the folded texts
/// if they are stored, of few by reading them.
fn says(corpus: Corpus<'_>, phrase: &Phrase, some: Option<&[EntryId]>) -> Vec<EntryId> {
    let all = corpus.library.entries().len();
    if some.is_none_or(|some| some.len() * FEW >= all)
        && let Some(stream) = FoldedStream::stored(corpus.library)
    {
        let mut said = stream.pass(|stretch| said_in(stretch, phrase)).concat();
        said.sort_unstable();
        said.retain(|entry| some.is_none_or(|some| some.binary_search(entry).is_ok()));
        return said;
    }
    read(corpus, some, Folded::default, |folded, id| {
        let entry = corpus.library.entry(id);
        [&entry.text, &entry.title].into_iter().any(|text| {
            folded.refill(text);
            phrase.is_in(folded)
        })
    })
}

fn said_in(stretch: &Stretch<'_>, phrase: &Phrase) -> Vec<EntryId> {
    let text = stretch.text();
    let says = |field: Range<usize>| phrase.folded_places(text, field).next().is_some();
    let entries = stretch.entries();
    let said = entries.filter_map(|(entry, fields)| fields.into_iter().any(says).then_some(entry));
    said.collect()
}

fn is(corpus: Corpus<'_>, fact: &Fact, some: Option<&[EntryId]>) -> Vec<EntryId> {
    let Corpus {
        library,
        tagging,
        placement,
    } = corpus;
    match (&fact.kind, some) {
        (FactKind::Book(book), None) => return library.entries_of(*book).collect(),
        (FactKind::Entries(entries), None) => return in_order(entries.iter().copied()),
        (FactKind::Chapters(chapters), None) => {
            let chapters = chapters.iter();
            return in_order(chapters.flat_map(|it| placement.entries_in(library, *it)));
        }
        _ => {}
    }
    let holds = |entry: &EntryId| fact.holds(library, tagging, placement, *entry);
    match some {
        Some(some) => some.iter().copied().filter(holds).collect(),
        None => library.entry_ids().filter(holds).collect(),
    }
}

/// Some entries, each once, in their order.
fn in_order(entries: impl Iterator<Item = EntryId>) -> Vec<EntryId> {
    let mut entries: Vec<EntryId> = entries.collect();
    entries.sort_unstable();
    entries.dedup();
    entries
}
