//! All names of all concepts, in one automaton.

use super::name::{Name, NameId};
use super::source::NamesOf;
use super::verbatim::is_written_alike;
use crate::model::{Alias, Concept, ConceptId, Vocabulary};
use crate::text::fold::{self, BARRIER, Folded, FoldedText, is_matchable};
use crate::text::heading::names_of_heading;
use daachorse::CharwiseDoubleArrayAhoCorasick;
use std::collections::HashMap;
use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

/// What a pattern of the automaton stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Meaning {
    /// The names that fold to it.
    pub(super) names: Vec<NameId>,
    /// The names that begin with it and may have particles in their spaces,
    /// each with the pieces that follow.
    pub(super) openings: Vec<Opening>,
    /// Labels that fold to it and are no names, since an alias repeats them, which
    /// may be spelt otherwise: Flywheel, fly wheels.
    pub(super) labels: Vec<(ConceptId, String)>,
    /// What it shields: no such name counts inside of it.
    pub(super) excludes: Vec<Scope>,
    /// What it rules out: no such name counts in its sentence.
    pub(super) guards: Vec<Scope>,
}

/// A name of which the first piece was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Opening {
    pub(super) name: NameId,
    /// The folded pieces that follow.
    pub(super) rest: Vec<Vec<u8>>,
}

/// A concept with all its names, or one name only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scope {
    pub(super) concept: ConceptId,
    pub(super) name: Option<NameId>,
}

impl Scope {
    pub(super) fn covers(self, name: NameId, concept: ConceptId) -> bool {
        self.concept == concept && self.name.is_none_or(|only| only == name)
    }
}

/// All names, ready to be looked for.
pub struct Lexicon {
    names: Vec<Name>,
    pub(super) meanings: Vec<Meaning>,
    /// What names fold to, one for each meaning.
    patterns: Vec<String>,
    /// Patterns → meanings; `None` when there are no names. Compiled when a text is
    /// scanned: names alone are asked for more often than texts are tagged.
    automaton: OnceLock<Option<CharwiseDoubleArrayAhoCorasick<u32>>>,
}

impl Lexicon {
    /// Gathers the labels, aliases and exclusions of a vocabulary. Names of
    /// less than two letters are left out: the reader of notes reports them.
    pub fn of(vocabulary: &Vocabulary) -> Self {
        let mut builder = Builder::default();
        for id in vocabulary.ids() {
            builder.concept(id, vocabulary.get(id));
        }
        builder.build()
    }

    /// Where patterns occur in folded bytes, in the order of their ends, and
    /// which meanings they have.
    pub(super) fn scan(&self, folded: &str) -> impl Iterator<Item = (Range<usize>, usize)> {
        let automaton = self
            .automaton
            .get_or_init(|| compile(&self.patterns))
            .iter();
        let found = automaton.flat_map(move |automaton| automaton.find_overlapping_iter(folded));
        found.map(|found| (found.start()..found.end(), found.value() as usize))
    }

    /// One name.
    pub fn name(&self, id: NameId) -> &Name {
        &self.names[id.0 as usize]
    }

    /// Whether the vocabulary writes a name of the same concept like this, of those
    /// that fold to the same as `name`: angel investor, angel investors.
    pub(super) fn writes(&self, name: NameId, written: &str) -> bool {
        let found = self.name(name);
        let meaning = &self.meanings[found.pattern as usize];
        let names = meaning.names.iter().map(|&other| self.name(other));
        let names = names.filter(|other| other.as_given);
        let names = names.map(|other| (other.concept, other.text.as_str()));
        let labels = meaning
            .labels
            .iter()
            .map(|(id, label)| (*id, label.as_str()));
        names
            .chain(labels)
            .any(|(concept, text)| concept == found.concept && is_written_alike(text, written))
    }

    /// What names, exclusions and guards fold to, one for each of `meanings`.
    pub(super) fn patterns(&self) -> &[String] {
        &self.patterns
    }

    /// The names of each of so many concepts, in the order of the vocabulary.
    pub fn names_of(&self, concepts: usize) -> Vec<NamesOf> {
        let mut of = vec![NamesOf::default(); concepts];
        for (number, name) in self.names().iter().enumerate() {
            let names = &mut of[name.concept.index()];
            if names.texts.is_empty() {
                names.first = number as u32;
            }
            names.texts.push(name.text.clone());
        }
        of
    }

    /// All names, in the order of the vocabulary.
    pub fn names(&self) -> &[Name] {
        &self.names
    }
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.names).finish()
    }
}

#[derive(Default)]
struct Builder {
    names: Vec<Name>,
    patterns: Vec<String>,
    meanings: Vec<Meaning>,
    by_pattern: HashMap<String, usize>,
    folded: Folded,
}

