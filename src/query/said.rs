//! Entries that say something, with the sentences that do.

use super::evidence::Passage;
use crate::model::EntryId;
use crate::search::{Found, TextIndex};
use crate::tag::{Field, Tagging};
use crate::text::sentence::sentence_at;
use std::ops::Range;

/// An entry that says what was looked for.
#[derive(Clone, Debug)]
pub struct Said {
    /// The entry.
    pub entry: EntryId,
    /// How well it answers, above 0: see [`crate::search::Found`].
    pub score: f64,
    /// Where its title says so: byte ranges.
    pub title: Vec<Range<usize>>,
    /// The sentences of its text that say so, in order.
    pub passages: Vec<Passage>,
}

impl Said {
    /// Puts what was found in an entry into its sentences.
    pub fn of(tagging: &Tagging, index: &TextIndex<'_>, found: &Found) -> Self {
        let sentences: Vec<Range<usize>> = tagging.sentences(found.entry).collect();
        let (mut title, mut passages) = (Vec::new(), Vec::<Passage>::new());
        for hit in found.hits(index) {
            match (hit.field, sentence_at(&sentences, hit.span.start)) {
                (Field::Title, _) => title.push(hit.span.clone()),
                (Field::Text, None) => {}
                (Field::Text, Some(at)) => add(&mut passages, &sentences[at], &hit.span),
            }
        }
        Self {
            entry: found.entry,
            score: found.score,
            title,
            passages,
        }
    }
}

/// Highlights a span in its sentence; what goes on beyond that is cut off.
fn add(passages: &mut Vec<Passage>, sentence: &Range<usize>, span: &Range<usize>) {
    let highlight = span.start..span.end.min(sentence.end);
    match passages.last_mut() {
        _ if highlight.is_empty() => {}
        Some(last) if last.sentence == *sentence => last.highlights.push(highlight),
        _ => passages.push(Passage {
            sentence: sentence.clone(),
            highlights: vec![highlight],
            ..Passage::default()
        }),
    }
}
