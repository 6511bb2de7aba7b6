//! What an entry says of a concept.

use crate::graph::Evidence;
use crate::map::furniture::{fitted, wrapped};
use crate::map::source::MapSource;
use crate::model::{ConceptId, EntryId};
use crate::summary::gist;
use crate::tag::Field;
use std::cmp::Reverse;

/// Lines of a sentence.
const LINES: usize = 3;

/// The most telling sentence, wrapped to a font and width and cut where it is too
/// long; where no sentence names the concept, what the entry says in all, and
/// `false`.
pub(super) fn lines(
    source: &MapSource<'_>,
    entry: EntryId,
    concept: ConceptId,
    (font, room): (f64, f64),
) -> (Vec<String>, bool) {
    let sentence = telling(source, entry, concept);
    let text = sentence.or_else(|| {
        let language = source.words.language();
        gist(source.library, source.tagging, entry, language)
    });
    let mut lines = wrapped(text.unwrap_or_default(), font, room);
    if lines.len() > LINES {
        lines.truncate(LINES);
        if let Some(last) = lines.last_mut() {
            *last = cut(last, font, room);
        }
    }
    (lines, sentence.is_some())
}

/// A line with the mark that more follows, and no wider for it.
fn cut(text: &str, font: f64, room: f64) -> String {
    let marked = format!("{text} …");
    match fitted(&marked, font, false, room) {
        whole if whole == marked => whole,
        _ => fitted(&format!("{text}……"), font, false, room),
    }
}

/// The sentence of an entry that says most of a concept: a whole one rather than
/// one cut off, naming it more often, earlier.
fn telling<'a>(source: &MapSource<'a>, entry: EntryId, concept: ConceptId) -> Option<&'a str> {
    let named = source.tagging.mentions(entry).iter();
    let named: Vec<u32> = named
        .filter(|mention| mention.field == Field::Text && mention.concept == concept)
        .map(|mention| mention.sentence)
        .collect();
    let sentences = named.chunk_by(|a, b| a == b).filter_map(|times| {
        let sentence = Some(times[0]);
        let text = source.sentence(Evidence { entry, sentence })?;
        Some((text, times.len()))
    });
    let whole = |text: &str| !text.ends_with("..") && !text.ends_with('…');
    let best = sentences.min_by_key(|&(text, times)| (!whole(text), Reverse(times)));
    best.map(|(text, _)| text)
}
