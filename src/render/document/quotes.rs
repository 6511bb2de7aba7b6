//! Sentences of the notes in a document.

use super::{AnswerSource, Block, Document, Line, Mood};
use crate::model::{ConceptId, EntryId};
use crate::tag::Field;
use std::ops::Range;

impl Document {
    /// Says which entry the next sentences are from: `25일차 (p411–418) · day-25`.
    pub(super) fn place(&mut self, source: &AnswerSource<'_>, entry: EntryId, remark: &str) {
        let id = format!(" · {}", source.entry_id(entry));
        self.detail(Line::plain(source.entry(entry)).faint(id).faint(remark));
    }

    /// Quotes sentences of an entry, in which names of some concepts are marked.
    pub(super) fn quote(
        &mut self,
        source: &AnswerSource<'_>,
        entry: EntryId,
        sentences: &[u32],
        concepts: &[ConceptId],
    ) {
        for &sentence in sentences {
            if let Some(line) = quoted(source, entry, sentence, concepts) {
                self.blocks.push(Block::Quote(line));
            }
        }
    }
}

fn quoted(
    source: &AnswerSource<'_>,
    entry: EntryId,
    sentence: u32,
    concepts: &[ConceptId],
) -> Option<Line> {
    let range = source.tagging.sentences(entry).nth(sentence as usize)?;
    let text = &source.library.entry(entry).text;
    let mentions = source.tagging.mentions(entry).iter();
    let named = mentions.filter(|mention| {
        mention.field == Field::Text
            && mention.sentence == sentence
            && concepts.contains(&mention.concept)
    });
    let marked = named.map(|mention| mention.start as usize..mention.end as usize);
    Some(with_marks(text, range, marked))
}

/// A piece of a text with some of it marked.
pub(super) fn with_marks(
    text: &str,
    range: Range<usize>,
    marked: impl Iterator<Item = Range<usize>>,
) -> Line {
    let mut line = Line::default();
    let mut at = range.start;
    for mark in marked {
        let (start, end) = (mark.start.max(at), mark.end.min(range.end));
        if start < end {
            line = line.and(&text[at..start]);
            line = line.with(Mood::Highlight, &text[start..end]);
            at = end;
        }
    }
    line.and(&text[at..range.end])
}
