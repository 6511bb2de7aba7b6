//! All sightings of all notes, grouped by name.

use super::gloss;
use super::lexis::Lexis;
use super::marks::Marks;
use super::passage::{Passage, Token};
use super::quote::quotations;
use super::sighting::{MOST_QUOTED, Sighting, key_of, sightings};
use crate::text::fold;
use rayon::prelude::*;
use std::ops::Range;

/// The sightings of all passages, sorted by key and place; one a place.
pub(super) fn all(passages: &[Passage<'_>], lexis: &Lexis) -> Vec<Sighting> {
    let of_passages: Vec<Vec<Sighting>> = passages
        .par_iter()
        .enumerate()
        .map(|(index, passage)| {
            let mut found = sightings(index as u32, passage, lexis);
            found.extend(quoted(index as u32, passage, lexis));
            for sighting in &mut found {
                if gloss::is_glossed(passage, lexis, sighting) {
                    sighting.marks.add(Marks::GLOSSED);
                }
            }
            found
        })
        .collect();
    let mut all: Vec<Sighting> = of_passages.concat();
    let place = |s: &Sighting| (s.key, s.passage, s.first, s.words);
    all.par_sort_unstable_by_key(place);
    all.dedup_by(|later, kept| {
        let same = place(later) == place(kept);
        if same {
            kept.marks.add(later.marks);
        }
        same
    });
    all
}

/// The groups of equal keys, as ranges.
pub(super) fn groups(sightings: &[Sighting]) -> Vec<Range<usize>> {
    let mut groups = Vec::new();
    let mut start = 0;
    for group in sightings.chunk_by(|a, b| a.key == b.key) {
        groups.push(start..start + group.len());
        start += group.len();
    }
    groups
}

/// Whole quotations.
fn quoted(index: u32, passage: &Passage<'_>, lexis: &Lexis) -> Vec<Sighting> {
    let spans = quotations(passage.text).into_iter();
    spans
        .filter_map(|span| quotation(index, passage, lexis, &span))
        .collect()
}

/// The sighting of a quotation; `None` when it is no name.
fn quotation(
    index: u32,
    passage: &Passage<'_>,
    lexis: &Lexis,
    span: &Range<usize>,
) -> Option<Sighting> {
    let tokens = &passage.tokens;
    let first = tokens.partition_point(|token| (token.start as usize) < span.start);
    let inside = |token: &&Token| token.end as usize <= span.end;
    let words = tokens[first..].iter().take_while(inside).count();
    if words == 0 || words > MOST_QUOTED {
        return None;
    }
    let last = tokens[first + words - 1];
    let fills = tokens[first].start as usize == span.start && last.end as usize == span.end;
    let is_word =
        words > 1 || (lexis.word(last.word).closes() && !passage.is_inflected(lexis, first));
    let folded = fold::key(&passage.text[span.clone()]);
    let one_piece = folded.len() > 1 && !folded.contains(&fold::BARRIER);
    if !fills || !is_word || !one_piece || passage.is_known(span) {
        return None;
    }
    let mut marks = Marks::of(passage, lexis, first, words);
    marks.add(Marks::QUOTED);
    marks.add(Marks::WHOLE);
    Some(Sighting {
        key: key_of(&folded),
        passage: index,
        first: first as u32,
        words: words as u8,
        marks,
        particle: 0,
    })
}
