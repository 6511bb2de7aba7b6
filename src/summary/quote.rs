//! Sentences that a summary quotes.

use super::voice::Voice;
use crate::model::{Entry, EntryId, Library};
use crate::tag::Tagging;
use crate::text::letter::is_letter;
use std::cmp::Ordering;
use std::ops::Range;

/// A whole sentence of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The entry.
    pub entry: EntryId,
    /// The sentence's bytes in the entry's text.
    pub span: Range<usize>,
}

impl Quote {
    /// The words.
    pub fn text<'a>(&self, library: &'a Library) -> &'a str {
        &library.entry(self.entry).text[self.span.clone()]
    }
}

/// In reading order.
impl Ord for Quote {
    fn cmp(&self, other: &Self) -> Ordering {
        let place = |quote: &Self| (quote.entry, quote.span.start, quote.span.end);
        place(self).cmp(&place(other))
    }
}

impl PartialOrd for Quote {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A sentence that may be quoted, and who speaks in it.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) quote: Quote,
    pub(super) voice: Voice,
    /// The index of the sentence in its entry.
    pub(super) sentence: usize,
}

/// Sentences with fewer letters than this say nothing by themselves.
const FEWEST_LETTERS: usize = 6;

/// The sentences of an entry that may be quoted, in order: those that are whole and
/// say something.
pub(super) fn said(library: &Library, tagging: &Tagging, entry: EntryId) -> Vec<Said> {
    let note = library.entry(entry);
    whole_sentences(note, tagging, entry)
        .enumerate()
        .filter(|(_, span)| {
            let sentence = &note.text[span.clone()];
            let mut letters = sentence.chars().filter(|&c| is_letter(c));
            !is_cut_off(sentence) && letters.nth(FEWEST_LETTERS - 1).is_some()
        })
        .map(|(sentence, span)| (sentence, without_mark(note, span)))
        .map(|(sentence, span)| Said {
            voice: match note.voice.quotes(&note.text, span.start) {
                true => Voice::Book,
                false => Voice::of(&note.text[span.clone()]),
            },
            quote: Quote { entry, span },
            sentence,
        })
        .collect()
}

/// A sentence of a passage without the `>` that its line begins with.
fn without_mark(note: &Entry, span: Range<usize>) -> Range<usize> {
    let words = &note.text[span.clone()];
    match note.voice == crate::model::Voice::Both && words.starts_with('>') {
        true => span.end - words.trim_start_matches(['>', ' ']).len()..span.end,
        false => span,
    }
}

/// The sentences of an entry without the last one of a text that was cut off.
pub(super) fn whole_sentences<'a>(
    note: &Entry,
    tagging: &'a Tagging,
    entry: EntryId,
) -> impl Iterator<Item = Range<usize>> + use<'a> {
    let sentences = tagging.sentences(entry);
    let whole = sentences.len() - usize::from(note.truncated && sentences.len() > 0);
    sentences.take(whole)
}

/// Whether a sentence ends in the dots of a listing that cuts texts off.
pub(super) fn is_cut_off(sentence: &str) -> bool {
    let closing = ['"', '\'', '”', '’', ')', ']', '」', '』'];
    let sentence = sentence.trim_end_matches(closing);
    sentence.ends_with("..") || sentence.ends_with('…')
}
