//! All names of all concepts, in one automaton.

use crate::model::{Alias, ConceptId, Language, Vocabulary};
use crate::text::fold::{self, BARRIER, Folded, is_matchable, is_syllable};
use aho_corasick::AhoCorasick;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// A name of a concept: an index into the lexicon's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId(pub u32);

/// A label or an alias of a concept, and how it is looked for.
#[derive(Clone, Debug)]
pub struct Name {
    /// The concept it names.
    pub concept: ConceptId,
    /// The name as the vocabulary writes it.
    pub text: String,
    /// Its language.
    pub language: Language,
    /// Too common to tag an entry by itself.
    pub weak: bool,
    /// The exact form (NFKC) that a text must have, for case-sensitive names.
    pub(super) exact: Option<String>,
    /// Hangul syllables in it.
    pub(super) syllables: usize,
    /// Latin letters and digits in it.
    pub(super) letters: usize,
    /// Whether it starts and ends with a Hangul syllable.
    pub(super) starts_in_hangul: bool,
    pub(super) ends_in_hangul: bool,
    /// Folded offsets where the name itself has a space or a hyphen.
    pub(super) gaps: Vec<u32>,
}

/// What a pattern of the automaton stands for.
#[derive(Clone, Debug, Default)]
pub(super) struct Meaning {
    /// The names that fold to it.
    pub(super) names: Vec<NameId>,
    /// The concepts (and single names) that it shields: no name of theirs
    /// counts inside of it.
    pub(super) excludes: Vec<(ConceptId, Option<NameId>)>,
}

/// All names, ready to be looked for.
#[derive(Debug)]
pub struct Lexicon {
    names: Vec<Name>,
    pub(super) meanings: Vec<Meaning>,
    pub(super) automaton: AhoCorasick,
}

impl Lexicon {
    /// Compiles the labels, aliases and exclusions of a vocabulary. Names of
    /// less than two letters are left out: the reader of notes reports them.
    pub fn of(vocabulary: &Vocabulary) -> Self {
        let mut builder = Builder::default();
        for id in vocabulary.ids() {
            let concept = vocabulary.get(id);
            for (language, text) in concept.label.iter() {
                // An alias that repeats the label says how to look for it.
                let repeated = |alias: &Alias| fold::key(&alias.text) == fold::key(text);
                if !concept.aliases.iter().any(repeated) {
                    builder.name(id, text, language, false, false);
                }
            }
            for alias in &concept.aliases {
                let name = builder.name(id, &alias.text, alias.language, alias.case, alias.weak);
                for exclude in &alias.exclude {
                    builder.exclusion(id, name, exclude);
                }
            }
            for exclude in &concept.exclude {
                builder.exclusion(id, None, exclude);
            }
        }
        builder.build()
    }

    /// One name.
    pub fn name(&self, id: NameId) -> &Name {
        &self.names[id.0 as usize]
    }

    /// All names, in the order of the vocabulary.
    pub fn names(&self) -> &[Name] {
        &self.names
    }
}

#[derive(Default)]
struct Builder {
    names: Vec<Name>,
    patterns: Vec<Vec<u8>>,
    meanings: Vec<Meaning>,
    by_pattern: HashMap<Vec<u8>, usize>,
    folded: Folded,
}

impl Builder {
    fn name(
        &mut self,
        concept: ConceptId,
        text: &str,
        language: Language,
        case: bool,
        weak: bool,
    ) -> Option<NameId> {
        if !is_matchable(text) {
            return None;
        }
        self.folded.refill(text);
        let id = NameId(self.names.len() as u32);
        let composed: String = text.nfkc().collect();
        let letters: Vec<char> = composed.chars().filter(|c| c.is_alphanumeric()).collect();
        let gaps = (1..self.folded.bytes().len())
            .filter(|&at| self.folded.gap_before(at))
            .map(|at| at as u32)
            .collect();
        self.names.push(Name {
            concept,
            text: text.to_owned(),
            language,
            weak,
            syllables: letters.iter().filter(|c| is_syllable(**c)).count(),
            letters: letters.iter().filter(|c| c.is_ascii()).count(),
            starts_in_hangul: letters.first().is_some_and(|c| is_syllable(*c)),
            ends_in_hangul: letters.last().is_some_and(|c| is_syllable(*c)),
            exact: case.then_some(composed),
            gaps,
        });
        let pattern = self.pattern();
        self.meanings[pattern].names.push(id);
        Some(id)
    }

    fn exclusion(&mut self, concept: ConceptId, name: Option<NameId>, text: &str) {
        if is_matchable(text) {
            self.folded.refill(text);
            let pattern = self.pattern();
            self.meanings[pattern].excludes.push((concept, name));
        }
    }

    /// The pattern of what was folded last.
    fn pattern(&mut self) -> usize {
        // Punctuation at the end of a name (`Yahoo!`) need not be in the text.
        let bytes = self.folded.bytes();
        let end = bytes
            .iter()
            .rposition(|byte| *byte != BARRIER)
            .map_or(0, |last| last + 1);
        let bytes = &bytes[..end];
        if let Some(&pattern) = self.by_pattern.get(bytes) {
            return pattern;
        }
        self.patterns.push(bytes.to_vec());
        self.meanings.push(Meaning::default());
        self.by_pattern
            .insert(bytes.to_vec(), self.meanings.len() - 1);
        self.meanings.len() - 1
    }

    fn build(self) -> Lexicon {
        // Building fails only past 2^31 states, about one per byte of the
        // names: over 2 GB of them, when a vocabulary file is at most 64 MB.
        let automaton =
            AhoCorasick::new(&self.patterns).expect("a vocabulary's names fit into an automaton");
        Lexicon {
            names: self.names,
            meanings: self.meanings,
            automaton,
        }
    }
}
