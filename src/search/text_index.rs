//! What full text is looked for in.

use super::hit::Hit;
use super::phrase::Phrase;
use super::place::{Place, hits};
use super::stream::FoldedStream;
use crate::model::{EntryId, FoldedEntry, Library};

/// Every entry's title and text, folded, and how long they are.
#[derive(Debug)]
pub struct TextIndex<'a> {
    library: &'a Library,
    stream: FoldedStream<'a>,
    mean_length: f64,
}

impl<'a> TextIndex<'a> {
    /// The index of a library. If its folded texts are stored, nothing but their
    /// lengths is read; else every entry is folded.
    pub fn of(library: &'a Library) -> Self {
        let stream = FoldedStream::of(library);
        let lengths = stream
            .entries
            .iter()
            .map(|(_, entry)| f64::from(length(*entry)));
        Self {
            mean_length: lengths.sum::<f64>() / stream.entries.len().max(1) as f64,
            library,
            stream,
        }
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.stream.entries.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How long an entry is, as a part of the mean length; 1 when all are empty.
    pub fn relative_length(&self, entry: EntryId) -> f64 {
        match self.mean_length > 0.0 {
            true => f64::from(length(self.stream.entry(entry))) / self.mean_length,
            false => 1.0,
        }
    }

    /// Whether the text of an entry stops in the middle of a sentence.
    pub fn breaks_off(&self, entry: EntryId) -> bool {
        self.stream.entry(entry).breaks_off
    }

    /// What is looked through.
    pub fn stream(&self) -> &FoldedStream<'a> {
        &self.stream
    }

    /// The places of each phrase, by entry, title first, from left to right; all are
    /// looked for in one pass.
    pub(super) fn places(&self, phrases: &[&Phrase]) -> Vec<Vec<Place>> {
        let blocks = self.stream.pass(|stretch| {
            let places = phrases.iter().map(|phrase| stretch.places(phrase));
            places.collect::<Vec<_>>()
        });
        let mut all = vec![Vec::new(); phrases.len()];
        for block in blocks {
            for (all, places) in all.iter_mut().zip(block) {
                all.extend(places);
            }
        }
        // Blocks are in the order in which entries were read.
        for places in &mut all {
            places.sort_by_key(|place| place.entry);
        }
        all
    }

    pub(super) fn places_in(&self, phrase: &Phrase, entry: EntryId) -> Vec<Place> {
        self.stream
            .at(entry, |stretch| stretch.places_in(phrase, entry))
    }

    /// Where places are in the original.
    pub(super) fn hits(&self, places: &[Place]) -> Vec<Hit> {
        hits(self.library, places)
    }
}

/// How many bytes of an entry are looked through.
fn length(entry: FoldedEntry) -> u32 {
    entry.text + if entry.titled { entry.title } else { 0 }
}
