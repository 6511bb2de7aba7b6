//! From a name, in any language and spelling, to concepts.

use crate::model::{ConceptId, Library, Vocabulary};
use crate::text::fold;
use crate::text::particle::is_particle_chain;
use crate::text::similarity::{closest, similarity};
use crate::text::typed;
use std::collections::HashMap;
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization;

/// No name is looked for in more words in a row.
const MOST_WORDS: usize = 16;

/// All names of a library's concepts: ids, labels and aliases, weak ones too,
/// and what these stand for when an index wrote them.
#[derive(Debug)]
pub struct ConceptNames<'a> {
    vocabulary: &'a Vocabulary,
    /// Gathered when a stored index does not do.
    gathered: OnceLock<Gathered>,
}

/// All names at once.
#[derive(Debug)]
struct Gathered {
    by_key: HashMap<Vec<u8>, Vec<ConceptId>>,
    names: Vec<(String, ConceptId)>,
}

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// The name as it was typed.
    pub name: String,
    /// The concepts of that name, in the order of the vocabulary; more than
    /// one when the name is ambiguous, none when it is unknown.
    pub concepts: Vec<ConceptId>,
}

/// A concept whose name is like the one that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct NearMiss {
    /// The name that is like it.
    pub name: String,
    /// The concept of that name.
    pub concept: ConceptId,
    /// How alike, from 0 to 1.
    pub similarity: f64,
}

impl Gathered {
    fn of(vocabulary: &Vocabulary) -> Self {
        let mut names = Vec::new();
        for (concept, id) in vocabulary.concepts().iter().zip(vocabulary.ids()) {
            let mut of_concept: Vec<String> =
                concept.names().map(|(_, name)| name.into_owned()).collect();
            // Of two spellings the one of the label is shown, not that of the id.
            of_concept.insert(concept.label.iter().count(), concept.id.clone());
            names.extend(of_concept.into_iter().map(|name| (name, id)));
        }
        let mut by_key: HashMap<Vec<u8>, Vec<ConceptId>> = HashMap::new();
        for (name, id) in &names {
            let concepts = by_key.entry(fold::key(name)).or_default();
            if !concepts.contains(id) {
                concepts.push(*id);
            }
        }
        Self { by_key, names }
    }
}

impl<'a> ConceptNames<'a> {
    /// The names of a library; what is looked up in a stored index is not read.
    pub fn of(library: &'a Library) -> Self {
        Self {
            vocabulary: library.vocabulary(),
            gathered: OnceLock::new(),
        }
    }

    fn gathered(&self) -> &Gathered {
        self.gathered.get_or_init(|| Gathered::of(self.vocabulary))
    }

    /// The concepts whose names fold to a key, in the order of the vocabulary.
    fn named(&self, key: &[u8]) -> Vec<ConceptId> {
        if key.is_empty() {
            return Vec::new();
        }
        let gathered = || self.gathered().by_key.get(key).cloned();
        self.vocabulary
            .named(key)
            .unwrap_or_else(|| gathered().unwrap_or_default())
    }

    /// The concepts called `name`, folded as the tagger folds: case, width,
    /// spaces, hyphens and plurals don't matter.
    pub fn resolve(&self, name: &str) -> Resolution {
        Resolution {
            name: name.trim().to_owned(),
            concepts: self.named(&fold::key(name)),
        }
    }

    /// Like [`Self::resolve`]; a name may carry Korean particles, as it does in a
    /// text: 종교에서조차 is 종교, and AWS를 is AWS.
    pub(super) fn resolve_inflected(&self, name: &str) -> Resolution {
        let exact = self.resolve(name);
        if !exact.concepts.is_empty() {
            return exact;
        }
        let name: String = name.nfc().collect();
        let ends = name.char_indices().map(|(at, _)| at).skip(1);
        let stems = ends.filter(|&at| {
            // After a name in other letters a particle may have either form: AWS를.
            let last = name[..at].chars().last().filter(|c| c.is_alphanumeric());
            last.is_some() && is_particle_chain(&name[at..], last.filter(|c| fold::is_syllable(*c)))
        });
        let longest_first: Vec<usize> = stems.collect();
        let found = longest_first
            .into_iter()
            .rev()
            .map(|at| self.resolve(&name[..at]));
        found
            .into_iter()
            .find(|found| !found.concepts.is_empty())
            .unwrap_or(exact)
    }

    /// Reads the words of a command line: each run of words that together
    /// name a concept is one name, the longest run first, so that `인풋 지표 AWS`
    /// is two names. A word that names nothing stands alone.
    pub fn resolve_words(&self, words: &[String]) -> Vec<Resolution> {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let cut = self.cut(&words).into_iter();
        cut.map(|(_, resolution)| resolution).collect()
    }

    /// Like [`Self::resolve_words`], with the number of words in each name.
    pub(super) fn cut(&self, words: &[&str]) -> Vec<(usize, Resolution)> {
        let mut names = Vec::new();
        let mut rest = words;
        while !rest.is_empty() {
            let most = rest.len().min(MOST_WORDS);
            let longest = (1..=most)
                .rev()
                .map(|length| (length, self.resolve_inflected(&rest[..length].join(" "))))
                .find(|(length, resolution)| *length == 1 || !resolution.concepts.is_empty());
            let Some((length, resolution)) = longest else {
                break;
            };
            names.push((length, resolution));
            rest = &rest[length..];
        }
        names
    }

    /// The concepts whose names are most like an unknown one, best first, one
    /// name each, at most `most`.
    ///
    /// Of first letters (ㅇㅍㅈㅍ) those whose syllables begin so, in the order of the
    /// vocabulary.
    pub fn near(&self, name: &str, most: usize) -> Vec<NearMiss> {
        let gathered = self.gathered();
        let known = gathered.names.iter().map(|(name, _)| name.as_str());
        let typed = typed::letters(name);
        let candidates = match typed::is_initials(&typed) {
            true => known
                .filter(|known| typed::initials(known).contains(&typed))
                .collect(),
            false => closest(name, known, most * 3),
        };
        let mut near: Vec<NearMiss> = Vec::new();
        for candidate in candidates {
            for &concept in gathered
                .by_key
                .get(&fold::key(candidate))
                .into_iter()
                .flatten()
            {
                if near.len() < most && !near.iter().any(|miss| miss.concept == concept) {
                    near.push(NearMiss {
                        name: candidate.to_owned(),
                        concept,
                        similarity: similarity(name, candidate),
                    });
                }
            }
        }
        near
    }
}