impl Builder {
    fn concept(&mut self, id: ConceptId, concept: &Concept) {
        for (language, text) in concept.label.iter() {
            // An alias that repeats the label says how to look for it.
            let repeated = |alias: &Alias| fold::key(&alias.text) == fold::key(text);
            if concept.aliases.iter().any(repeated) {
                self.repeated_label(id, text);
            } else {
                let label = Alias {
                    text: text.to_owned(),
                    language,
                    ..Alias::default()
                };
                self.name(id, &label);
            }
        }
        for alias in &concept.aliases {
            self.name(id, alias);
        }
        let all = Scope {
            concept: id,
            name: None,
        };
        for exclude in &concept.exclude {
            self.exclude(exclude, all);
        }
    }

    /// Notes how a label is written that an alias repeats.
    fn repeated_label(&mut self, concept: ConceptId, text: &str) {
        if is_matchable(text) {
            self.folded.refill(text);
            let pattern = self.pattern(self.core());
            self.meanings[pattern]
                .labels
                .push((concept, text.to_owned()));
        }
    }

    /// Adds a name, and the names that it stands for when an index wrote it.
    fn name(&mut self, concept: ConceptId, alias: &Alias) {
        self.single_name(concept, alias, true);
        for text in names_of_heading(&alias.text) {
            let form = Alias {
                text,
                ..alias.clone()
            };
            self.single_name(concept, &form, false);
        }
    }

    fn single_name(&mut self, concept: ConceptId, alias: &Alias, as_given: bool) {
        if !is_matchable(&alias.text) {
            return;
        }
        self.folded.refill(&alias.text);
        let id = NameId(self.names.len() as u32);
        let core = self.core();
        let mut name = Name::new(concept, alias, &self.folded, &core);
        if alias.inner_particles && !name.gaps.is_empty() {
            self.opening(id, &name, &core);
        }
        let pattern = self.pattern(core);
        name.as_given = as_given;
        name.pattern = pattern as u32;
        self.names.push(name);
        self.meanings[pattern].names.push(id);
        let only = Scope {
            concept,
            name: Some(id),
        };
        for exclude in &alias.exclude {
            self.exclude(exclude, only);
        }
        for word in &alias.unless {
            self.folded.refill(word);
            let core = self.core();
            if !core.is_empty() {
                let pattern = self.pattern(core);
                self.meanings[pattern].guards.push(only);
            }
        }
    }

    /// Notes the pieces of a name that may have particles between them.
    fn opening(&mut self, id: NameId, name: &Name, core: &Range<usize>) {
        let gaps = name.gaps.iter().map(|gap| core.start + *gap as usize);
        let cuts: Vec<usize> = gaps.chain([core.end]).collect();
        let bytes = self.folded.bytes();
        let rest = cuts.windows(2).map(|cut| bytes[cut[0]..cut[1]].to_vec());
        let opening = Opening {
            name: id,
            rest: rest.collect(),
        };
        let first = self.pattern(core.start..cuts[0]);
        self.meanings[first].openings.push(opening);
    }

    fn exclude(&mut self, text: &str, scope: Scope) {
        if is_matchable(text) {
            self.folded.refill(text);
            let pattern = self.pattern(self.core());
            self.meanings[pattern].excludes.push(scope);
        }
    }

    /// What was folded last, without the punctuation around it, which need not
    /// be in the text (`Yahoo!`).
    fn core(&self) -> Range<usize> {
        let bytes = self.folded.bytes();
        let first = bytes.iter().position(|b| *b != BARRIER);
        let last = bytes.iter().rposition(|b| *b != BARRIER);
        first.unwrap_or(0)..last.map_or(0, |last| last + 1)
    }

    /// The pattern of a range of what was folded last.
    fn pattern(&mut self, range: Range<usize>) -> usize {
        let text = &self.folded.text()[range];
        if let Some(&pattern) = self.by_pattern.get(text) {
            return pattern;
        }
        let pattern = self.meanings.len();
        self.patterns.push(text.to_owned());
        self.meanings.push(Meaning::default());
        self.by_pattern.insert(text.to_owned(), pattern);
        pattern
    }

    fn build(self) -> Lexicon {
        Lexicon {
            names: self.names,
            meanings: self.meanings,
            patterns: self.patterns,
            automaton: OnceLock::new(),
        }
    }
}

fn compile(patterns: &[String]) -> Option<CharwiseDoubleArrayAhoCorasick<u32>> {
    // Building fails without a pattern, and past 2^32 states, about one a
    // character of the names: sixteen bytes each, so that 64 GB of memory would
    // have to be there before.
    (!patterns.is_empty()).then(|| {
        CharwiseDoubleArrayAhoCorasick::new(patterns).expect("names of fewer than 2^32 characters")
    })
}
