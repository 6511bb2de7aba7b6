//! The places in one field of an entry that read like names.

use super::around::{passage, word};
use super::{Attached, Cause, Place, Reason, Verdict};
use crate::model::{Entry, EntryId, Library};
use crate::query::Doubt;
use crate::tag::{Field, Lexicon, Matcher, Name, Reading, Rejection, Standing};
use crate::text::fold::key;
use crate::text::sentence::{sentence_at, sentences};
use std::ops::Range;

/// Of the readings before and after one, so many may overlap it.
const NEARBY: usize = 1000;

/// The readings of a field, and what it takes to explain them.
pub(super) struct Places<'a> {
    library: &'a Library,
    lexicon: &'a Lexicon,
    entry: &'a Entry,
    field: Field,
    text: &'a str,
    sentences: Vec<Range<usize>>,
    readings: Vec<Reading>,
}

impl<'a> Places<'a> {
    pub(super) fn read(
        library: &'a Library,
        lexicon: &'a Lexicon,
        matcher: &mut Matcher<'a>,
        entry: EntryId,
        field: Field,
    ) -> Vec<Place> {
        let entry = library.entry(entry);
        let text = match field {
            Field::Title => &entry.title,
            Field::Text => &entry.text,
        };
        let places = Self {
            library,
            lexicon,
            entry,
            field,
            text,
            sentences: sentences(text),
            readings: matcher.explain(text),
        };
        let places = places.distinct().map(|at| places.place(matcher, at));
        places.collect()
    }

    /// The readings to show: of those of one concept at one place, the one that
    /// counts for most.
    fn distinct(&self) -> impl Iterator<Item = usize> + '_ {
        let same_span = self.readings.chunk_by(|a, b| a.span == b.span);
        let mut start = 0;
        same_span.flat_map(move |readings| {
            let first = start;
            start += readings.len();
            let concept = |at: usize| self.name(at).concept;
            (first..start).filter(move |&at| {
                let better = |other: usize| (rank(&self.readings[other]), other);
                (first..first + readings.len())
                    .all(|other| concept(other) != concept(at) || better(at) <= better(other))
            })
        })
    }

    fn name(&self, at: usize) -> &'a Name {
        self.lexicon.name(self.readings[at].name)
    }

    fn place(&self, matcher: &Matcher<'_>, at: usize) -> Place {
        let reading = &self.readings[at];
        let span = &reading.span;
        let name = self.name(at);
        let sentence = match sentence_at(&self.sentences, span.start) {
            Some(sentence) => self.sentences[sentence].clone(),
            None => span.clone(),
        };
        let sentence = sentence.start.min(span.start)..sentence.end.max(span.end);
        Place {
            field: self.field,
            span: span.clone(),
            context: passage(self.text, &sentence, span),
            sentence,
            concept: name.concept,
            name: name.text.clone(),
            verdict: self.verdict(matcher, at),
        }
    }

    fn verdict(&self, matcher: &Matcher<'_>, at: usize) -> Verdict {
        let reading = &self.readings[at];
        let not = |cause| Verdict::Rejected(Reason { cause, words: None });
        let (standing, grounds) = match reading.verdict {
            Err(rejection) => return Verdict::Rejected(self.reason(matcher, at, rejection)),
            Ok(_) if self.entry.refuses(self.name(at).concept) => return not(Cause::Refused),
            Ok(_) if self.is_book_title(&reading.span) => return not(Cause::BookTitle),
            Ok(accepted) => accepted,
        };
        let seen = Attached::of(self.text, &reading.span, grounds);
        match standing {
            Standing::Tagged => Verdict::Tagged(seen),
            Standing::Nested => Verdict::Nested {
                inside: self.written(self.outer(at).unwrap_or(at)),
                seen,
            },
            Standing::Suggested => Verdict::Suggested {
                doubt: Doubt::of(self.name(at), &grounds),
                word: self.text[word(self.text, &reading.span)].to_owned(),
                seen,
            },
        }
    }

    fn reason(&self, matcher: &Matcher<'_>, at: usize, rejection: Rejection) -> Reason {
        let reading = &self.readings[at];
        let other = || self.outer(at).or_else(|| self.overlapping(at));
        let words = match rejection {
            Rejection::Spacing => None,
            Rejection::InsideWord | Rejection::LongerWord | Rejection::Strict => {
                Some(self.text[word(self.text, &reading.span)].to_owned())
            }
            Rejection::Case => Some(self.name(at).text.clone()),
            Rejection::Excluded | Rejection::Guarded => matcher
                .ruled_out_by(reading, &self.sentences)
                .map(|range| self.text[range].to_owned()),
            Rejection::Overlapped => other().map(|other| self.written(other)),
        };
        let same = rejection == Rejection::Overlapped
            && self
                .outer(at)
                .is_some_and(|outer| self.name(outer).concept == self.name(at).concept);
        let cause = match same {
            true => Cause::SameConcept,
            false => Cause::Rejected(rejection),
        };
        Reason { cause, words }
    }

    /// The reading that counts and that another one stands inside of.
    fn outer(&self, at: usize) -> Option<usize> {
        let span = &self.readings[at].span;
        let around = |other: &usize| {
            let reading = &self.readings[*other];
            counts(reading) && reading.span != *span && reading.span.end >= span.end
        };
        (0..at).rev().take(NEARBY).find(around)
    }

    /// The reading that counts and overlaps another one: one that starts before
    /// it, if there is one.
    fn overlapping(&self, at: usize) -> Option<usize> {
        let span = &self.readings[at].span;
        let overlaps = |other: &usize| {
            let reading = &self.readings[*other];
            counts(reading) && reading.span.end > span.start && reading.span.start < span.end
        };
        let before = (0..at).rev().take(NEARBY).find(overlaps);
        let mut after = (at + 1..self.readings.len()).take(NEARBY);
        before.or_else(|| after.find(overlaps))
    }

    fn written(&self, at: usize) -> String {
        self.text[self.readings[at].span.clone()].to_owned()
    }

    /// The title of the book says nothing in the title of an entry.
    fn is_book_title(&self, span: &Range<usize>) -> bool {
        let written = key(&self.text[span.clone()]);
        let book = self.library.book(self.entry.book);
        let mut titles = book.title.iter();
        self.field == Field::Title && titles.any(|(_, title)| key(title) == written)
    }
}

fn counts(reading: &Reading) -> bool {
    matches!(
        reading.verdict,
        Ok((Standing::Tagged | Standing::Suggested, _))
    )
}

fn rank(reading: &Reading) -> u8 {
    match reading.verdict {
        Ok((Standing::Tagged, _)) => 0,
        Ok((Standing::Nested, _)) => 1,
        Ok((Standing::Suggested, _)) => 2,
        Err(_) => 3,
    }
}
