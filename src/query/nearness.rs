//! How near each other an entry's text names two things.

use super::condition::{Condition, Near};
use super::evaluate::{Corpus, read};
use crate::model::EntryId;
use crate::tag::Field;
use crate::text::fold::Folded;
use crate::text::sentence::sentence_at;
use std::ops::Range;

impl Near {
    /// Those of some entries that name both near each other; `None`: of all.
    pub(super) fn among(&self, corpus: Corpus<'_>, some: Option<&[EntryId]>) -> Vec<EntryId> {
        let left = self.left.among(corpus, some);
        let both = self.right.among(corpus, Some(&left));
        read(corpus, Some(&both), Folded::default, |folded, entry| {
            self.distance(corpus, folded, entry)
                .is_some_and(|distance| distance <= self.within)
        })
    }

    /// How many sentences the two are apart where they are nearest in an entry's
    /// text: 0 in one sentence.
    pub(super) fn distance(
        &self,
        corpus: Corpus<'_>,
        folded: &mut Folded,
        entry: EntryId,
    ) -> Option<u32> {
        let left = sentences(corpus, &self.left, folded, entry);
        let right = sentences(corpus, &self.right, folded, entry);
        let (mut nearest, mut at) = (None, 0);
        for &one in &left {
            while at + 1 < right.len() && right[at + 1] <= one {
                at += 1;
            }
            let around = right[at.min(right.len())..].iter().take(2);
            nearest = around.map(|other| other.abs_diff(one)).chain(nearest).min();
        }
        nearest
    }
}

/// The sentences of an entry's text that show why it meets a condition: of things near
/// each other those that stand so near. `None` when nothing has to be near: then all
/// that name something do.
pub(super) fn shown(
    corpus: Corpus<'_>,
    condition: &Condition,
    folded: &mut Folded,
    entry: EntryId,
) -> Option<Vec<u32>> {
    if !has_near(condition) {
        return None;
    }
    let mut shown = Vec::new();
    gather(corpus, condition, folded, entry, &mut shown);
    shown.sort_unstable();
    shown.dedup();
    Some(shown)
}

fn has_near(condition: &Condition) -> bool {
    match condition {
        Condition::Near(_) => true,
        Condition::All(parts) | Condition::Any(parts) => parts.iter().any(has_near),
        _ => false,
    }
}

fn gather(
    corpus: Corpus<'_>,
    condition: &Condition,
    folded: &mut Folded,
    entry: EntryId,
    shown: &mut Vec<u32>,
) {
    match condition {
        Condition::About(_) | Condition::Says(_) => {
            shown.extend(sentences(corpus, condition, folded, entry));
        }
        Condition::Near(near) => {
            let left = sentences(corpus, &near.left, folded, entry);
            let right = sentences(corpus, &near.right, folded, entry);
            shown.extend(beside(&left, &right, near.within));
            shown.extend(beside(&right, &left, near.within));
        }
        Condition::All(parts) | Condition::Any(parts) => {
            let parts = parts.iter();
            parts.for_each(|part| gather(corpus, part, folded, entry, shown));
        }
        Condition::Is(_) | Condition::Not(_) => {}
    }
}

/// Those of some sentences that have another at most so far away; both are in order.
fn beside<'a>(some: &'a [u32], others: &'a [u32], within: u32) -> impl Iterator<Item = u32> + 'a {
    let near = move |one: &u32| {
        let first = others.partition_point(|other| *other < one.saturating_sub(within));
        let nearest = others.get(first);
        nearest.is_some_and(|other| *other <= one.saturating_add(within))
    };
    some.iter().copied().filter(near)
}

/// The sentences of an entry's text that name something, in order.
fn sentences(
    corpus: Corpus<'_>,
    named: &Condition,
    folded: &mut Folded,
    entry: EntryId,
) -> Vec<u32> {
    let mut found = Vec::new();
    for term in named.terms() {
        let mentions = corpus.tagging.mentions(entry).iter();
        let counted = |concept| {
            term.counted
                .iter()
                .any(|counted| counted.concept == concept)
        };
        let named = mentions.filter(|it| it.field == Field::Text && counted(it.concept));
        found.extend(named.map(|mention| mention.sentence));
    }
    let phrases = named.phrases();
    if !phrases.is_empty() {
        let ranges: Vec<Range<usize>> = corpus.tagging.sentences(entry).collect();
        folded.refill(&corpus.library.entry(entry).text);
        for phrase in phrases {
            let places = phrase.places(folded);
            let at = places.filter_map(|place| sentence_at(&ranges, place.start));
            found.extend(at.map(|sentence| sentence as u32));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}
