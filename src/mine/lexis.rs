//! All words of the notes, each read once.

use super::stems::Stems;
use super::word::{Word, latin_stem};
use crate::text::eojeol;
use crate::text::fold::is_syllable;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use unicode_normalization::{UnicodeNormalization, is_nfc};
use unicode_segmentation::UnicodeSegmentation;

/// A word: an index into the lexis.
pub(super) type WordId = u32;

/// A particle: an index into the lexis; 0 is none.
pub(super) type ParticleId = u16;

/// The words of all notes.
#[derive(Debug, Default)]
pub(super) struct Lexis {
    words: Vec<Word>,
    particles: Vec<ParticleId>,
    particle_names: Vec<String>,
}

/// Gathers written words and gives each a number.
#[derive(Debug, Default)]
pub(super) struct Gatherer<'a> {
    ids: HashMap<&'a str, WordId>,
    written: Vec<&'a str>,
}

impl<'a> Gatherer<'a> {
    /// The number of a written word.
    pub(super) fn id(&mut self, text: &'a str) -> WordId {
        match self.ids.entry(text) {
            Entry::Occupied(entry) => *entry.get(),
            Entry::Vacant(entry) => {
                self.written.push(text);
                *entry.insert(self.written.len() as WordId - 1)
            }
        }
    }

    /// Reads all words, now that it is known what particles each stem takes.
    pub(super) fn read(self) -> Lexis {
        let composed: Vec<String> = self.written.iter().map(|text| compose(text)).collect();
        let cuts: Vec<Vec<usize>> = composed.iter().map(|text| cuts(text)).collect();
        let stems = Stems::of(&composed, &cuts);
        let mut lexis = Lexis {
            particle_names: vec![String::new()],
            ..Lexis::default()
        };
        let mut particle_ids: HashMap<String, ParticleId> = HashMap::new();
        for ((written, text), cuts) in self.written.iter().zip(&composed).zip(&cuts) {
            let cut = stems.best_cut(text, cuts);
            let (stem, particles) = text.split_at(cut);
            let written = &written[..original_length(written, text, cut)];
            let word = Word::new(written, stem, particles, stems.is_noun(stem));
            let next = lexis.particle_names.len();
            let particle = match particles {
                "" => 0,
                particle => *particle_ids.entry(particle.to_owned()).or_insert_with(|| {
                    lexis.particle_names.push(particle.to_owned());
                    next.min(usize::from(u16::MAX)) as ParticleId
                }),
            };
            lexis.words.push(word);
            lexis.particles.push(particle);
        }
        lexis
    }
}

impl Lexis {
    /// A word.
    pub(super) fn word(&self, id: WordId) -> &Word {
        &self.words[id as usize]
    }

    /// The particles behind its stem; 0 for none.
    pub(super) fn particle(&self, id: WordId) -> ParticleId {
        self.particles[id as usize]
    }

    /// How particles are written.
    pub(super) fn particle_name(&self, id: ParticleId) -> &str {
        &self.particle_names[usize::from(id)]
    }
}

/// Where the stem of a word may end.
fn cuts(text: &str) -> Vec<usize> {
    if text.contains(is_syllable) {
        eojeol::cuts(text)
    } else {
        vec![latin_stem(text)]
    }
}

fn compose(text: &str) -> String {
    if is_nfc(text) {
        text.to_owned()
    } else {
        text.nfc().collect()
    }
}

/// The bytes of `written` that make the first `cut` bytes of its composed
/// form: as many grapheme clusters.
fn original_length(written: &str, composed: &str, cut: usize) -> usize {
    if written == composed || cut == composed.len() {
        return if cut == composed.len() {
            written.len()
        } else {
            cut
        };
    }
    let clusters = composed[..cut].graphemes(true).count();
    written
        .grapheme_indices(true)
        .nth(clusters)
        .map_or(written.len(), |(at, _)| at)
}
