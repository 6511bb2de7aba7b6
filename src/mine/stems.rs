//! What particles the stems of words take, anywhere in the notes.

use super::korean;
use std::collections::HashMap;

/// How many words show that a stem is a noun, by particles that only nouns take.
pub(super) struct Stems<'a> {
    shown: HashMap<&'a str, u32>,
    /// Of these, how many are words of a longer stem, too, or that stem itself:
    /// of 매크 and 매크로 those are 매크로의 and 매크로.
    shared: HashMap<(&'a str, &'a str), Shared>,
}

/// How many words that two stems have in common show that they are nouns.
#[derive(Clone, Copy, Default)]
struct Shared {
    shorter: u32,
    longer: u32,
}

impl<'a> Stems<'a> {
    /// Counts the words of each stem; `cuts` are where the stem of each word may end.
    pub(super) fn of(words: &'a [String], cuts: &[Vec<usize>]) -> Self {
        let shows = |text: &str, cut: usize| {
            let (stem, particles) = text.split_at(cut);
            u32::from(korean::marks_noun(particles) && !korean::is_adverbial(stem, particles))
        };
        let mut shown: HashMap<&str, u32> = HashMap::new();
        for (text, cuts) in words.iter().zip(cuts) {
            for &cut in cuts {
                *shown.entry(&text[..cut]).or_default() += shows(text, cut);
            }
        }
        let mut shared: HashMap<(&str, &str), Shared> = HashMap::new();
        for (text, cuts) in words.iter().zip(cuts) {
            for (at, &longer) in cuts.iter().enumerate() {
                // Only these can win.
                if shown[&text[..longer]] == 0 {
                    continue;
                }
                for &shorter in &cuts[..at] {
                    let pair = (&text[..shorter], &text[..longer]);
                    let shared = shared.entry(pair).or_default();
                    shared.shorter += shows(text, shorter);
                    shared.longer += shows(text, longer);
                }
            }
        }
        Self { shown, shared }
    }

    /// Whether particles of nouns were seen with a stem.
    pub(super) fn is_noun(&self, stem: &str) -> bool {
        self.shown_by(stem) > 0
    }

    /// Where the stem of a word ends. The longest particles win, unless more
    /// words are seen that only the longer stem explains: 민주주의 is not 민주주+의
    /// when 민주주의를 and 민주주의가 are there, nor 매크로 매크+로.
    pub(super) fn best_cut(&self, text: &str, cuts: &[usize]) -> usize {
        let last = cuts[cuts.len() - 1];
        let fits = |cut: usize| {
            let stem = &text[..cut];
            let single = stem.chars().nth(1).is_none();
            cut == last || !single || korean::is_known(stem) || self.shown_by(stem) >= 3
        };
        let mut best: Option<&str> = None;
        for &cut in cuts.iter().filter(|cut| fits(**cut)) {
            let stem = &text[..cut];
            if best.is_none_or(|best| self.explains_more(stem, best)) {
                best = Some(stem);
            }
        }
        best.map_or(last, str::len)
    }

    fn shown_by(&self, stem: &str) -> u32 {
        self.shown.get(stem).copied().unwrap_or(0)
    }

    /// Whether more words show the longer stem and not the shorter than the
    /// other way round.
    fn explains_more(&self, longer: &str, shorter: &str) -> bool {
        let shared = self.shared.get(&(shorter, longer)).copied();
        let shared = shared.unwrap_or_default();
        self.shown_by(longer) - shared.longer > self.shown_by(shorter) - shared.shorter
    }
}
